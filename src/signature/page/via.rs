//! What brought a signer: `?via=` in the address of the petition's page.

use crate::base::{Id, LinkCode};
use crate::petition::source::SourceCode;
use crate::petition::{Exposure, Petition, PublicPetition};
use crate::signature::links::Links;

/// What stands behind `?via=`, once it has the shape of something: only then is it written into a
/// page or a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Via {
    /// The link of somebody who signed before. Counts only under the petition it was drawn for.
    Signer(LinkCode),
    /// A word that organizers and partners choose: letters, digits, `-` and `_`. Capitals are read as small letters.
    Word(SourceCode),
}

impl Via {
    /// What this address says of how somebody came to a petition: nothing where an own link may tell on signers.
    #[must_use]
    pub fn of(shown: &PublicPetition, text: &str) -> Option<Self> {
        let may_be = shown.allows(Exposure::OwnLinks);
        Self::parse(text).filter(|_| may_be)
    }

    /// Reads it; none for anything of another shape, which is ignored.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        // what stood behind the link where it was copied from
        let text =
            text.trim_end_matches(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_'));
        LinkCode::parse(text)
            .map(Self::Signer)
            .or_else(|| SourceCode::parse(text).ok().map(Self::Word))
    }

    /// What is written beside a signature of this petition: a code that is nobody's here, mistyped, made up or of
    /// another petition, is passed over.
    #[must_use]
    pub fn source(self, links: &Links, petition: Id<Petition>) -> Option<String> {
        match self {
            Self::Signer(code) => links
                .is_share_code(petition, &code)
                .then(|| code.to_string()),
            Self::Word(word) => Some(word.into()),
        }
    }

    /// As it stands in addresses and forms.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Signer(code) => code.as_str(),
            Self::Word(word) => word.as_str(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Secrets, Time};

    fn links() -> Links {
        Links::new(&Secrets::for_test())
    }

    fn word(code: &str) -> Via {
        Via::Word(SourceCode::parse(code).unwrap())
    }

    fn petition(at: i64) -> Id<Petition> {
        Id::new(Time::from_micros(at))
    }

    #[test]
    fn a_code_counts_under_its_own_petition_and_a_word_everywhere() {
        let (links, own, other) = (links(), petition(1), petition(2));
        let code = links.share_code(own);
        let via = Via::Signer(code.clone());
        assert_eq!(via.clone().source(&links, own), Some(code.to_string()));
        assert_eq!(via.source(&links, other), None);
        assert_eq!(
            word("poster").source(&links, other),
            Some("poster".to_owned())
        );
    }

    #[test]
    fn codes_and_words_are_told_apart_and_the_rest_is_nothing() {
        let code = links().share_code(petition(1));
        assert_eq!(
            Via::parse(&code.as_str().to_uppercase()),
            Some(Via::Signer(code))
        );
        for typed in ["whatsapp", "harlow-table", "HT_014", "x"] {
            assert_eq!(Via::parse(typed), Some(word(typed)), "{typed}");
        }
        assert_eq!(word("HT_014").as_str(), "ht_014");
        for (copied, meant) in [
            ("poster.", "poster"),
            ("HT_014)", "HT_014"),
            ("x%20", "x"),
            ("a\u{201d},", "a"),
        ] {
            let copied = copied.replace("%20", " ");
            assert_eq!(Via::parse(&copied), Some(word(meant)), "{copied}");
        }
        let long = "a".repeat(41);
        for other in [
            "",
            " ",
            "a b",
            "\"><script>",
            "a\0b",
            "ñ",
            "a/b",
            "a%20b",
            &long,
        ] {
            assert_eq!(Via::parse(other), None, "{other:?}");
        }
    }
}
