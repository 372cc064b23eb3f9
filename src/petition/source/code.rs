//! The code of a source: what stands behind `?via=` in its links.

use crate::base::{Invalid, LinkCode, fold};
use std::fmt;

/// Most characters of a code.
pub const CODE: usize = 40;
/// Characters of a code that is made of a name: room for a number behind it.
const SUGGESTED: usize = 32;

/// 1 to [`CODE`] characters of `a-z`, `0-9`, `-` and `_`; never one that could be a signer's own link. Capitals are read as small
/// letters, so that who types a code off a poster is counted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceCode(String);

impl SourceCode {
    /// Reads one, typed by an organizer or found in an address.
    ///
    /// # Errors
    /// `error-source-code` for another shape, `error-source-code-signer` for what a signer's own link may be.
    pub fn parse(typed: &str) -> Result<Self, Invalid> {
        let is_code = (1..=CODE).contains(&typed.len())
            && typed
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
        match is_code {
            false => Err(Invalid::new("error-source-code")),
            true if LinkCode::parse(typed).is_some() => {
                Err(Invalid::new("error-source-code-signer"))
            }
            true => Ok(Self(typed.to_ascii_lowercase())),
        }
    }

    /// A code made from a name: accents taken off, everything else that is no letter or digit a hyphen. None where nothing is left, as
    /// with a name in Arabic, and where it could be a signer's.
    #[must_use]
    pub fn suggest(name: &str) -> Option<Self> {
        let folded = fold(name).replace('\'', "");
        let words = folded.split(|c: char| !c.is_ascii_lowercase() && !c.is_ascii_digit());
        let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
        let joined: String = words.join("-").chars().take(SUGGESTED).collect();
        Self::parse(joined.trim_end_matches('-')).ok()
    }

    /// The same with `-n` behind it, for one that is taken.
    #[must_use]
    pub fn numbered(&self, n: usize) -> Self {
        let tail = format!("-{n}");
        let room = CODE.saturating_sub(tail.len());
        let head: String = self.0.chars().take(room).collect();
        Self(format!("{}{tail}", head.trim_end_matches('-')))
    }

    /// As it stands in addresses and rows.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SourceCode {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&self.0)
    }
}

impl From<SourceCode> for String {
    fn from(code: SourceCode) -> Self {
        code.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn capitals_are_small_letters_and_a_signers_code_is_none() {
        for (typed, read) in [("poster", "poster"), ("HT_014", "ht_014"), ("x-1", "x-1")] {
            assert_eq!(SourceCode::parse(typed).unwrap().as_str(), read);
        }
        let long = "a".repeat(41);
        for typed in ["", "a b", "ñ", "a/b", "a\0", "a\u{202e}", &long] {
            assert_eq!(
                SourceCode::parse(typed).unwrap_err().key,
                "error-source-code",
                "{typed:?}"
            );
        }
        for typed in ["2abcdefghj", "2ABCDEFGHJ"] {
            assert_eq!(
                SourceCode::parse(typed).unwrap_err().key,
                "error-source-code-signer"
            );
        }
    }

    #[test]
    fn a_code_is_made_of_a_name() {
        for (name, code) in [
            ("Harlow table", Some("harlow-table")),
            ("Café «Ñandú», May 12", Some("cafe-nandu-may-12")),
            ("Sam's newsletter", Some("sams-newsletter")),
            ("مكتبة", None),
            ("2abcdefghj", None),
        ] {
            let made = SourceCode::suggest(name).map(String::from);
            assert_eq!(made.as_deref(), code, "{name}");
        }
        let taken = SourceCode::parse(&"a".repeat(40)).unwrap();
        assert_eq!(
            taken.numbered(12).as_str(),
            format!("{}-12", "a".repeat(37))
        );
    }

    proptest! {
        #[test]
        fn what_is_made_of_a_name_is_a_code(name in any::<String>()) {
            if let Some(code) = SourceCode::suggest(&name) {
                prop_assert_eq!(SourceCode::parse(code.as_str()), Ok(code));
            }
        }
    }
}
