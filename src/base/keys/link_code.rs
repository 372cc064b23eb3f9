//! The code in a link that somebody passes on.

use std::fmt;

use super::token::{character, digit};
use crate::base::Key;
use crate::base::random;

/// Ten characters of a link: seven drawn at random, which tell nothing of whoever passes the link on, and three that prove the
/// seven were drawn here. The first is a digit, so that words that people choose (`whatsapp`, `harlow-table`) are not taken for one.
///
/// 33 random bits: of a petition's million signers about sixty pairs have the same code; then they share a count, and nothing
/// else hangs on it. 15 bits of proof: of made-up codes one in 32,768 passes, and adds a row to a list of counts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LinkCode(String);

/// How many characters are drawn.
const DRAWN: usize = 7;
/// How many characters prove it.
const PROOF: usize = 3;

impl LinkCode {
    /// A new one, proven by this key. Draw from one key for each petition, and a code is none under another.
    #[must_use]
    pub(crate) fn draw(key: &Key) -> Self {
        let bytes: [u8; DRAWN] = random::bytes();
        let characters = bytes.into_iter().enumerate();
        let drawn: String = characters
            .map(|(place, byte)| match place {
                0 => character(2 + byte % 8),
                _ => character(byte % 32),
            })
            .collect();
        let proof = proof(key, &drawn);
        Self(drawn + &proof)
    }

    /// Whether it was drawn from this key.
    #[must_use]
    pub(crate) fn is_of(&self, key: &Key) -> bool {
        // It keeps no secret: a code that passes is worth one line in a list of counts.
        self.0
            .split_at_checked(DRAWN)
            .is_some_and(|(drawn, end)| proof(key, drawn) == end)
    }

    /// Reads one; none when it has another shape. Forgives capitals, `o` for `0`, `i` or `l` for `1`, as somebody writes who
    /// types it off a poster.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() != DRAWN + PROOF || !text.starts_with(|first: char| first.is_ascii_digit()) {
            return None;
        }
        let digits: Option<String> = text.chars().map(|c| digit(c).map(character)).collect();
        digits.map(Self)
    }

    /// As it stands in the link.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The characters behind these.
fn proof(key: &Key, drawn: &str) -> String {
    let mac = key.mac(&[drawn.as_bytes()]);
    let digits = mac.into_iter().take(PROOF);
    digits.map(|byte| character(byte % 32)).collect()
}

impl fmt::Display for LinkCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Secrets;
    use std::collections::BTreeSet;

    fn key(purpose: &str) -> Key {
        Secrets::for_test().key(purpose)
    }

    #[test]
    fn no_two_are_alike_and_each_is_read_back() {
        let key = key("one petition");
        let all: BTreeSet<_> = (0..1_000).map(|_| LinkCode::draw(&key)).collect();
        assert_eq!(all.len(), 1_000);
        for code in all {
            assert_eq!(LinkCode::parse(code.as_str()), Some(code.clone()));
            assert_eq!(
                LinkCode::parse(&code.as_str().to_uppercase()),
                Some(code.clone())
            );
            assert!(code.is_of(&key));
            assert!(
                !code.as_str().contains(['i', 'l', 'o', 'u']),
                "{code} is read wrong"
            );
        }
    }

    #[test]
    fn a_made_up_code_and_one_of_another_petition_pass_once_in_thousands() {
        let (own, other) = (key("one petition"), key("another"));
        let foreign = (0..1_000)
            .filter(|_| LinkCode::draw(&other).is_of(&own))
            .count();
        assert!(foreign < 3, "{foreign} of 1,000 pass");
        let code = LinkCode::draw(&own).to_string();
        for place in 0..code.len() {
            let mut wrong = code.clone().into_bytes();
            wrong[place] = if wrong[place] == b'7' { b'8' } else { b'7' };
            let wrong = LinkCode::parse(std::str::from_utf8(&wrong).unwrap()).unwrap();
            // one wrong character in front is found but once in 32,768; one of the proof, always
            assert!(place < DRAWN || !wrong.is_of(&own), "{code} {wrong}");
        }
    }

    #[test]
    fn words_and_strange_shapes_are_none() {
        for other in [
            "",
            "whatsapp",
            "whatsappen",
            "4k7f3m9qa",
            "4k7f3m9qabc",
            "4k7f3-m9qa",
            "4k7f3m9uab",
            "4k7f3m9éa",
            "4k7f3m9qa\n",
            "ａk7f3m9q",
        ] {
            assert_eq!(LinkCode::parse(other), None, "{other:?}");
        }
        assert_eq!(
            LinkCode::parse("4KOi3m9qLz").map(|code| code.to_string()),
            Some("4k013m9q1z".to_owned())
        );
    }
}
