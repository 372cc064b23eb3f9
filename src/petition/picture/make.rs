//! The picture of a petition, made of somebody's file: its middle at two widths, each a JPEG within its budget, and nothing else of the
//! file. The same file always makes the same bytes.

use crate::base::Invalid;
use crate::petition::rules::picture::{MadeFile, MadePicture};
use crate::web::pictures::reading::{self, NotAPicture, PictureBounds};
use image::DynamicImage;
use image::imageops::FilterType;
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};

/// Most bytes of a file.
pub(crate) const FILE: usize = 10 * 1024 * 1024;
/// Most pixels of a file: what telephones and cameras make unless they are asked for more. In passes each takes nine bytes.
pub(crate) const BOUNDS: PictureBounds = PictureBounds {
    side: 10_000,
    pixels: 36_000_000,
};
/// Least pixels of a file, as it is looked at.
pub(crate) const LEAST: (u32, u32) = (600, 400);
/// Its shape, wherever it is shown.
const SHAPE: (u32, u32) = (3, 2);
/// A page has 110 KB with a picture on a phone, of which its words, styles and font take 50.
const SMALL: Budget = Budget {
    width: 800,
    bytes: 60_000,
};
/// The column of the page twice, for fine screens.
const LARGE: Budget = Budget {
    width: 1_280,
    bytes: 110_000,
};
/// Between these the quality is chosen. Above the best one nobody sees more; below the least one squares are seen, and a smaller picture
/// looks better.
const BEST: u8 = 88;
const WORST: u8 = 50;

/// How large one of the two may be.
#[derive(Clone, Copy)]
struct Budget {
    width: u32,
    bytes: usize,
}

/// Why a file is no picture.
fn refused(why: NotAPicture) -> Invalid {
    Invalid::new(why.key("error-picture-wide"))
}

/// Reads a file and makes a picture of it. Takes a processor up to some seconds: not for async threads.
///
/// # Errors
/// `error-picture-svg`, `-heic` or `-kind` for what is no picture, by its first bytes; `-wide` beyond [`BOUNDS`], told from the header
/// before anything is decoded; `-small` below [`LEAST`]; `-cmyk`; `-broken` when it cannot be read to its end.
pub fn make(bytes: &[u8]) -> Result<MadePicture, Invalid> {
    let read = reading::read(bytes, BOUNDS).map_err(refused)?;
    let (width, height) = read.size();
    if width < LEAST.0 || height < LEAST.1 {
        return Err(Invalid::new("error-picture-small"));
    }
    let (across, down) = SHAPE;
    let most = LARGE.width * down / across + 1;
    let middle = read.middle(across, down).on_white();
    write(middle.within(LARGE.width, most).looked_upon())
}

/// Writes both files of a picture that is its middle already.
///
/// # Errors
/// `error-picture-broken` when it cannot be written.
pub fn write(picture: DynamicImage) -> Result<MadePicture, Invalid> {
    let whole = DynamicImage::ImageRgb8(picture.into_rgb8());
    let small = SMALL.write(&whole)?;
    let large = match whole.width() > SMALL.width {
        true => LARGE.write(&whole)?,
        false => small.clone(),
    };
    Ok(MadePicture { small, large })
}

impl Budget {
    /// The best JPEG within the budget: the highest quality, and fewer pixels where even the lowest has too many bytes.
    fn write(self, whole: &DynamicImage) -> Result<MadeFile, Invalid> {
        let mut width = whole.width().min(self.width);
        while width > 0 {
            let height =
                u64::from(whole.height()) * u64::from(width) / u64::from(whole.width().max(1));
            let height = u32::try_from(height).unwrap_or(u32::MAX).max(1);
            let scaled;
            let picture = match width == whole.width() {
                true => whole,
                false => {
                    scaled = whole.resize_exact(width, height, FilterType::CatmullRom);
                    &scaled
                }
            };
            if let Some(jpeg) = self.best(picture) {
                return Ok(MadeFile::of(jpeg, (picture.width(), picture.height())));
            }
            width = width * 9 / 10;
        }
        Err(refused(NotAPicture::Broken))
    }

    /// The highest quality that keeps to the budget, found by halves.
    fn best(self, picture: &DynamicImage) -> Option<Vec<u8>> {
        let encode = |quality| jpeg(picture, quality, SamplingFactor::R_4_2_0);
        let fits = |quality| encode(quality).filter(|jpeg| jpeg.len() <= self.bytes);
        if let Some(jpeg) = fits(BEST) {
            return Some(jpeg);
        }
        let mut best = fits(WORST)?;
        let (mut low, mut high) = (WORST, BEST);
        while high - low > 1 {
            let middle = low.midpoint(high);
            match fits(middle) {
                Some(jpeg) => (best, low) = (jpeg, middle),
                None => high = middle,
            }
        }
        Some(best)
    }
}

/// With tables of its own, and in passes that show all of it soon. Half of the colour's pixels each way are two thirds of the bytes, and
/// nobody misses them in what a camera took.
pub(crate) fn jpeg(
    picture: &DynamicImage,
    quality: u8,
    colours: SamplingFactor,
) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, quality);
    encoder.set_sampling_factor(colours);
    encoder.set_progressive(true);
    encoder.set_optimized_huffman_tables(true);
    let width = u16::try_from(picture.width()).ok()?;
    let height = u16::try_from(picture.height()).ok()?;
    encoder
        .encode(picture.as_bytes(), width, height, ColorType::Rgb)
        .ok()?;
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::pictures::name::PictureHash;
    use image::{ImageFormat, Rgb, RgbImage};
    use std::io::Cursor;

    /// Every pixel is chance: nothing takes more bytes.
    fn noise(width: u32, height: u32) -> RgbImage {
        let mut state = 7_u32;
        RgbImage::from_fn(width, height, |_, _| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let [_, red, green, blue] = state.to_be_bytes();
            Rgb([red, green, blue])
        })
    }

    fn soft(width: u32, height: u32) -> RgbImage {
        RgbImage::from_fn(width, height, |x, y| {
            let part = |at: u32, of: u32| u8::try_from(at * 255 / of).unwrap();
            Rgb([part(x, width), part(y, height), 90])
        })
    }

    fn png(picture: RgbImage) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        picture.write_to(&mut bytes, ImageFormat::Png).unwrap();
        bytes.into_inner()
    }

    fn sizes(made: &MadePicture) -> [(i32, i32); 2] {
        [&made.small, &made.large].map(|one| (one.file.width, one.file.height))
    }

    #[test]
    fn a_picture_is_its_middle_at_two_widths() {
        for ((width, height), wanted) in [
            ((1_500, 1_000), [(800, 533), (1_280, 853)]),
            ((700, 1_000), [(700, 466), (700, 466)]),
            ((1_700, 500), [(750, 500), (750, 500)]),
            ((1_000, 900), [(800, 532), (1_000, 666)]),
            ((600, 400), [(600, 400), (600, 400)]),
        ] {
            let made = make(&png(soft(width, height))).unwrap();
            assert_eq!(sizes(&made), wanted, "of {width} by {height}");
            for one in [&made.small, &made.large] {
                let read =
                    image::load_from_memory_with_format(&one.jpeg, ImageFormat::Jpeg).unwrap();
                let side = |pixels: u32| i32::try_from(pixels).unwrap();
                assert_eq!(
                    (side(read.width()), side(read.height())),
                    (one.file.width, one.file.height)
                );
                assert_eq!(one.file.hash, PictureHash::of(&one.jpeg));
            }
        }
    }

    #[test]
    fn whatever_it_shows_it_keeps_to_its_bytes() {
        let made = make(&png(noise(900, 600))).unwrap();
        assert_eq!(made, make(&png(noise(900, 600))).unwrap(), "the same again");
        assert!(made.small.jpeg.len() <= SMALL.bytes && made.large.jpeg.len() <= LARGE.bytes);
        assert!(
            made.small.jpeg.len() > SMALL.bytes / 2,
            "and uses them: {}",
            made.small.jpeg.len()
        );
        let [(small, _), (large, _)] = sizes(&made);
        assert!(
            small < 800 && large < 900,
            "chance has to be smaller: {small}, {large}"
        );
    }

    #[test]
    fn what_is_too_small_is_refused() {
        for (width, height) in [(1, 1), (599, 900), (900, 399)] {
            let key = make(&png(soft(width, height))).unwrap_err().key;
            assert_eq!(key, "error-picture-small", "{width} by {height}");
        }
        assert_eq!(make(b"<svg/>").unwrap_err().key, "error-picture-svg");
        assert_eq!(make(b"GIF89a").unwrap_err().key, "error-picture-kind");
    }

    #[test]
    fn of_what_a_file_says_beside_its_pixels_nothing_is_left() {
        let mut bytes = Vec::new();
        let mut encoder = Encoder::new(&mut bytes, 90);
        let exif = [
            b"II*\0\x08\0\0\0\0\0\0\0\0\0".as_slice(),
            b"canary 47.3769N 8.5417E",
        ]
        .concat();
        encoder.add_exif_metadata(&exif).unwrap();
        encoder
            .add_app_segment(1, b"http://ns.adobe.com/xap/1.0/\0canary".to_vec())
            .unwrap();
        encoder
            .add_app_segment(13, b"Photoshop 3.0\0canary".to_vec())
            .unwrap();
        encoder
            .encode(soft(900, 600).as_raw(), 900, 600, ColorType::Rgb)
            .unwrap();
        assert!(bytes.windows(6).any(|part| part == b"canary"));
        bytes.extend_from_slice(b"<script>canary()</script>PK\x03\x04canary");
        let made = make(&bytes).unwrap();
        for one in [&made.small.jpeg, &made.large.jpeg] {
            for left in ["canary", "47.37", "Exif", "script", "PK\u{3}\u{4}", "adobe"] {
                let is_there = one.windows(left.len()).any(|part| part == left.as_bytes());
                assert!(!is_there, "{left}");
            }
            let noted: Vec<u8> = one
                .windows(2)
                .filter(|pair| pair[0] == 0xFF)
                .map(|pair| pair[1])
                .collect();
            assert!(
                !noted
                    .iter()
                    .any(|marker| matches!(marker, 0xE1..=0xEF | 0xFE)),
                "nothing is noted at all"
            );
            assert!(one.ends_with(&[0xFF, 0xD9]));
        }
    }
}
