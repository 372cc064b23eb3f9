//! The text of a token: `pt_live_`, six characters by which it is known, `_`, 43 that nobody can guess, six that prove it was copied whole.
//! All of it in digits and letters. Whoever looks for leaked secrets finds it by its beginning and its checksum, without asking us.

use crate::base::{TokenHash, fill};
use sha2::{Digest, Sha256};
use std::fmt;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

/// What every token begins with.
const PREFIX: &str = "pt_live_";
/// Characters of the part by which it is known.
const SHORT: usize = 6;
/// Characters of the secret: 43 of 62 are 256 bits.
const SECRET: usize = 43;
/// Characters of the checksum: six of 62 hold 32 bits.
const CHECK: usize = 6;
/// Of the whole.
const LENGTH: usize = PREFIX.len() + SHORT + 1 + SECRET + CHECK;

const ALPHABET: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// The six characters by which a token is known: in lists and commands, no secret.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ShortId(String);

impl ShortId {
    /// Reads one; forgives what stands before it in the whole token.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let short = text.strip_prefix(PREFIX).unwrap_or(text);
        let fits = short.len() == SHORT && short.bytes().all(is_of_alphabet);
        fits.then(|| Self(short.to_owned()))
    }

    /// As it stands in the database.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What the whole token begins with.
    #[must_use]
    pub fn beginning(&self) -> String {
        format!("{PREFIX}{}", self.0)
    }

    /// One that is stored.
    pub(crate) fn stored(text: String) -> Self {
        Self(text)
    }
}

impl fmt::Display for ShortId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A whole token, right in itself: what it opens, the database says. Overwritten when it goes.
#[derive(Clone)]
pub struct TokenText(Zeroizing<String>);

impl TokenText {
    /// A new one.
    #[must_use]
    pub fn draw() -> Self {
        let text = format!("{PREFIX}{}_{}", drawn(SHORT), drawn(SECRET));
        let check = check(&text);
        Self(Zeroizing::new(text + &check))
    }

    /// Reads one. None where it has another shape or its checksum is wrong: nobody made that.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (front, end) = text.split_at_checked(LENGTH - CHECK)?;
        let (short, secret) = front.strip_prefix(PREFIX)?.split_once('_')?;
        let fits = text.len() == LENGTH
            && short.len() == SHORT
            && short.bytes().chain(secret.bytes()).all(is_of_alphabet);
        let is_whole = bool::from(check(front).as_bytes().ct_eq(end.as_bytes()));
        (fits && is_whole).then(|| Self(Zeroizing::new(text.to_owned())))
    }

    /// By what it is known.
    #[must_use]
    pub fn short_id(&self) -> ShortId {
        let short = self.0.get(PREFIX.len()..PREFIX.len() + SHORT);
        ShortId(short.unwrap_or_default().to_owned())
    }

    /// What is stored instead of it.
    #[must_use]
    pub fn hash(&self) -> TokenHash {
        TokenHash(Sha256::digest(self.0.as_bytes()).into())
    }

    /// Whether this is stored of it; as long for a wrong one as for the right one.
    #[must_use]
    pub(crate) fn is_of(&self, stored: &[u8]) -> bool {
        self.hash().0.ct_eq(stored).into()
    }

    /// The whole of it, for whoever made it, once.
    #[must_use]
    pub fn show(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for TokenText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TokenText(..)")
    }
}

fn is_of_alphabet(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
}

fn character(place: usize) -> char {
    ALPHABET.get(place).map_or('0', |byte| char::from(*byte))
}

/// So many characters, each drawn alone: a byte of the last eight values would make some of them likelier than others.
fn drawn(many: usize) -> String {
    let mut text = String::with_capacity(many);
    while text.len() < many {
        let mut bytes = [0_u8; 64];
        fill(&mut bytes);
        let fair = bytes.into_iter().filter(|byte| *byte < 248);
        let left = many - text.len();
        text.extend(
            fair.take(left)
                .map(|byte| character(usize::from(byte % 62))),
        );
    }
    text
}

/// The CRC-32 of a text, in six characters.
fn check(text: &str) -> String {
    let mut sum = crc32fast::hash(text.as_bytes());
    let mut characters = ['0'; CHECK];
    for place in characters.iter_mut().rev() {
        *place = character(usize::try_from(sum % 62).unwrap_or(0));
        sum /= 62;
    }
    characters.iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn what_is_drawn_is_read_back_and_no_two_are_alike() {
        let all: BTreeSet<String> = (0..1_000)
            .map(|_| TokenText::draw().show().to_owned())
            .collect();
        assert_eq!(all.len(), 1_000);
        for text in all {
            let read = TokenText::parse(&text).unwrap();
            assert_eq!((read.show(), text.len()), (text.as_str(), 64));
            assert_eq!(
                text.get(8..14).and_then(ShortId::parse),
                Some(read.short_id())
            );
            assert_eq!(
                text.get(..14).and_then(ShortId::parse),
                Some(read.short_id())
            );
            assert!(read.is_of(&TokenText::parse(&text).unwrap().hash().0));
            assert!(!read.is_of(&TokenText::draw().hash().0) && !read.is_of(&[]));
        }
    }

    #[test]
    fn every_character_is_drawn_and_none_more_often() {
        let many = drawn(62_000);
        for byte in ALPHABET {
            let times = many.matches(char::from(*byte)).count();
            assert!(
                (800..1_200).contains(&times),
                "{} {times}",
                char::from(*byte)
            );
        }
    }

    #[test]
    fn the_checksum_is_the_one_everybody_knows() {
        // the check value of CRC-32 of "123456789" is 0xcbf43926 = 3421780262
        assert_eq!(check("123456789"), "3jZRME");
        assert_eq!(check(""), "000000");
    }

    #[test]
    fn a_token_that_is_not_whole_is_none() {
        let text = TokenText::draw().show().to_owned();
        for place in 0..text.len() {
            let mut wrong = text.clone().into_bytes();
            wrong[place] = if wrong[place] == b'7' { b'8' } else { b'7' };
            let wrong = String::from_utf8(wrong).unwrap();
            assert!(TokenText::parse(&wrong).is_none(), "{wrong}");
            let (cut, _) = text.split_at(place);
            assert!(TokenText::parse(cut).is_none(), "cut at {place}");
        }
        for wrong in [
            format!(" {text}"),
            format!("{text} "),
            format!("{text}\n"),
            format!("{text}0"),
            text.to_uppercase(),
            text.to_lowercase(),
            text.replace("live", "test"),
            text.replacen('_', "-", 3),
            text.chars().rev().collect(),
            "é".repeat(32),
            String::new(),
        ] {
            assert!(TokenText::parse(&wrong).is_none(), "{wrong:?}");
        }
        // another alphabet, with a right checksum
        for strange in ["ab+d/f", "ab_def", "ab def"] {
            let front = format!("{PREFIX}{strange}_{}", drawn(SECRET));
            let wrong = front.clone() + &check(&front);
            assert!(TokenText::parse(&wrong).is_none(), "{wrong}");
        }
    }

    #[test]
    fn it_shows_itself_only_where_it_is_written_on_purpose() {
        assert_eq!(format!("{:?}", TokenText::draw()), "TokenText(..)");
    }
}
