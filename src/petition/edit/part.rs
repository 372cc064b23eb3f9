//! The pages of the editor. Each has fields of its own, and writes no others.

use crate::base::Lang;
use crate::web::PathPiece;
use std::fmt;

/// One page of the editor. Its word stands in addresses and in the database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EditPart {
    /// What is signed, in one language.
    Text(Lang),
    /// What it is, and what its form asks.
    Form,
    /// Address, goal, beginning and end.
    Dates,
    /// What protects signers.
    Protection,
    /// What happens next: on a page beside the others, also once it is over.
    Steps,
    /// What signers pass on: on a page beside the others, also once it is over.
    ShareTexts,
}

impl EditPart {
    /// Those that are there once, whatever the languages.
    pub(crate) const OF_ALL_LANGUAGES: [Self; 3] = [Self::Form, Self::Dates, Self::Protection];
    /// Those that have a page and an address of their own: they keep what is typed and what they held as the others do.
    pub(crate) const BESIDE: [Self; 2] = [Self::Steps, Self::ShareTexts];

    /// Reads its word: a language or the name of a page.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        let mut pages = Self::OF_ALL_LANGUAGES.into_iter().chain(Self::BESIDE);
        pages
            .find(|part| part.to_string() == word)
            .or_else(|| Lang::parse(word).ok().map(Self::Text))
    }

    /// The language of a text.
    #[must_use]
    pub(crate) fn lang(self) -> Option<Lang> {
        match self {
            Self::Text(lang) => Some(lang),
            Self::Form | Self::Dates | Self::Protection | Self::Steps | Self::ShareTexts => None,
        }
    }

    /// Whether it has a page and an address of its own.
    #[must_use]
    pub(crate) fn is_beside(self) -> bool {
        Self::BESIDE.contains(&self)
    }

    /// The words key of what it is called.
    #[must_use]
    pub(crate) fn label(self) -> &'static str {
        match self {
            Self::Text(_) => "edit-tab-text",
            Self::Form => "edit-tab-form",
            Self::Dates => "edit-tab-dates",
            Self::Protection => "edit-tab-protection",
            Self::Steps => "next-title",
            Self::ShareTexts => "share-texts-title",
        }
    }
}

impl fmt::Display for EditPart {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(lang) => lang.fmt(to),
            Self::Form => to.write_str("form"),
            Self::Dates => to.write_str("dates"),
            Self::Protection => to.write_str("protection"),
            Self::Steps => to.write_str("steps"),
            Self::ShareTexts => to.write_str("messages"),
        }
    }
}

impl PathPiece for EditPart {
    const NAME: &'static str = "part";

    fn read(text: &str) -> Option<Self> {
        // one address for one page
        Self::parse(text).filter(|part| part.to_string() == text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_leads_to_one_page_and_back() {
        let texts = [Lang::EN, Lang::ES].map(EditPart::Text);
        let pages = EditPart::OF_ALL_LANGUAGES.into_iter();
        for part in texts.into_iter().chain(pages).chain(EditPart::BESIDE) {
            assert_eq!(EditPart::read(&part.to_string()), Some(part));
        }
        for word in ["", "EN", "Form", "text", "versions"] {
            assert_eq!(EditPart::read(word), None, "{word}");
        }
    }
}
