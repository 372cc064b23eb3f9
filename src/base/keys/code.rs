//! What a person copies by hand from a mail: a code to type, a word to find again.

use std::fmt;

use subtle::ConstantTimeEq;

use super::secrets::Key;
use super::token::{character, digit};
use crate::base::invalid::Invalid;
use crate::base::random;

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
        Self::of(random::bytes())
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

/// One of 2,048 plain words of a language, by its place in the list: stands in a mail, and is asked for where a machine
/// may have pressed the button. Eleven bits, so it proves reading, not identity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MatchWord(u16);

impl MatchWord {
    /// How many words there are in each language.
    pub(crate) const COUNT: usize = 2_048;

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
}

fn low_five_bits(bits: u64) -> u8 {
    u8::try_from(bits & 31).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;
    use crate::base::keys::secrets::Secrets;

    fn key() -> Key {
        Secrets::for_test().key("tokens")
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
        fn what_is_written_is_read_back(five in any::<[u8; 5]>()) {
            let code = Code::of(five);
            prop_assert_eq!(code.to_string().len(), 9);
            prop_assert_eq!(Code::parse(&code.to_string()), Ok(code));
        }
    }
}
