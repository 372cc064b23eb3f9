//! Keys, each made from the secret for one purpose.

use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use zeroize::Zeroize;

/// A key for one purpose. Its bytes are overwritten when it goes, so that what is left of memory holds few of them.
#[derive(Clone)]
pub struct Key([u8; 32]);

impl Drop for Key {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl Key {
    pub(crate) const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// HMAC-SHA256 (RFC 2104) over the parts, one after another. Nothing is put between them: where two lists of parts
    /// could run together into the same bytes, put a zero byte or a fixed length between them.
    pub(crate) fn mac(&self, parts: &[&[u8]]) -> [u8; 32] {
        // a key shorter than a block is filled with zeros by HMAC itself; filled here, its length cannot be wrong
        let mut block = [0; 64];
        for (place, byte) in block.iter_mut().zip(self.0) {
            *place = byte;
        }
        let mut mac = Hmac::<Sha256>::new(&block.into());
        block.zeroize();
        for part in parts {
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }

    /// A key within this one, for one petition or one day: HMAC-SHA256(key, parts).
    #[must_use]
    pub fn within(&self, parts: &[&[u8]]) -> Key {
        Key(self.mac(parts))
    }

    /// The key itself, for an algorithm other than HMAC.
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::keys::secrets::{Secrets, hex};

    #[test]
    fn hmac_is_that_of_rfc_4231() {
        // test case 2, whose key of four bytes is filled with zeros as here
        let mut key = [0; 32];
        key.iter_mut()
            .zip(*b"Jefe")
            .for_each(|(place, byte)| *place = byte);
        let mac = Key(key).mac(&[b"what do ya want ", b"for nothing?"]);
        assert_eq!(
            hex(&mac),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        );
    }

    #[test]
    fn a_tag_is_of_its_parts_and_its_key() {
        let (key, other) = (
            Secrets::for_test().key("page"),
            Secrets::for_test().key("mail"),
        );
        assert_eq!(key.mac(&[b"a", b"b"]), key.mac(&[b"ab"]));
        assert_ne!(key.mac(&[b"a"]), key.mac(&[b"ab"]));
        assert_ne!(other.mac(&[b"ab"]), key.mac(&[b"ab"]));
    }
}
