//! The nouns: purpose, and the words a consent is given to.

use crate::base::{Id, Lang};
use std::collections::HashMap;

/// What a consent is for. Each is asked apart and none is needed to sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// Mail about this campaign.
    Updates,
    /// The name shown publicly and in the delivered letter.
    Listing,
}

impl Purpose {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Updates, Self::Listing];

    /// Its number in the database.
    #[must_use]
    pub fn number(self) -> i16 {
        match self {
            Self::Updates => 0,
            Self::Listing => 1,
        }
    }

    /// The key of its question in the words files.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Updates => "form-updates",
            Self::Listing => "form-public",
        }
    }
}

/// The words of one consent, in one language: never changed once stored.
#[derive(Debug)]
pub enum ConsentText {}

/// The consent texts in force: what the forms of this instance ask today, by language, purpose and
/// kind of what is signed (the sentence of a letter names the letter).
#[derive(Debug, Clone, Default)]
pub struct Texts(HashMap<(Lang, Purpose, &'static str), Id<ConsentText>>);

impl Texts {
    /// The text a reader of this language agrees to, if its words are stored.
    #[must_use]
    pub fn find(
        &self,
        lang: Lang,
        purpose: Purpose,
        kind: &'static str,
    ) -> Option<Id<ConsentText>> {
        self.0.get(&(lang, purpose, kind)).copied()
    }

    /// Notes the text in force.
    pub fn put(&mut self, lang: Lang, purpose: Purpose, kind: &'static str, text: Id<ConsentText>) {
        self.0.insert((lang, purpose, kind), text);
    }
}
