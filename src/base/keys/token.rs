//! Tokens: the part of a link that only the mailbox it was sent to knows. Codes to type and words to match stand in `code`.

use std::fmt;

use serde::Deserialize;
use sha2::{Digest, Sha256};

use super::secrets::Key;
use crate::base::invalid::Invalid;
use crate::base::random;

/// Crockford's base 32: no `i`, `l`, `o` or `u`, so that nothing is misread and nothing rude is spelled.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// 128 bits nobody can guess, written as 26 characters of `0-9a-z`: the secret part of a link.
/// Only its [`TokenHash`] is stored; a token that must be sent again is derived again.
#[derive(Clone, Deserialize)]
#[serde(try_from = "String")]
pub struct Token([u8; 16]);

impl Token {
    /// The token of one thing for one purpose: the first 16 bytes of HMAC-SHA256(key, purpose, 0, id). A token of another
    /// purpose is another token, so none can be used for what it was not sent for. `purpose` holds no zero byte.
    pub fn derive(key: &Key, purpose: &str, id: &[u8]) -> Self {
        Self(first(key.mac(&[purpose.as_bytes(), &[0], id])))
    }

    /// The token of these 128 bits.
    pub const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// Its 128 bits.
    pub const fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }

    /// A token that cannot be derived again, for sessions and invitations.
    pub fn random() -> Self {
        Self(random::bytes())
    }

    /// Reads a token; forgives capitals, and `o` for `0`, `i` or `l` for `1`, as somebody who types it off a mail writes.
    ///
    /// # Errors
    /// `error-token` when it is not 26 such characters, or more than 128 bits.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        const WRONG: Invalid = Invalid::new("error-token");
        if text.chars().count() != 26 {
            return Err(WRONG);
        }
        let mut bits: u128 = 0;
        for character in text.chars() {
            let digit = digit(character).ok_or(WRONG)?;
            bits = bits
                .checked_mul(32)
                .and_then(|bits| bits.checked_add(u128::from(digit)))
                .ok_or(WRONG)?;
        }
        Ok(Self(bits.to_be_bytes()))
    }

    /// What the database keeps instead of it: SHA-256 of the 16 bytes. No salt is needed for 128 random bits.
    pub fn hash(&self) -> TokenHash {
        TokenHash(Sha256::digest(self.0).into())
    }
}

impl fmt::Display for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&base32(u128::from_be_bytes(self.0), 26))
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(..)")
    }
}

impl TryFrom<String> for Token {
    type Error = Invalid;

    fn try_from(text: String) -> Result<Self, Invalid> {
        Self::parse(&text)
    }
}

/// The SHA-256 of a [`Token`]: what is stored and looked up. It opens nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TokenHash(pub [u8; 32]);

fn first(mac: [u8; 32]) -> [u8; 16] {
    let mut bytes = [0; 16];
    for (place, byte) in bytes.iter_mut().zip(mac) {
        *place = byte;
    }
    bytes
}

/// The value of a character, read as a person may have written it.
pub(crate) fn digit(character: char) -> Option<u8> {
    let plain = match character.to_ascii_lowercase() {
        'o' => '0',
        'i' | 'l' => '1',
        plain => plain,
    };
    let place = ALPHABET
        .iter()
        .position(|known| char::from(*known) == plain)?;
    u8::try_from(place).ok()
}

pub(crate) fn character(digit: u8) -> char {
    ALPHABET
        .get(usize::from(digit))
        .map_or('0', |known| char::from(*known))
}

fn base32(mut bits: u128, length: usize) -> String {
    let mut characters = vec!['0'; length];
    for place in characters.iter_mut().rev() {
        *place = character(u8::try_from(bits & 31).unwrap_or(0));
        bits >>= 5;
    }
    characters.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::base::keys::code::Code;
    use crate::base::keys::secrets::Secrets;

    fn key() -> Key {
        Secrets::for_test().key("tokens")
    }

    #[test]
    fn a_token_is_written_as_in_crockfords_alphabet() {
        assert_eq!(Token([0; 16]).to_string(), "0".repeat(26));
        assert_eq!(Token([255; 16]).to_string(), format!("7{}", "z".repeat(25)));
        assert_eq!(
            Token(31_u128.to_be_bytes()).to_string(),
            format!("{}z", "0".repeat(25))
        );
        assert_eq!(
            Token(32_u128.to_be_bytes()).to_string(),
            format!("{}10", "0".repeat(24))
        );
    }

    #[test]
    fn a_token_of_one_purpose_is_none_of_another() {
        let confirm = Token::derive(&key(), "confirm", b"id");
        assert_eq!(
            confirm.hash(),
            Token::derive(&key(), "confirm", b"id").hash()
        );
        for other in [
            Token::derive(&key(), "withdraw", b"id"),
            Token::derive(&key(), "confirm", b"di"),
            Token::derive(&key(), "confir", b"mid"),
            Token::derive(&Secrets::for_test().key("other"), "confirm", b"id"),
            Token::random(),
        ] {
            assert_ne!(confirm.hash(), other.hash());
        }
    }

    #[test]
    fn a_token_is_read_as_people_write_it_and_refused_otherwise() {
        let token = Token::parse(&format!("{}10", "0".repeat(24))).unwrap();
        assert_eq!(
            Token::parse(&format!("{}LO", "o".repeat(24))).unwrap().0,
            token.0
        );
        let long = "0".repeat(27);
        let too_many_bits = format!("8{}", "0".repeat(25));
        let foreign = "é".repeat(26);
        for wrong in [
            "",
            "0",
            &long,
            &too_many_bits,
            &foreign,
            &"u".repeat(26),
            &format!("{} ", "0".repeat(25)),
        ] {
            assert_eq!(
                Token::parse(wrong).map(|_| ()),
                Err(Invalid::new("error-token")),
                "{wrong}"
            );
        }
    }

    #[test]
    fn a_token_shows_itself_only_where_it_is_written_on_purpose() {
        assert_eq!(
            format!("{:?} {:?}", Token::random(), Code::random()),
            "Token(..) Code(..)"
        );
        let hash = Token([0; 16]).hash();
        // printf '\0%.0s' {1..16} | sha256sum
        assert_eq!(hash.0.get(..4), Some([0x37, 0x47, 0x08, 0xff].as_slice()));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(bytes in any::<[u8; 16]>()) {
            let text = Token(bytes).to_string();
            prop_assert_eq!(text.len(), 26);
            prop_assert_eq!(Token::parse(&text).unwrap().0, bytes);
            prop_assert_eq!(Token::parse(&text.to_uppercase()).unwrap().0, bytes);
        }
    }
}
