//! The name of a picture: the SHA-256 of its bytes. What is at such an address never changes. A logo is named with its size.

use crate::web::PathPiece;
use sha2::{Digest, Sha256};

/// The place of a picture in an address: the SHA-256 of its bytes, in hexadecimal.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PictureHash(pub String);

impl PictureHash {
    /// The name of these bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        let digest = Sha256::digest(bytes);
        Self(digest.iter().map(|byte| format!("{byte:02x}")).collect())
    }
}

/// Names a logo by its content, and says how large it is.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct LogoName {
    /// SHA-256 of the PNG, in hexadecimal.
    pub sha256: String,
    /// Pixels across.
    pub width: i32,
    /// Pixels down.
    pub height: i32,
}

impl LogoName {
    /// How many pixels across a page shows it: half of what it has where that is enough, so that it is sharp.
    #[must_use]
    pub(crate) fn shown_width(&self) -> i32 {
        self.width.div_euclid(self.scale()).max(1)
    }

    /// How many pixels down.
    #[must_use]
    pub(crate) fn shown_height(&self) -> i32 {
        self.height.div_euclid(self.scale()).max(1)
    }

    fn scale(&self) -> i32 {
        match self.width > 160 || self.height > 80 {
            true => 2,
            false => 1,
        }
    }
}

impl PathPiece for PictureHash {
    const NAME: &'static str = "picture";

    fn read(text: &str) -> Option<Self> {
        let is_digit = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        (text.len() == 64 && text.bytes().all(is_digit)).then(|| Self(text.to_owned()))
    }
}
