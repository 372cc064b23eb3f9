//! Languages as the words files name them: `en`, `es`, `pt-BR`.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::invalid::Invalid;

/// A language: two letters (or three, where ISO 639 has no shorter code: `haw`, `mam`, `nah`), and a country of two letters if it matters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Lang([u8; 6]);

impl Lang {
    /// English, the language everything falls back to.
    pub const EN: Lang = Lang(*b"en\0\0\0\0");
    /// Spanish.
    pub const ES: Lang = Lang(*b"es\0\0\0\0");

    /// Reads `xx`, `xxx`, `xx-YY` or `xxx-YY`, in any case.
    ///
    /// # Errors
    /// `error-language` when it is anything else. Whether there are words in that language is another question.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        const WRONG: Invalid = Invalid::new("error-language");
        let (language, country) = match text.split_once('-') {
            Some((language, country)) => (language, Some(country)),
            None => (text, None),
        };
        let letters = |part: &str| part.bytes().all(|byte| byte.is_ascii_alphabetic());
        if !(2..=3).contains(&language.len()) || !letters(language) {
            return Err(WRONG);
        }
        if country.is_some_and(|country| country.len() != 2 || !letters(country)) {
            return Err(WRONG);
        }
        let low = language.bytes().map(|byte| byte.to_ascii_lowercase());
        let high = country.into_iter().flat_map(|country| {
            std::iter::once(b'-').chain(country.bytes().map(|byte| byte.to_ascii_uppercase()))
        });
        let mut kept = [0; 6];
        for (place, byte) in kept.iter_mut().zip(low.chain(high)) {
            *place = byte;
        }
        Ok(Self(kept))
    }

    /// The one of these that a reader of this language reads best: itself, or the same language of whichever country.
    pub(crate) fn nearest(self, available: &[Self]) -> Option<Self> {
        let is_same = |other: &&Self| other.language() == self.language();
        let mut exact = available.iter().filter(|other| **other == self);
        exact
            .next()
            .or_else(|| available.iter().find(is_same))
            .copied()
    }

    /// Without its country.
    fn language(&self) -> &str {
        let whole = self.as_str();
        whole
            .split_once('-')
            .map_or(whole, |(language, _)| language)
    }

    /// The canonical form: language in small letters, country in capitals.
    pub fn as_str(&self) -> &str {
        let end = self
            .0
            .iter()
            .position(|byte| *byte == 0)
            .unwrap_or(self.0.len());
        self.0
            .get(..end)
            .and_then(|bytes| std::str::from_utf8(bytes).ok())
            .unwrap_or("en")
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl TryFrom<String> for Lang {
    type Error = Invalid;

    fn try_from(text: String) -> Result<Self, Invalid> {
        Self::parse(&text)
    }
}

impl From<Lang> for String {
    fn from(lang: Lang) -> Self {
        lang.as_str().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_languages_with_and_without_a_country() {
        for (typed, kept) in [
            ("en", "en"),
            ("ES", "es"),
            ("pt-br", "pt-BR"),
            ("haw", "haw"),
            ("nah-mx", "nah-MX"),
            ("En-uS", "en-US"),
        ] {
            assert_eq!(Lang::parse(typed).unwrap().as_str(), kept);
        }
        assert_eq!(Lang::parse("en"), Ok(Lang::EN));
        assert_eq!(Lang::parse("es"), Ok(Lang::ES));
        assert_ne!(Lang::EN, Lang::ES);
    }

    #[test]
    fn refuses_every_other_shape() {
        for wrong in [
            "", "e", "engl", "en_US", "en-", "en-U", "en-USA", "en-US-x", "e1", "en-12", "éé",
            "-US", "en US", " en", "en\0",
        ] {
            assert_eq!(
                Lang::parse(wrong),
                Err(Invalid::new("error-language")),
                "{wrong:?}"
            );
        }
    }

    #[test]
    fn a_language_of_another_country_is_better_than_none() {
        let lang = |text: &str| Lang::parse(text).unwrap();
        let spoken = [Lang::EN, Lang::ES, lang("pt-BR")];
        for (asked, read) in [
            ("pt-BR", Some("pt-BR")),
            ("pt", Some("pt-BR")),
            ("pt-PT", Some("pt-BR")),
            ("es-MX", Some("es")),
            ("en", Some("en")),
            ("haw", None),
        ] {
            let nearest = lang(asked).nearest(&spoken);
            assert_eq!(nearest.as_ref().map(Lang::as_str), read, "{asked}");
        }
        let both = [lang("pt-PT"), lang("pt-BR")];
        assert_eq!(lang("pt-BR").nearest(&both), Some(lang("pt-BR")));
        assert_eq!(Lang::EN.nearest(&[]), None);
    }

    #[test]
    fn goes_through_json() {
        let lang: Lang = serde_json::from_str("\"pt-br\"").unwrap();
        assert_eq!(serde_json::to_string(&lang).unwrap(), "\"pt-BR\"");
        assert!(serde_json::from_str::<Lang>("\"português\"").is_err());
    }
}
