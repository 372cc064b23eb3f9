//! Slugs: the readable part of an address, `no-tech-for-ice`.

use std::borrow::Borrow;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::base::invalid::Invalid;
use crate::base::texts::text::fold;

const MAX: usize = 80;

/// Words of `a-z` and `0-9` joined by single hyphens, 2 to 80 characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Slug(String);

impl Slug {
    /// Reads a slug typed by an organizer or found in an address. Capitals are refused: one page has one address.
    ///
    /// # Errors
    /// `error-slug-shape` when it is anything but words of `a-z0-9` joined by `-`, or under 2 or over 80 characters.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let bytes = text.as_bytes();
        let is_word = |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
        let is_fine = (2..=MAX).contains(&bytes.len())
            && bytes.iter().all(|byte| is_word(byte) || *byte == b'-')
            && !bytes.windows(2).any(|two| two == b"--")
            && bytes.first() != Some(&b'-')
            && bytes.last() != Some(&b'-');
        match is_fine {
            true => Ok(Self(text.to_owned())),
            false => Err(Invalid::new("error-slug-shape")),
        }
    }

    /// A slug made from a title: accents taken off, apostrophes dropped, everything else that is no letter or digit a
    /// hyphen, cut after a whole word at 60 characters so that a number fits behind. `None` when fewer than two usable
    /// characters remain, as with a title in Arabic; then ask the organizer.
    pub(crate) fn suggest(title: &str) -> Option<Self> {
        let mut slug = String::new();
        for word in fold(title)
            .replace('\'', "")
            .split(|c: char| !c.is_ascii_lowercase() && !c.is_ascii_digit())
        {
            if word.is_empty() {
                continue;
            }
            if slug.is_empty() {
                slug.extend(word.chars().take(60));
            } else if slug.len().saturating_add(word.len()) < 60 {
                slug.push('-');
                slug.push_str(word);
            } else {
                break;
            }
        }
        Self::parse(&slug).ok()
    }

    /// The same with `-n` behind, for a slug that is taken; shortened in front so that it fits.
    #[must_use]
    pub fn numbered(&self, n: u32) -> Self {
        let tail = format!("-{n}");
        let room = MAX.saturating_sub(tail.len());
        let head: String = self.0.chars().take(room).collect();
        Self(format!("{}{tail}", head.trim_end_matches('-')))
    }

    /// The slug.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// So that a map of slugs is asked without making one: they sort and hash as their text does.
impl Borrow<str> for Slug {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<Slug> for String {
    fn from(slug: Slug) -> Self {
        slug.0
    }
}

impl TryFrom<String> for Slug {
    type Error = Invalid;

    fn try_from(text: String) -> Result<Self, Invalid> {
        Self::parse(&text)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn reads_words_joined_by_hyphens_and_nothing_else() {
        for right in ["ab", "no-tech-for-ice", "2026", "a-1", &"a".repeat(80)] {
            assert_eq!(Slug::parse(right).unwrap().as_str(), right);
        }
        for wrong in [
            "",
            "a",
            "-a",
            "a-",
            "a--b",
            "A-b",
            "a b",
            "a_b",
            "é-a",
            "a/b",
            "..",
            "a.b",
            "-",
            "--",
            &"a".repeat(81),
        ] {
            assert_eq!(
                Slug::parse(wrong),
                Err(Invalid::new("error-slug-shape")),
                "{wrong}"
            );
        }
    }

    #[test]
    fn suggests_what_a_person_would_write() {
        for (title, slug) in [
            ("No Tech for ICE!", "no-tech-for-ice"),
            ("¡Ni una más: ya basta!", "ni-una-mas-ya-basta"),
            ("Don’t sell our data (2026)", "dont-sell-our-data-2026"),
            ("Straße & Łódź", "strasse-lodz"),
            ("  C++  ", ""),
            ("مرحبا", ""),
            ("中文 and more", "and-more"),
        ] {
            assert_eq!(
                Slug::suggest(title).map(String::from).unwrap_or_default(),
                slug,
                "{title}"
            );
        }
        let long = Slug::suggest(&"solidarity now ".repeat(20)).unwrap();
        assert_eq!(
            long.as_str(),
            "solidarity-now-solidarity-now-solidarity-now-solidarity-now"
        );
    }

    #[test]
    fn a_number_always_fits() {
        assert_eq!(Slug::parse("ab").unwrap().numbered(2).as_str(), "ab-2");
        let full = Slug::parse(&format!("{}-b", "a".repeat(78))).unwrap();
        assert_eq!(full.numbered(2).as_str(), format!("{}-2", "a".repeat(78)));
        assert_eq!(full.numbered(u32::MAX).as_str().len(), 80);
    }

    proptest! {
        #[test]
        fn a_suggestion_and_its_number_are_slugs(title in "\\PC{0,120}", n in any::<u32>()) {
            if let Some(slug) = Slug::suggest(&title) {
                prop_assert_eq!(Slug::parse(slug.as_str()), Ok(slug.clone()));
                let numbered = slug.numbered(n);
                prop_assert_eq!(Slug::parse(numbered.as_str()), Ok(numbered));
            }
        }
    }
}
