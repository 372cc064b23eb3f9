//! The name of a picture: the SHA-256 of its bytes. What is at such an address never changes.

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

impl PathPiece for PictureHash {
    const NAME: &'static str = "picture";

    fn read(text: &str) -> Option<Self> {
        let is_digit = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        (text.len() == 64 && text.bytes().all(is_digit)).then(|| Self(text.to_owned()))
    }
}
