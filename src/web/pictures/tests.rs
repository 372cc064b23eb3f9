//! What holds of every picture that is read.

use super::reading::{NotAPicture, PictureBounds, read};
use image::{DynamicImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use jpeg_encoder::{ColorType, Encoder};
use proptest::prelude::*;
use std::io::Cursor;

const BOUNDS: PictureBounds = PictureBounds {
    side: 10_000,
    pixels: 50_000_000,
};
const RED: [u8; 3] = [220, 20, 20];
const BLUE: [u8; 3] = [20, 20, 220];
const GREEN: [u8; 3] = [20, 180, 20];
const GREY: [u8; 3] = [128, 128, 128];

/// Red at the top left, blue at the top right, green at the bottom left, grey at the bottom right.
fn quarters(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        Rgb(match (x < width / 2, y < height / 2) {
            (true, true) => RED,
            (false, true) => BLUE,
            (true, false) => GREEN,
            (false, false) => GREY,
        })
    })
}

fn jpeg(picture: &RgbImage, with: impl FnOnce(&mut Encoder<&mut Vec<u8>>)) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, 95);
    with(&mut encoder);
    let side = |pixels: u32| u16::try_from(pixels).unwrap();
    let (width, height) = (side(picture.width()), side(picture.height()));
    encoder
        .encode(picture.as_raw(), width, height, ColorType::Rgb)
        .unwrap();
    bytes
}

fn file(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

fn seen(bytes: &[u8]) -> RgbImage {
    read(bytes, BOUNDS).unwrap().looked_upon().to_rgb8()
}

fn why(bytes: &[u8]) -> NotAPicture {
    read(bytes, BOUNDS).err().expect("no picture")
}

fn is_about(found: &Rgb<u8>, wanted: [u8; 3]) -> bool {
    found
        .0
        .iter()
        .zip(wanted)
        .all(|(one, other)| one.abs_diff(other) < 25)
}

/// EXIF with this note of how the camera was held, and with a place.
fn exif(held: u16) -> Vec<u8> {
    let mut tiff = b"MM\0*\0\0\0\x08\0\x02".to_vec();
    tiff.extend_from_slice(&[0x01, 0x12, 0, 3, 0, 0, 0, 1]);
    tiff.extend_from_slice(&held.to_be_bytes());
    tiff.extend_from_slice(&[0, 0]);
    // a pointer to the place
    tiff.extend_from_slice(&[0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 38]);
    tiff.extend_from_slice(b"\0\0\0\0\0\0");
    tiff.extend_from_slice(b"47.3769N 8.5417E");
    tiff
}

#[test]
fn a_picture_is_turned_as_its_camera_was_held() {
    for (held, corner, is_sideways) in [
        (1, RED, false),
        (2, BLUE, false),
        (3, GREY, false),
        (4, GREEN, false),
        (5, RED, true),
        (6, GREEN, true),
        (7, GREY, true),
        (8, BLUE, true),
        // what is no note is none
        (0, RED, false),
        (9, RED, false),
        (600, RED, false),
    ] {
        let noted = jpeg(&quarters(64, 32), |encoder| {
            encoder.add_exif_metadata(&exif(held)).unwrap()
        });
        let read = read(&noted, BOUNDS).unwrap();
        let size = if is_sideways { (32, 64) } else { (64, 32) };
        assert_eq!(read.size(), size, "{held}");
        let picture = read.looked_upon().to_rgb8();
        assert_eq!(picture.dimensions(), size, "{held}");
        assert!(
            is_about(picture.get_pixel(4, 4), corner),
            "{held}: {:?}",
            picture.get_pixel(4, 4)
        );
    }
    assert!(
        is_about(seen(&jpeg(&quarters(64, 32), |_| ())).get_pixel(4, 4), RED),
        "nothing is noted"
    );
}

#[test]
fn sideways_too_the_middle_and_the_size_are_those_that_are_looked_at() {
    for held in [1, 6] {
        let noted = jpeg(&quarters(400, 200), |encoder| {
            encoder.add_exif_metadata(&exif(held)).unwrap()
        });
        let read = read(&noted, BOUNDS).unwrap();
        let (width, height) = read.size();
        let middle = read.middle(1, 1);
        assert_eq!(middle.size(), (200, 200), "{held}: of {width} by {height}");
        let half = middle.middle(3, 2).within(60, 100);
        assert_eq!(half.size(), (60, 40), "{held}");
        let picture = half.looked_upon().to_rgb8();
        assert_eq!(picture.dimensions(), (60, 40), "{held}");
        let corner = if held == 1 { RED } else { GREEN };
        assert!(is_about(picture.get_pixel(4, 4), corner), "{held}");
    }
    let small = read(&jpeg(&quarters(40, 20), |_| ()), BOUNDS).unwrap();
    assert_eq!(
        small.within(400, 400).size(),
        (40, 20),
        "nothing is made larger"
    );
    let large = read(
        &file(
            &DynamicImage::ImageRgb8(quarters(1_500, 1_000)),
            ImageFormat::Png,
        ),
        BOUNDS,
    )
    .unwrap();
    let picture = large.within(150, 150).looked_upon().to_rgb8();
    assert_eq!(picture.dimensions(), (150, 100));
    assert!(is_about(picture.get_pixel(145, 95), GREY));
}

#[test]
fn what_is_transparent_lies_on_white_with_its_edges() {
    // black that nobody sees, and a soft red edge
    let soft = RgbaImage::from_fn(400, 40, |x, _| match x {
        0..=199 => Rgba([0, 0, 0, 0]),
        200..=299 => Rgba([200, 0, 0, 128]),
        _ => Rgba([200, 0, 0, 255]),
    });
    for format in [ImageFormat::Png, ImageFormat::WebP] {
        let bytes = file(&DynamicImage::ImageRgba8(soft.clone()), format);
        let read = read(&bytes, BOUNDS).unwrap();
        let picture = read.on_white().within(100, 100).looked_upon().to_rgb8();
        assert!(
            picture.pixels().all(|pixel| pixel.0[0] >= 199),
            "{format:?}: nowhere darker than the red"
        );
        assert!(
            is_about(picture.get_pixel(4, 4), [255, 255, 255]),
            "{format:?}"
        );
        assert!(
            is_about(picture.get_pixel(62, 4), [227, 127, 127]),
            "{format:?}"
        );
    }
    let deep = DynamicImage::ImageRgba16(DynamicImage::ImageRgba8(soft).to_rgba16());
    let white = read(&file(&deep, ImageFormat::Png), BOUNDS)
        .unwrap()
        .on_white();
    assert!(is_about(
        white.looked_upon().to_rgb8().get_pixel(4, 4),
        [255, 255, 255]
    ));
}

#[test]
fn colours_of_a_wide_space_become_those_of_screens() {
    let muted = RgbImage::from_pixel(32, 32, Rgb([200, 90, 80]));
    let wide = moxcms::ColorProfile::new_display_p3().encode().unwrap();
    let far = {
        let own = moxcms::ColorProfile::new_display_p3();
        let (screens, rgb) = (moxcms::ColorProfile::new_srgb(), moxcms::Layout::Rgb);
        let way =
            own.create_transform_8bit(rgb, &screens, rgb, moxcms::TransformOptions::default());
        let mut to = [0; 3];
        way.unwrap().transform(&[200, 90, 80], &mut to).unwrap();
        to
    };
    assert!(far[0] > 205 && far[1] < 85, "{far:?} is the same colour");
    let png = {
        let mut bytes = Vec::new();
        let mut encoder = image::codecs::png::PngEncoder::new(&mut bytes);
        image::ImageEncoder::set_icc_profile(&mut encoder, wide.clone()).unwrap();
        muted.write_with_encoder(encoder).unwrap();
        bytes
    };
    let webp = {
        let mut bytes = Vec::new();
        let mut encoder = image::codecs::webp::WebPEncoder::new_lossless(&mut bytes);
        image::ImageEncoder::set_icc_profile(&mut encoder, wide.clone()).unwrap();
        muted.write_with_encoder(encoder).unwrap();
        bytes
    };
    let photo = jpeg(&muted, |encoder| encoder.add_icc_profile(&wide).unwrap());
    for (what, bytes) in [("PNG", png), ("WebP", webp), ("JPEG", photo)] {
        let found = *seen(&bytes).get_pixel(16, 16);
        let off = found
            .0
            .iter()
            .zip(far)
            .map(|(one, other)| one.abs_diff(other))
            .max();
        assert!(off <= Some(3), "{what}: {found:?}, not {far:?}");
    }
    for (what, strange) in [
        ("no profile", vec![7; 500]),
        ("a large one", vec![7; 90_000]),
    ] {
        let bytes = jpeg(&muted, |encoder| encoder.add_icc_profile(&strange).unwrap());
        assert!(
            is_about(seen(&bytes).get_pixel(16, 16), [200, 90, 80]),
            "{what}"
        );
    }
}

#[test]
fn of_what_moves_the_first_picture_is_taken() {
    // two frames of one colour each: https://developers.google.com/speed/webp/docs/riff_container
    let frame = |colour: [u8; 3]| {
        let still = file(
            &DynamicImage::ImageRgb8(RgbImage::from_pixel(16, 16, Rgb(colour))),
            ImageFormat::WebP,
        );
        let mut bytes = b"ANMF".to_vec();
        let inside = still.get(12..).unwrap();
        bytes.extend_from_slice(&u32::try_from(16 + inside.len()).unwrap().to_le_bytes());
        bytes.extend_from_slice(&[0, 0, 0, 0, 0, 0, 15, 0, 0, 15, 0, 0, 100, 0, 0, 0]);
        bytes.extend_from_slice(inside);
        bytes
    };
    let inside = [
        b"WEBPVP8X\x0a\0\0\0\x02\0\0\0\x0f\0\0\x0f\0\0".to_vec(),
        b"ANIM\x06\0\0\0\xff\xff\xff\xff\0\0".to_vec(),
        frame(RED),
        frame(BLUE),
    ]
    .concat();
    let mut moving = b"RIFF".to_vec();
    moving.extend_from_slice(&u32::try_from(inside.len()).unwrap().to_le_bytes());
    moving.extend_from_slice(&inside);
    assert!(is_about(seen(&moving).get_pixel(8, 8), RED));
}

#[test]
fn each_mistake_is_told_from_the_others() {
    assert_eq!(why(b""), NotAPicture::Kind);
    assert_eq!(why(b"GIF89a"), NotAPicture::Kind);
    assert_eq!(why(b"%PDF-1.7"), NotAPicture::Kind);
    assert_eq!(
        why(b"<?xml version=\"1.0\"?>\n<!-- x --><SVG xmlns='x'/>"),
        NotAPicture::Svg
    );
    assert_eq!(why(b"\0\0\0\x18ftypheic\0\0\0\0"), NotAPicture::Heic);
    assert_eq!(why(b"\0\0\0\x1cftypavif\0\0\0\0"), NotAPicture::Heic);
    assert_eq!(why(b"\0\0\0\x1cftypmp42\0\0\0\0"), NotAPicture::Kind);
    let picture = quarters(64, 64);
    for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP] {
        let whole = file(&DynamicImage::ImageRgb8(picture.clone()), format);
        for kept in [whole.len() / 2, whole.len() - 40] {
            assert_eq!(
                why(whole.get(..kept).unwrap()),
                NotAPicture::Broken,
                "{format:?}, {kept}"
            );
        }
    }
    for ink in [ColorType::Cmyk, ColorType::CmykAsYcck] {
        let mut bytes = Vec::new();
        let pixels = vec![0; 16 * 16 * 4];
        Encoder::new(&mut bytes, 90)
            .encode(&pixels, 16, 16, ink)
            .unwrap();
        assert_eq!(why(&bytes), NotAPicture::Cmyk, "{ink:?}");
    }
}

#[test]
fn what_is_too_large_is_told_before_it_is_decoded() {
    let header = |width: u32, height: u32| {
        let mut bytes = jpeg(&quarters(16, 16), |_| ());
        let at = bytes
            .windows(2)
            .position(|pair| pair == [0xFF, 0xC0])
            .unwrap()
            + 5;
        let side = |pixels: u32| u16::try_from(pixels).unwrap().to_be_bytes();
        let size = [side(height), side(width)].concat();
        bytes.get_mut(at..at + 4).unwrap().copy_from_slice(&size);
        bytes
    };
    assert_eq!(why(&header(20_000, 20_000)), NotAPicture::Wide);
    assert_eq!(why(&header(10_001, 16)), NotAPicture::Wide);
    assert_eq!(why(&header(9_000, 9_000)), NotAPicture::Wide);
}

#[test]
fn a_jpeg_that_goes_over_its_pixels_again_and_again_is_none() {
    let bytes = jpeg(&quarters(32, 32), |encoder| encoder.set_progressive(true));
    let scan = bytes
        .windows(2)
        .rposition(|pair| pair == [0xFF, 0xDA])
        .unwrap();
    let (before, last) = bytes.split_at(scan);
    let (last, end) = last.split_at(last.len() - 2);
    let many = |times: usize| [before, &last.repeat(times), end].concat();
    assert!(read(&many(1), BOUNDS).is_ok());
    assert_eq!(why(&many(101)), NotAPicture::Broken);
}

proptest! {
    #[test]
    fn no_file_makes_it_fall(bytes: Vec<u8>, at in 0_usize..900, with: u8) {
        let _ = read(&bytes, BOUNDS).map(|read| read.on_white().middle(3, 2).looked_upon());
        let wide = moxcms::ColorProfile::new_display_p3().encode().unwrap();
        let mut bent = jpeg(&quarters(16, 16), |encoder| {
            encoder.add_icc_profile(&wide).unwrap();
            encoder.add_exif_metadata(&exif(6)).unwrap();
        });
        let end = bent.len();
        if let Some(byte) = bent.get_mut(at % end) {
            *byte = with;
        }
        let _ = read(&bent, BOUNDS).map(|read| read.on_white().middle(3, 2).looked_upon());
    }
}
