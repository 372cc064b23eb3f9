//! A picture's file without what it says beside its pixels: colour profiles, texts, previews, histories.
//!
//! Decoders read all of it, compressed parts too, before anybody can ask for pixels alone: 243 KB of a PNG became 250 MB in
//! memory. So they are handed a file in which nothing of it stands. Of what is left out only how a camera was held is
//! wanted: EXIF stays, which is never compressed.

use image::ImageFormat;

/// The file with pixels and what they need; empty where it is no such file at all. What breaks off is handed on as it
/// is, for the decoder to say so.
#[must_use]
pub fn plain(bytes: &[u8], format: ImageFormat) -> Vec<u8> {
    match format {
        ImageFormat::Png => png(bytes),
        ImageFormat::Jpeg => jpeg(bytes),
        ImageFormat::WebP => webp(bytes),
        _ => Vec::new(),
    }
}

/// Chunks of a PNG that its pixels need. `eXIf` says how it was held. Not `acTL` and its kin: the first picture is enough.
const OF_PNG: [&[u8; 4]; 6] = [b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"eXIf"];

fn png(bytes: &[u8]) -> Vec<u8> {
    const HEAD: usize = 8;
    let (head, mut rest) = bytes.split_at(HEAD.min(bytes.len()));
    let mut kept = head.to_vec();
    while let Some((length, kind)) = rest.first_chunk::<4>().zip(rest.get(4..8)) {
        // length, kind, data, checksum
        let whole = number(*length).saturating_add(12).min(rest.len());
        let (chunk, next) = rest.split_at(whole);
        if OF_PNG.iter().any(|one| one.as_slice() == kind) {
            kept.extend_from_slice(chunk);
        }
        if kind == b"IEND" {
            break;
        }
        rest = next;
    }
    kept
}

/// Segments stand before the picture; from its first scan on everything is kept.
fn jpeg(bytes: &[u8]) -> Vec<u8> {
    const START_OF_SCAN: u8 = 0xDA;
    let (head, mut rest) = bytes.split_at(2.min(bytes.len()));
    let mut kept = head.to_vec();
    while let [0xFF, marker, more @ ..] = rest {
        // a marker may be padded, and a few have no length: none of those stands before a picture
        let alone = matches!(marker, 0xFF | 0x01 | 0xD0..=0xD9);
        let length = match more.first_chunk::<2>() {
            Some(length) if !alone => usize::from(u16::from_be_bytes(*length)),
            _ => 0,
        };
        if *marker == START_OF_SCAN {
            break;
        }
        let whole = match *marker {
            0xFF => 1,
            _ => length.saturating_add(2),
        };
        let (segment, next) = rest.split_at(whole.min(rest.len()));
        let data = segment.get(4..).unwrap_or_default();
        let is_told_beside = match marker {
            // EXIF, and how Adobe mixed the colours
            0xE1 => !data.starts_with(b"Exif\0\0"),
            0xEE => !data.starts_with(b"Adobe"),
            0xE0..=0xEF | 0xFE => true,
            _ => false,
        };
        if !is_told_beside {
            kept.extend_from_slice(segment);
        }
        rest = next;
    }
    kept.extend_from_slice(rest);
    kept
}

/// Chunks of a WebP that its pixels need.
const OF_WEBP: [&[u8; 4]; 7] = [
    b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"EXIF",
];

fn webp(bytes: &[u8]) -> Vec<u8> {
    const HEAD: usize = 12;
    let (head, mut rest) = bytes.split_at(HEAD.min(bytes.len()));
    let mut kept = head.to_vec();
    while let Some((kind, length)) = rest.get(..4).zip(rest.get(4..8)) {
        let length = <[u8; 4]>::try_from(length).unwrap_or_default();
        let length = usize::try_from(u32::from_le_bytes(length)).unwrap_or(usize::MAX);
        // a chunk of odd length is filled up
        let padded = length.saturating_add(length % 2).saturating_add(8);
        let (chunk, next) = rest.split_at(padded.min(rest.len()));
        if OF_WEBP.iter().any(|one| one.as_slice() == kind) {
            let at = kept.len();
            kept.extend_from_slice(chunk);
            if kind == b"VP8X"
                && let Some(flags) = kept.get_mut(at.saturating_add(8))
            {
                // no colour profile and no XMP is there any more
                *flags &= !0b0010_0100;
            }
        }
        rest = next;
    }
    let size = u32::try_from(kept.len().saturating_sub(8)).unwrap_or(u32::MAX);
    if let Some(place) = kept.get_mut(4..8) {
        place.copy_from_slice(&size.to_le_bytes());
    }
    kept
}

fn number(bytes: [u8; 4]) -> usize {
    usize::try_from(u32::from_be_bytes(bytes)).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{DynamicImage, ImageEncoder, RgbImage};
    use std::io::Cursor;

    fn picture() -> DynamicImage {
        DynamicImage::ImageRgb8(RgbImage::from_fn(16, 9, |x, y| {
            image::Rgb([
                u8::try_from(x * 9).unwrap(),
                u8::try_from(y * 9).unwrap(),
                40,
            ])
        }))
    }

    fn file(format: ImageFormat) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        picture().write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    }

    fn chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
        let mut checksum = flate2::Crc::new();
        checksum.update(kind);
        checksum.update(data);
        let length = u32::try_from(data.len()).unwrap();
        [
            &length.to_be_bytes()[..],
            kind,
            data,
            &checksum.sum().to_be_bytes(),
        ]
        .concat()
    }

    fn zlib(length: usize) -> Vec<u8> {
        use std::io::Write;
        let mut zip = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        let block = vec![0; 1 << 20];
        for _ in 0..length >> 20 {
            zip.write_all(&block).unwrap();
        }
        zip.finish().unwrap()
    }

    /// A PNG of a few pixels that says so much beside them, 200 MB of it compressed.
    fn talkative() -> Vec<u8> {
        let mut bytes = file(ImageFormat::Png);
        let rest = bytes.split_off(8 + 25);
        let bomb = zlib(200 << 20);
        assert!(bomb.len() < 300_000);
        bytes.extend(chunk(b"iCCP", &[b"profile\0\0", bomb.as_slice()].concat()));
        bytes.extend(chunk(b"zTXt", &[b"Comment\0\0", bomb.as_slice()].concat()));
        bytes.extend(chunk(
            b"iTXt",
            &[b"Comment\0\x01\0\0\0", bomb.as_slice()].concat(),
        ));
        for kind in [b"gAMA", b"tIME", b"sPLT", b"prVt", b"acTL"] {
            bytes.extend(chunk(kind, &[0; 8]));
        }
        bytes.extend(rest);
        bytes
    }

    #[test]
    fn a_decoder_never_sees_what_a_png_says_beside_its_pixels() {
        let whole = talkative();
        let kept = plain(&whole, ImageFormat::Png);
        assert_eq!(kept, file(ImageFormat::Png), "byte for byte the picture");
        let seen = image::load_from_memory(&kept).unwrap();
        assert_eq!(seen.to_rgb8(), picture().to_rgb8());
    }

    #[test]
    fn how_a_camera_was_held_stays() {
        let mut bytes = file(ImageFormat::Png);
        let rest = bytes.split_off(8 + 25);
        bytes.extend(chunk(b"eXIf", b"MM\0*\0\0\0\x08"));
        bytes.extend(rest);
        assert_eq!(plain(&bytes, ImageFormat::Png), bytes);
    }

    #[test]
    fn of_a_jpeg_profile_preview_and_comment_go_and_the_pixels_stay() {
        let bytes = file(ImageFormat::Jpeg);
        let segment = |marker: u8, data: &[u8]| {
            let length = u16::try_from(data.len() + 2).unwrap().to_be_bytes();
            [&[0xFF, marker][..], &length, data].concat()
        };
        let exif = segment(0xE1, b"Exif\0\0MM\0*\0\0\0\x08");
        let said = [
            segment(
                0xE2,
                &[b"ICC_PROFILE\0\x01\x01".as_slice(), &[7; 60_000]].concat(),
            ),
            segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x/>"),
            segment(0xED, b"Photoshop 3.0\0"),
            segment(0xFE, b"taken at home"),
            vec![0xFF],
        ]
        .concat();
        let whole = [&bytes[..2], &said, &exif, &bytes[2..]].concat();
        let kept = plain(&whole, ImageFormat::Jpeg);
        for gone in ["ICC_PROFILE", "adobe", "Photoshop", "home"] {
            let is_there = kept.windows(gone.len()).any(|part| part == gone.as_bytes());
            assert!(!is_there, "{gone}");
        }
        assert!(kept.windows(6).any(|part| part == b"Exif\0\0"));
        let read = |bytes: &[u8]| image::load_from_memory(bytes).unwrap().to_rgb8();
        assert_eq!(read(&kept), read(&bytes));
    }

    #[test]
    fn of_a_webp_profile_and_history_go_and_the_pixels_stay() {
        let mut bytes = Vec::new();
        let mut encoder = image::codecs::webp::WebPEncoder::new_lossless(&mut bytes);
        encoder.set_icc_profile(vec![7; 10_001]).unwrap();
        let pixels = picture().to_rgb8();
        encoder
            .write_image(&pixels, 16, 9, image::ExtendedColorType::Rgb8)
            .unwrap();
        assert!(bytes.windows(4).any(|part| part == b"ICCP"));
        let kept = plain(&bytes, ImageFormat::WebP);
        assert!(!kept.windows(4).any(|part| part == b"ICCP"));
        assert!(kept.len() < bytes.len() - 10_000);
        let seen = image::load_from_memory_with_format(&kept, ImageFormat::WebP).unwrap();
        assert_eq!(seen.to_rgb8(), pixels);
    }
}
