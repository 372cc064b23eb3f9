//! The names of people. Real names are stranger than any rule; what is refused here cannot be part of one, only of a trick
//! (threat T15). Mixed scripts and look-alikes are never refused: real people have such names.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::link;
use super::reading::{self, Flaw};
use super::unicode;
use crate::base::invalid::Invalid;

/// A person's name as it is shown and printed: 1 to 200 code points and at most 100 graphemes (what a reader sees as one
/// character), NFC, with at least one letter. Whoever shows it wraps it in `<bdi dir="auto">`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PersonName(String);

impl PersonName {
    /// Reads a name. Blanks, zero-width characters and direction marks at the ends are taken off, tabs and every run of
    /// spaces become one space (an ideographic space stays one), soft hyphens and zero-width spaces inside go.
    ///
    /// # Errors
    /// `error-name-missing` (nothing is left), `error-name-characters` (controls, bidi controls inside, overrides, tags but
    /// those of a flag, fillers, characters that are not assigned or private, joiners where nothing is joined, more than
    /// four accents on one letter), `error-name-long`, `error-name-link` (an address of a page or a mailbox),
    /// `error-name-letter` (no letter at all).
    pub fn parse(typed: &str) -> Result<Self, Invalid> {
        let name = reading::one_line(typed).map_err(|flaw| match flaw {
            Flaw::Characters => Invalid::new("error-name-characters"),
            Flaw::Long => Invalid::new("error-name-long"),
        })?;
        if name.is_empty() {
            return Err(Invalid::new("error-name-missing"));
        }
        if name.chars().count() > 200 || unicode::graphemes(&name) > 100 {
            return Err(Invalid::new("error-name-long"));
        }
        if link::in_a_name(&name) {
            return Err(Invalid::new("error-name-link"));
        }
        if !name.contains(unicode::is_letter) {
            return Err(Invalid::new("error-name-letter"));
        }
        Ok(Self(name))
    }

    /// The name as it is kept and shown.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<PersonName> for String {
    fn from(name: PersonName) -> Self {
        name.0
    }
}

impl TryFrom<String> for PersonName {
    type Error = Invalid;

    fn try_from(typed: String) -> Result<Self, Invalid> {
        Self::parse(&typed)
    }
}

impl fmt::Display for PersonName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Does not show the name: what is debugged ends in logs.
impl fmt::Debug for PersonName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PersonName(..)")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::unicode::unescaped;
    use super::*;

    fn parse(typed: &str) -> Result<String, &'static str> {
        PersonName::parse(typed)
            .map(String::from)
            .map_err(|wrong| wrong.key)
    }

    fn lines(list: &str) -> impl Iterator<Item = &str> + Clone {
        list.lines().filter(|line| !line.starts_with("# "))
    }

    #[test]
    fn every_name_of_the_list_is_accepted() {
        let list = lines(include_str!("../../../tests/vectors/names-accept.txt"));
        let wrong: Vec<_> = list
            .clone()
            .filter_map(|line| parse(&unescaped(line)).err().map(|key| (line, key)))
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
        assert!(list.collect::<std::collections::BTreeSet<_>>().len() >= 200);
    }

    #[test]
    fn every_trick_of_the_list_is_refused_for_its_reason() {
        let list = lines(include_str!("../../../tests/vectors/names-refuse.txt"));
        let wrong: Vec<_> = list
            .clone()
            .filter_map(|line| {
                let (typed, key) = line.split_once('\t').unwrap();
                let read = parse(&unescaped(typed));
                (read != Err(key)).then_some((line, read))
            })
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
        assert!(list.collect::<std::collections::BTreeSet<_>>().len() >= 200);
    }

    #[test]
    fn is_tidied_but_not_changed() {
        assert_eq!(
            parse("  Sam \u{A0} Okafor\u{200B}\u{FEFF}\n"),
            Ok("Sam Okafor".into())
        );
        assert_eq!(parse("Jose\u{301}"), Ok("José".into()));
        assert_eq!(parse("山田\u{3000}太郎"), Ok("山田\u{3000}太郎".into()));
        assert_eq!(parse("Maxi\u{AD}mi\u{200B}lian"), Ok("Maximilian".into()));
        assert_eq!(parse("Jose\u{200B}\u{301}"), Ok("José".into()));
        assert_eq!(parse("bell hooks"), Ok("bell hooks".into()));
    }

    #[test]
    fn counts_what_a_reader_sees() {
        assert_eq!(parse(&"a".repeat(100)), Ok("a".repeat(100)));
        assert_eq!(parse(&"a".repeat(101)), Err("error-name-long"));
        assert!(
            parse(&"क्षि".repeat(40)).is_ok(),
            "160 code points, at most 80 graphemes"
        );
        assert_eq!(parse(&"কি".repeat(101)), Err("error-name-long"));
        assert_eq!(parse(&"x".repeat(100_000)), Err("error-name-long"));
    }

    #[test]
    fn says_which_rule_is_broken() {
        assert_eq!(parse(" \u{200B}\u{FEFF} "), Err("error-name-missing"));
        assert_eq!(parse("\u{2068}\u{200F}\u{2069}"), Err("error-name-missing"));
        assert_eq!(parse("1234"), Err("error-name-letter"));
        assert_eq!(parse("Sam\u{202E}"), Err("error-name-characters"));
        assert_eq!(
            parse("Z\u{335}\u{336}\u{337}\u{338}\u{339}"),
            Err("error-name-characters")
        );
        assert!(parse("Z\u{335}\u{336}\u{337}\u{338}").is_ok());
        assert_eq!(parse("visit https://example.org"), Err("error-name-link"));
        assert_eq!(parse("ｅｘａｍｐｌｅ．ｃｏｍ"), Err("error-name-link"));
    }

    #[test]
    fn does_not_show_itself_in_a_log() {
        assert_eq!(
            format!("{:?}", PersonName::parse("Sam").unwrap()),
            "PersonName(..)"
        );
    }

    proptest! {
        #[test]
        fn reading_twice_is_reading_once(typed in "\\PC{0,40}") {
            if let Ok(once) = PersonName::parse(&typed) {
                prop_assert_eq!(PersonName::parse(once.as_str()), Ok(once));
            }
        }

        #[test]
        fn reading_twice_is_reading_once_among_the_unseen(typed in "[a-ce\u{301}\u{200B}\u{AD}\u{2060}\u{FEFF} \u{A0}\u{3000}\u{200D}\u{200C}क\u{94D}षന്نلي\u{64B}]{0,16}") {
            if let Ok(once) = PersonName::parse(&typed) {
                prop_assert_eq!(PersonName::parse(once.as_str()), Ok(once));
            }
        }

        #[test]
        fn never_panics_and_keeps_no_control(typed in any::<String>()) {
            if let Ok(name) = PersonName::parse(&typed) {
                prop_assert!(!name.as_str().contains(char::is_control));
                prop_assert!((1..=200).contains(&name.as_str().chars().count()));
            }
        }
    }
}
