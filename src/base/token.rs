//! What is sent in letters so that only the mailbox can use it: tokens in links, codes to type, words to match.

use std::fmt;

use serde::Deserialize;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use super::chance;
use super::invalid::Invalid;
use super::secrets::Key;

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

    /// A token that cannot be derived again, for sessions and invitations.
    pub fn random() -> Self {
        Self(chance::bytes())
    }

    /// Reads a token; forgives capitals, and `o` for `0`, `i` or `l` for `1`, as somebody who types it off a letter writes.
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

/// 40 bits to type: eight characters shown as `xxxx-xxxx`. Few enough to be guessed at leisure: whoever asks for a code counts the tries.
#[derive(Clone)]
pub struct Code([u8; 8]);

impl Code {
    /// The code of one thing for one purpose, derived like a token.
    pub fn derive(key: &Key, purpose: &str, id: &[u8]) -> Self {
        let [a, b, c, d, e, ..] = key.mac(&[purpose.as_bytes(), &[0], id]);
        Self::of([a, b, c, d, e])
    }

    /// A code that cannot be derived again.
    pub fn random() -> Self {
        Self::of(chance::bytes())
    }

    /// Reads what somebody typed: forgives capitals, spaces and dashes of every kind, `o` for `0`, `i` or `l` for `1`.
    ///
    /// # Errors
    /// `error-code` when not exactly eight characters of the alphabet remain.
    pub fn parse(typed: &str) -> Result<Self, Invalid> {
        const WRONG: Invalid = Invalid::new("error-code");
        let mut code = [0; 8];
        let mut places = code.iter_mut();
        for character in typed
            .chars()
            .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '_' | '.' | '‐'..='―' | '−'))
        {
            *places.next().ok_or(WRONG)? = digit(character).ok_or(WRONG)?;
        }
        if places.next().is_some() {
            return Err(WRONG);
        }
        Ok(Self(code))
    }

    fn of(bytes: [u8; 5]) -> Self {
        let [a, b, c, d, e] = bytes;
        let bits = u64::from_be_bytes([0, 0, 0, a, b, c, d, e]);
        let mut code = [0; 8];
        for (place, shift) in code.iter_mut().rev().zip((0..40).step_by(5)) {
            *place = low_five_bits(bits >> shift);
        }
        Self(code)
    }
}

/// In constant time: a code is a secret that a stranger sends to be compared.
impl PartialEq for Code {
    fn eq(&self, other: &Self) -> bool {
        self.0.ct_eq(&other.0).into()
    }
}

impl Eq for Code {}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, digit) in self.0.iter().enumerate() {
            if place == 4 {
                f.write_str("-")?;
            }
            fmt::Write::write_char(f, character(*digit))?;
        }
        Ok(())
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Code(..)")
    }
}

/// One of 2,048 plain words of a language, by its place in the list: stands in a letter, and is asked for where a machine
/// may have pressed the button. Eleven bits, so it proves reading, not identity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MatchWord(u16);

impl MatchWord {
    /// How many words there are in each language.
    pub const COUNT: usize = 2_048;

    /// The word of one thing for one purpose, derived like a token.
    pub fn derive(key: &Key, purpose: &str, id: &[u8]) -> Self {
        let [high, low, ..] = key.mac(&[purpose.as_bytes(), &[0], id]);
        Self(u16::from_be_bytes([high & 0x07, low]))
    }

    /// The word at a place that came back from a form; `None` when there is no such place.
    pub fn at(index: usize) -> Option<Self> {
        let index = u16::try_from(index).ok()?;
        (usize::from(index) < Self::COUNT).then_some(Self(index))
    }

    /// Its place in the list: 0 to 2,047.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }

    /// This word and four wrong ones, in an order that tells nothing. The same five for the same `key`, `purpose` and `id`
    /// every time: other wrong words at each look would show the right one.
    pub fn among_five(self, key: &Key, purpose: &str, id: &[u8]) -> [MatchWord; 5] {
        let mut words = [self; 5];
        let mut draw: u8 = 0;
        for filled in 1..5 {
            loop {
                let other = Self::derive(key, purpose, &[id, &[0, draw]].concat());
                draw = draw.wrapping_add(1);
                if !words.iter().take(filled).any(|word| *word == other) {
                    words.iter_mut().skip(filled).for_each(|word| *word = other);
                    break;
                }
            }
        }
        words.sort_by_key(|word| {
            key.mac(&[
                purpose.as_bytes(),
                &[0],
                id,
                b"order",
                &word.0.to_be_bytes(),
            ])
        });
        words
    }
}

fn first(mac: [u8; 32]) -> [u8; 16] {
    let mut bytes = [0; 16];
    for (place, byte) in bytes.iter_mut().zip(mac) {
        *place = byte;
    }
    bytes
}

/// The value of a character, read as a person may have written it.
fn digit(character: char) -> Option<u8> {
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

fn character(digit: u8) -> char {
    ALPHABET
        .get(usize::from(digit))
        .map_or('0', |known| char::from(*known))
}

fn low_five_bits(bits: u64) -> u8 {
    u8::try_from(bits & 31).unwrap_or(0)
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
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;
    use crate::base::secrets::Secrets;

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

    #[test]
    fn a_code_forgives_how_it_is_typed() {
        let code = Code::parse("10ab-cdef").unwrap();
        for typed in [
            "10abcdef",
            "10AB CDEF",
            " IO ab—cdef ",
            "lo-ab-cd-ef",
            "1oAb\u{2011}cDeF\n",
            "10ab.cdef",
        ] {
            assert_eq!(Code::parse(typed), Ok(code.clone()), "{typed}");
        }
        assert_eq!(code.to_string(), "10ab-cdef");
        assert_ne!(Code::parse("10ab-cdeg").unwrap(), code);
        for wrong in [
            "",
            "----",
            "10ab-cde",
            "10ab-cdefg",
            "10ab-cdeu",
            "10ab/cdef",
            "１0ab-cdef",
        ] {
            assert_eq!(
                Code::parse(wrong),
                Err(Invalid::new("error-code")),
                "{wrong}"
            );
        }
        assert_eq!(Code::of([255, 255, 255, 255, 255]).to_string(), "zzzz-zzzz");
        assert_eq!(Code::of([0, 0, 0, 0, 32]).to_string(), "0000-0010");
    }

    #[test]
    fn five_words_hold_the_right_one_once_and_anywhere() {
        let mut places = BTreeSet::new();
        for id in 0..200_u16 {
            let id = id.to_be_bytes();
            let right = MatchWord::derive(&key(), "word", &id);
            let five = right.among_five(&key(), "choices", &id);
            assert_eq!(
                five,
                right.among_five(&key(), "choices", &id),
                "the same at every look"
            );
            assert_eq!(five.iter().collect::<BTreeSet<_>>().len(), 5);
            places.insert(five.iter().position(|word| *word == right).unwrap());
        }
        assert_eq!(places.len(), 5, "the right one stands in every place");
    }

    #[test]
    fn words_use_the_whole_list_and_no_more() {
        let seen: BTreeSet<usize> = (0..40_000_u32)
            .map(|id| MatchWord::derive(&key(), "word", &id.to_be_bytes()).index())
            .collect();
        assert_eq!(
            (seen.len(), seen.first(), seen.last()),
            (2_048, Some(&0), Some(&2_047))
        );
        assert_eq!(MatchWord::at(2_047).map(MatchWord::index), Some(2_047));
        assert_eq!(
            (MatchWord::at(2_048), MatchWord::at(usize::MAX)),
            (None, None)
        );
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(bytes in any::<[u8; 16]>(), five in any::<[u8; 5]>()) {
            let text = Token(bytes).to_string();
            prop_assert_eq!(text.len(), 26);
            prop_assert_eq!(Token::parse(&text).unwrap().0, bytes);
            prop_assert_eq!(Token::parse(&text.to_uppercase()).unwrap().0, bytes);
            let code = Code::of(five);
            prop_assert_eq!(Code::parse(&code.to_string()), Ok(code));
        }
    }
}
