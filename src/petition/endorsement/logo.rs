//! A logo: read from a stranger's file within limits, and written anew, so that nothing of the file itself lives on.

use crate::base::Invalid;
use crate::web::pictures::name::{LogoName, PictureHash};
use crate::web::pictures::reading::{self, NotAPicture, PictureBounds};
use image::DynamicImage;
use image::codecs::png::{CompressionType, FilterType as Filter, PngEncoder};
use std::fmt;

/// Most bytes of a file.
pub(crate) const FILE: usize = 2 * 1024 * 1024;
/// Most pixels of a file.
pub(crate) const BOUNDS: PictureBounds = PictureBounds {
    side: 4_000,
    pixels: 4_000 * 4_000,
};
/// Most pixels across of a logo as it is kept: twice what a page shows, for fine screens.
pub(crate) const WIDTH: u32 = 320;
/// Most pixels down.
pub(crate) const HEIGHT: u32 = 160;

/// A logo of our own making.
#[derive(Clone, PartialEq, Eq)]
pub struct Logo {
    /// PNG without metadata.
    pub png: Vec<u8>,
    /// Its name.
    pub name: LogoName,
}

impl fmt::Debug for Logo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Logo({})", self.name.sha256)
    }
}

/// Why a file is no logo.
fn refused(why: NotAPicture) -> Invalid {
    Invalid::new(why.key("error-logo-wide"))
}

/// Whether a file says of itself that it is a picture.
///
/// # Errors
/// The sentence of what it is instead.
pub fn kind(bytes: &[u8]) -> Result<(), Invalid> {
    reading::kind(bytes).map(drop).map_err(refused)
}

/// Reads a picture and makes a logo of it. Takes a processor up to a second: not for async threads.
///
/// # Errors
/// As [`kind`]; `error-logo-wide` beyond [`BOUNDS`], told from the header before anything is decoded; `error-picture-cmyk`;
/// `error-picture-broken` when it cannot be read to its end.
pub fn make(bytes: &[u8]) -> Result<Logo, Invalid> {
    let read = reading::read(bytes, BOUNDS).map_err(refused)?;
    write(&read.within(WIDTH, HEIGHT).looked_upon())
}

/// Writes a picture as a logo: pixels and nothing else.
///
/// # Errors
/// `error-picture-broken` when it cannot be written.
pub fn write(picture: &DynamicImage) -> Result<Logo, Invalid> {
    let plain = match picture.color().has_alpha() {
        true => DynamicImage::ImageRgba8(picture.to_rgba8()),
        false => DynamicImage::ImageRgb8(picture.to_rgb8()),
    };
    let mut png = Vec::new();
    let encoder = PngEncoder::new_with_quality(&mut png, CompressionType::Best, Filter::Adaptive);
    plain
        .write_with_encoder(encoder)
        .map_err(|_| refused(NotAPicture::Broken))?;
    let PictureHash(sha256) = PictureHash::of(&png);
    let side = |pixels: u32| i32::try_from(pixels).unwrap_or(i32::MAX);
    let name = LogoName {
        sha256,
        width: side(plain.width()),
        height: side(plain.height()),
    };
    Ok(Logo { png, name })
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{ImageFormat, Rgb, RgbImage, RgbaImage};
    use proptest::prelude::*;
    use std::io::Cursor;

    fn file(format: ImageFormat, width: u32, height: u32) -> Vec<u8> {
        let picture = RgbImage::from_fn(width, height, |x, y| {
            Rgb([
                u8::try_from(x % 256).unwrap(),
                u8::try_from(y % 256).unwrap(),
                7,
            ])
        });
        let mut bytes = Cursor::new(Vec::new());
        picture.write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    }

    fn key(bytes: &[u8]) -> &'static str {
        make(bytes).unwrap_err().key
    }

    #[test]
    fn each_kind_becomes_a_small_png() {
        for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP] {
            let logo = make(&file(format, 1_000, 400)).unwrap();
            assert_eq!(
                (logo.name.width, logo.name.height),
                (320, 128),
                "{format:?}"
            );
            assert_eq!(
                (logo.name.shown_width(), logo.name.shown_height()),
                (160, 64)
            );
            assert!(logo.png.starts_with(b"\x89PNG"), "{format:?}");
            let again = make(&logo.png).unwrap();
            assert_eq!(again.name, logo.name, "what is small enough stays as it is");
        }
        let tall = make(&file(ImageFormat::Png, 90, 900)).unwrap().name;
        assert_eq!((tall.width, tall.height), (16, 160));
        let dot = make(&file(ImageFormat::Png, 1, 1)).unwrap().name;
        assert_eq!((dot.width, dot.height, dot.shown_width()), (1, 1, 1));
    }

    #[test]
    fn what_is_transparent_stays_so() {
        let mut bytes = Cursor::new(Vec::new());
        let clear = RgbaImage::from_pixel(40, 20, image::Rgba([9, 9, 9, 0]));
        clear.write_to(&mut bytes, ImageFormat::Png).unwrap();
        let logo = make(bytes.get_ref()).unwrap();
        let read = image::load_from_memory(&logo.png).unwrap().to_rgba8();
        assert_eq!(read.get_pixel(3, 3).0, [9, 9, 9, 0]);
    }

    #[test]
    fn nothing_of_the_file_lives_on() {
        let mut bytes = file(ImageFormat::Png, 40, 20);
        let end = bytes.split_off(bytes.len() - 12);
        // A chunk of text, whose checksum nobody asks for, and a script behind the end.
        let mut text = b"tEXt".to_vec();
        text.extend_from_slice(b"Comment\0taken at home, 47.36N 8.54E");
        bytes.extend_from_slice(&u32::try_from(text.len() - 4).unwrap().to_be_bytes());
        bytes.extend_from_slice(&text);
        bytes.extend_from_slice(&crc(&text).to_be_bytes());
        bytes.extend_from_slice(&end);
        bytes.extend_from_slice(b"<script>alert(1)</script>PK\x03\x04");
        let logo = make(&bytes).unwrap();
        let kept = String::from_utf8_lossy(&logo.png);
        for left in ["home", "47.36", "script", "tEXt", "PK"] {
            assert!(!kept.contains(left), "{left}");
        }
        assert_eq!(logo, make(&file(ImageFormat::Png, 40, 20)).unwrap());
    }

    /// As in PNG's specification, annex D.
    fn crc(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(!0_u32, |crc, byte| {
            (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
                (crc >> 1) ^ (0xEDB8_8320 & 0_u32.wrapping_sub(crc & 1))
            })
        })
    }

    /// A PNG that says it is so large, and holds nothing.
    fn header(width: u32, height: u32) -> Vec<u8> {
        let mut chunk = b"IHDR".to_vec();
        chunk.extend_from_slice(&width.to_be_bytes());
        chunk.extend_from_slice(&height.to_be_bytes());
        chunk.extend_from_slice(&[8, 6, 0, 0, 0]);
        let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0d".to_vec();
        bytes.extend_from_slice(&chunk);
        bytes.extend_from_slice(&crc(&chunk).to_be_bytes());
        bytes.extend_from_slice(b"\0\0\0\0IDAT");
        bytes.extend_from_slice(&crc(b"IDAT").to_be_bytes());
        bytes
    }

    #[test]
    fn each_mistake_has_its_sentence() {
        assert_eq!(key(b""), "error-picture-kind");
        assert_eq!(key(b"GIF89a"), "error-picture-kind");
        assert_eq!(key(b"%PDF-1.7"), "error-picture-kind");
        assert_eq!(
            key(b"<?xml version=\"1.0\"?>\n<!-- x --><SVG xmlns='x'/>"),
            "error-picture-svg"
        );
        assert_eq!(key(b"\x89PNG\r\n\x1a\n"), "error-picture-broken");
        assert_eq!(key(b"\xff\xd8\xff\xe0rest"), "error-picture-broken");
        assert_eq!(key(b"RIFF\0\0\0\0WEBP"), "error-picture-broken");
        assert_eq!(key(&header(20_000, 20_000)), "error-logo-wide");
        assert_eq!(key(&header(4_001, 10)), "error-logo-wide");
        assert_eq!(key(&header(10, 10)), "error-picture-broken");
        let whole = file(ImageFormat::Png, 64, 64);
        assert_eq!(
            key(whole.get(..whole.len() / 2).unwrap()),
            "error-picture-broken"
        );
    }

    proptest! {
        #[test]
        fn no_file_makes_it_fall(bytes: Vec<u8>, at in 0_usize..400, with: u8) {
            let _ = make(&bytes);
            for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP] {
                let mut bent = file(format, 9, 9);
                let end = bent.len();
                if let Some(byte) = bent.get_mut(at % end) {
                    *byte = with;
                }
                let _ = make(&bent);
            }
        }
    }
}
