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
    /// Its number in the database.
    #[must_use]
    pub fn number(self) -> i16 {
        match self {
            Self::Updates => 0,
            Self::Listing => 1,
        }
    }
}

/// A sentence of the form whose answer is a consent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Question {
    /// What the answer is good for.
    pub purpose: Purpose,
    /// Its key in the words files.
    pub key: &'static str,
    /// How much of the signer it speaks of, where it does: `place`, `name` or `detail`.
    pub shown: &'static str,
}

impl Question {
    /// "May we email you about this campaign?"
    pub const UPDATES: Self = Self {
        purpose: Purpose::Updates,
        key: "form-updates",
        shown: "",
    };

    /// What a form says that shows nobody.
    pub const NEVER: Self = Self::listing("form-public-never", "");

    /// Every question there is.
    pub const ALL: [Self; 7] = [
        Self::UPDATES,
        Self::NEVER,
        Self::public("place"),
        Self::public("name"),
        Self::public("detail"),
        Self::always("name"),
        Self::always("detail"),
    ];

    /// "Show my name publicly": asked beside a box or a button.
    #[must_use]
    pub const fn public(shown: &'static str) -> Self {
        Self::listing("form-public", shown)
    }

    /// What a form says where names are the point.
    #[must_use]
    pub const fn always(shown: &'static str) -> Self {
        Self::listing("form-public-always", shown)
    }

    const fn listing(key: &'static str, shown: &'static str) -> Self {
        Self {
            purpose: Purpose::Listing,
            key,
            shown,
        }
    }
}

/// The words of one consent, in one language: never changed once stored.
#[derive(Debug)]
pub enum ConsentText {}

/// The consent texts in force: what the forms of this instance ask today, by language, question and
/// kind of what is signed (the sentence of a letter names the letter).
#[derive(Debug, Clone, Default)]
pub struct Texts(HashMap<(Lang, Question, &'static str), Id<ConsentText>>);

impl Texts {
    /// The text a reader of this language agrees to, if its words are stored.
    #[must_use]
    pub fn find(
        &self,
        lang: Lang,
        question: Question,
        kind: &'static str,
    ) -> Option<Id<ConsentText>> {
        self.0.get(&(lang, question, kind)).copied()
    }

    /// Notes the text in force.
    pub fn put(
        &mut self,
        lang: Lang,
        question: Question,
        kind: &'static str,
        text: Id<ConsentText>,
    ) {
        self.0.insert((lang, question, kind), text);
    }
}
