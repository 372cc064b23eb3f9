//! A link as a picture, for the phone of the person beside.

use qrcode::{Color, EcLevel, QrCode};
use std::fmt::Write as _;

/// The quiet zone around it, in modules (ISO/IEC 18004 asks for four).
const QUIET: usize = 4;

/// A QR code as one path of strokes: no style, no picture of its own, sharp at every size.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Qr {
    /// Modules from edge to edge, the quiet zone included: the view box is a square of this.
    pub size: usize,
    /// Strokes one module thick.
    pub path: String,
}

impl Qr {
    /// Draws a link; none when it is too long for the largest code (2,331 bytes).
    #[must_use]
    pub fn of(link: &str) -> Option<Self> {
        let code = QrCode::with_error_correction_level(link, EcLevel::M).ok()?;
        let width = code.width();
        let mut path = String::new();
        for (row, modules) in code.to_colors().chunks(width.max(1)).enumerate() {
            let mut column = 0;
            for run in modules.chunk_by(|one, next| one == next) {
                if run.first() == Some(&Color::Dark) {
                    let (x, y) = (column + QUIET, row + QUIET);
                    // writing to a String cannot fail
                    let _ = write!(path, "M{x} {y}.5h{}", run.len());
                }
                column += run.len();
            }
        }
        Some(Self {
            size: width + 2 * QUIET,
            path,
        })
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
}
