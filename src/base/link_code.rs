//! The code in a link that somebody passes on.

use std::fmt;

use super::chance;
use super::token::{character, digit};

/// Eight characters of a link: 38 bits drawn at random, which tell nothing of whoever passes the link on. The first is a digit,
/// so that words that people choose (`whatsapp`, `harlow-table`) are not taken for one.
///
/// Enough that two of a petition's million signers share one about twice; then they share a count, and nothing else hangs on it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LinkCode(String);

/// How many characters it has.
const LENGTH: usize = 8;

impl LinkCode {
    /// A new one.
    #[must_use]
    pub fn random() -> Self {
        let bytes: [u8; LENGTH] = chance::bytes();
        let characters = bytes.into_iter().enumerate();
        let written = characters.map(|(place, byte)| match place {
            0 => character(2 + byte % 8),
            _ => character(byte % 32),
        });
        Self(written.collect())
    }

    /// Reads one; none when it has another shape. Forgives capitals, `o` for `0`, `i` or `l` for `1`, as somebody writes who
    /// types it off a poster.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() != LENGTH || !text.starts_with(|first: char| first.is_ascii_digit()) {
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

impl fmt::Display for LinkCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_two_are_alike_and_each_is_read_back() {
        let all: BTreeSet<_> = (0..1_000).map(|_| LinkCode::random()).collect();
        assert_eq!(all.len(), 1_000);
        for code in all {
            assert_eq!(LinkCode::parse(code.as_str()), Some(code.clone()));
            assert_eq!(
                LinkCode::parse(&code.as_str().to_uppercase()),
                Some(code.clone())
            );
            assert!(
                !code.as_str().contains(['i', 'l', 'o', 'u']),
                "{code} is read wrong"
            );
        }
    }

    #[test]
    fn words_and_strange_shapes_are_none() {
        for other in [
            "",
            "whatsapp",
            "4k7f3m9",
            "4k7f3m9qa",
            "4k7f-m9q",
            "4k7f3m9u",
            "4k7f3m9é",
            "4k7f3m9\n",
            "ａk7f3m9q",
        ] {
            assert_eq!(LinkCode::parse(other), None, "{other:?}");
        }
        assert_eq!(
            LinkCode::parse("4KOi3m9q").map(|code| code.to_string()),
            Some("4k013m9q".to_owned())
        );
    }
}
