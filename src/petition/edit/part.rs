//! The pages of the editor. Each has fields of its own, and writes no others.

use crate::base::Lang;
use crate::web::PathPiece;
use std::fmt;

/// How the word of a question begins.
const QUESTION: &str = "question-";

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
    /// How it ended: on the page that closes it.
    Outcome,
    /// A question of the form that is not saved yet.
    NewQuestion,
    /// A question of the form, by its number, in one language.
    Question(i16, Lang),
}

impl EditPart {
    /// Those that are there once, whatever the languages.
    pub(crate) const OF_ALL_LANGUAGES: [Self; 3] = [Self::Form, Self::Dates, Self::Protection];
    /// Those that have a page and an address of their own, once in a petition: they keep what is typed and what they held as the others do.
    /// So does each question.
    const BESIDE: [Self; 4] = [
        Self::Steps,
        Self::ShareTexts,
        Self::Outcome,
        Self::NewQuestion,
    ];

    /// Reads its word: a language or the name of a page.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        let mut pages = Self::OF_ALL_LANGUAGES.into_iter().chain(Self::BESIDE);
        pages
            .find(|part| part.to_string() == word)
            .or_else(|| Self::parse_question(word))
            .or_else(|| Lang::parse(word).ok().map(Self::Text))
    }

    fn parse_question(word: &str) -> Option<Self> {
        let (number, lang) = word.strip_prefix(QUESTION)?.split_once('-')?;
        let number = number.parse().ok().filter(|number| *number > 0)?;
        Some(Self::Question(number, Lang::parse(lang).ok()?))
    }

    /// The language of a text.
    #[must_use]
    pub(crate) fn lang(self) -> Option<Lang> {
        match self {
            Self::Text(lang) => Some(lang),
            _ => None,
        }
    }

    /// Whether it has a page and an address of its own.
    #[must_use]
    pub(crate) fn is_beside(self) -> bool {
        matches!(self, Self::Question(..)) || Self::BESIDE.contains(&self)
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
            Self::Outcome => "close-outcome-title",
            Self::NewQuestion => "question-new",
            Self::Question(..) => "question-title",
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
            Self::Outcome => to.write_str("outcome"),
            Self::NewQuestion => write!(to, "{QUESTION}new"),
            Self::Question(number, lang) => write!(to, "{QUESTION}{number}-{lang}"),
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
        let questions = [Lang::EN, Lang::ES].map(|lang| EditPart::Question(12, lang));
        let beside = EditPart::BESIDE.into_iter().chain(questions);
        for part in texts.into_iter().chain(pages).chain(beside) {
            assert_eq!(EditPart::read(&part.to_string()), Some(part));
        }
        for word in [
            "",
            "EN",
            "Form",
            "text",
            "versions",
            "question-",
            "question-0-en",
            "question--1-en",
            "question-01-en",
            "question-3",
            "question-3-",
            "question-3-EN",
            "question-99999-en",
        ] {
            assert_eq!(EditPart::read(word), None, "{word}");
        }
    }
}
