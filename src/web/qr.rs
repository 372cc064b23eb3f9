//! A link as a picture, for the phone of the person beside.

use image::{GrayImage, ImageFormat, Luma};
use qrcode::{Color, EcLevel, QrCode};
use std::fmt::Write as _;
use std::io::Cursor;

/// The quiet zone around it, in modules (ISO/IEC 18004 asks for four).
const QUIET: usize = 4;

/// A QR code as one path of strokes: no style, no picture of its own, sharp at every size.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Qr {
    /// Modules from edge to edge, the quiet zone included: the view box is a square of this.
    pub size: usize,
    /// Strokes one module thick.
    pub path: String,
    /// The same, for whatever is no SVG.
    pub runs: Vec<DarkRun>,
}

/// Dark modules beside each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DarkRun {
    /// Modules from the edge to the first of them.
    pub x: u8,
    /// Modules from the upper edge.
    pub y: u8,
    /// How many.
    pub length: u8,
}

impl Qr {
    /// Draws a link; none when it is too long for the largest code (2,331 bytes).
    #[must_use]
    pub fn of(link: &str) -> Option<Self> {
        let code = QrCode::with_error_correction_level(link, EcLevel::M).ok()?;
        let width = code.width();
        let mut path = String::new();
        let mut dark = Vec::new();
        for (row, modules) in code.to_colors().chunks(width.max(1)).enumerate() {
            let mut column = 0;
            for run in modules.chunk_by(|one, next| one == next) {
                if run.first() == Some(&Color::Dark) {
                    let (x, y) = (column + QUIET, row + QUIET);
                    // writing to a String cannot fail
                    let _ = write!(path, "M{x} {y}.5h{}", run.len());
                    // the largest code has 177 modules
                    dark.push(DarkRun {
                        x: u8::try_from(x).ok()?,
                        y: u8::try_from(y).ok()?,
                        length: u8::try_from(run.len()).ok()?,
                    });
                }
                column += run.len();
            }
        }
        Some(Self {
            size: width + 2 * QUIET,
            path,
            runs: dark,
        })
    }

    /// As a PNG in black on white, each module a square of whole pixels, at least so many from edge to edge.
    #[must_use]
    pub fn png(&self, least: u32) -> Option<Vec<u8>> {
        let size = u32::try_from(self.size).ok()?;
        let scale = least.div_ceil(size.max(1));
        let mut picture = GrayImage::from_pixel(size * scale, size * scale, Luma([255]));
        for run in &self.runs {
            let begin = (u32::from(run.x) * scale, u32::from(run.y) * scale);
            for y in begin.1..begin.1 + scale {
                for x in begin.0..begin.0 + u32::from(run.length) * scale {
                    picture.put_pixel(x, y, Luma([0]));
                }
            }
        }
        let mut png = Cursor::new(Vec::new());
        picture.write_to(&mut png, ImageFormat::Png).ok()?;
        Some(png.into_inner())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a phone reads off the drawn path.
    fn read(qr: &Qr) -> String {
        const SCALE: usize = 4;
        let mut dark = vec![false; qr.size * qr.size];
        for stroke in qr.path.split('M').skip(1) {
            let (place, run) = stroke.split_once('h').unwrap();
            let (x, y) = place.split_once(' ').unwrap();
            let y = y.strip_suffix(".5").unwrap().parse::<usize>().unwrap();
            let from = y * qr.size + x.parse::<usize>().unwrap();
            dark[from..from + run.parse::<usize>().unwrap()].fill(true);
        }
        let side = qr.size * SCALE;
        let mut picture = rqrr::PreparedImage::prepare_from_greyscale(side, side, |x, y| {
            if dark[(y / SCALE) * qr.size + x / SCALE] {
                0
            } else {
                255
            }
        });
        let grids = picture.detect_grids();
        grids.first().expect("a code").decode().unwrap().1
    }

    #[test]
    fn a_phone_reads_the_link() {
        for link in [
            "https://sign.example.org/p/open-letter?via=4k7f3m9q",
            "http://127.0.0.1:8080/p/a",
            &format!("https://example.org/p/{}?via=4k7f3m9q", "a".repeat(80)),
        ] {
            assert_eq!(read(&Qr::of(link).unwrap()), link);
        }
        assert_eq!(Qr::of(&"a".repeat(3_000)), None);
    }

    #[test]
    fn a_phone_reads_the_picture_on_black_too() {
        let link = "https://sign.example.org/p/open-letter?via=poster";
        let png = Qr::of(link).unwrap().png(600).unwrap();
        let code = image::load_from_memory(&png).unwrap().to_luma8();
        assert!(code.width() >= 600 && code.width() == code.height());
        // whatever stands around it: it brings its own quiet zone
        let mut black = GrayImage::new(code.width() + 80, code.height() + 80);
        image::imageops::replace(&mut black, &code, 40, 40);
        let side = usize::try_from(black.width()).unwrap();
        let pixels = black.into_raw();
        let at = |x, y| pixels[y * side + x];
        let mut seen = rqrr::PreparedImage::prepare_from_greyscale(side, side, at);
        let grids = seen.detect_grids();
        assert_eq!(grids.first().expect("a code").decode().unwrap().1, link);
    }
}
