//! What brought a signer: `?via=` in the address of the petition's page.

use crate::base::LinkCode;

/// Most characters of a word.
const WORD: usize = 40;

/// What stands behind `?via=`, once it has the shape of something: only then is it written into a
/// page or a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Via {
    /// The link of somebody who signed before. Counts only where it is known (see `intake`).
    Signer(LinkCode),
    /// A word that organizers and partners choose: letters, digits, `-` and `_`.
    Word(String),
}

impl Via {
    /// Reads it; none for anything of another shape, which is ignored.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let is_word = (1..=WORD).contains(&text.len())
            && text
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
        LinkCode::parse(text)
            .map(Self::Signer)
            .or_else(|| is_word.then(|| Self::Word(text.to_owned())))
    }

    /// As it stands in addresses, forms and rows.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Signer(code) => code.as_str(),
            Self::Word(word) => word,
        }
    }
}

impl From<Via> for String {
    fn from(via: Via) -> Self {
        via.as_str().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_words_are_told_apart_and_the_rest_is_nothing() {
        let code = LinkCode::random();
        assert_eq!(
            Via::parse(&code.as_str().to_uppercase()),
            Some(Via::Signer(code))
        );
        for word in ["whatsapp", "harlow-table", "HT_014", "x"] {
            assert_eq!(Via::parse(word), Some(Via::Word(word.to_owned())), "{word}");
        }
        let long = "a".repeat(41);
        for other in [
            "",
            " ",
            "a b",
            "\"><script>",
            "a\0",
            "ñ",
            "a/b",
            "a%20b",
            &long,
        ] {
            assert_eq!(Via::parse(other), None, "{other:?}");
        }
    }
}
