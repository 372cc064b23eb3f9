//! The nouns: purpose, the words a consent is given to, and how it was given.

use crate::base::{Id, Lang};
use parking_lot::RwLock;
use std::collections::HashMap;
use std::sync::Arc;

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

    /// Reads [`Purpose::number`] back.
    #[must_use]
    pub(crate) fn from_number(number: i16) -> Self {
        match number {
            0 => Self::Updates,
            _ => Self::Listing,
        }
    }

    /// The word used in JSON and as the end of words keys.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Updates => "updates",
            Self::Listing => "listing",
        }
    }
}

/// How a consent was given or taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Means {
    /// With the signature.
    Form,
    /// On the signer's own page.
    OwnPage,
    /// By the link that stops mail.
    StopLink,
}

impl Means {
    /// Its number in the database.
    #[must_use]
    pub fn number(self) -> i16 {
        match self {
            Self::Form => 0,
            Self::OwnPage => 1,
            Self::StopLink => 2,
        }
    }

    /// Reads [`Means::number`] back.
    #[must_use]
    pub(crate) fn from_number(number: i16) -> Self {
        match number {
            0 => Self::Form,
            1 => Self::OwnPage,
            _ => Self::StopLink,
        }
    }

    /// The word used in JSON and as the end of words keys.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Form => "form",
            Self::OwnPage => "own-page",
            Self::StopLink => "stop-link",
        }
    }
}

/// A sentence of the form about being shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Question {
    /// Its key in the words files.
    pub key: &'static str,
    /// How much of the signer it speaks of, where it does: `place`, `name` or `detail`.
    pub shown: &'static str,
}

impl Question {
    /// What a form says that shows nobody.
    pub(crate) const NEVER: Self = Self {
        key: "form-public-never",
        shown: "",
    };

    /// "Show my name on the letter’s page": asked beside a box or a button.
    #[must_use]
    pub const fn public(shown: &'static str) -> Self {
        Self {
            key: "form-public",
            shown,
        }
    }

    /// What a form says where names are the point.
    #[must_use]
    pub(crate) const fn always(shown: &'static str) -> Self {
        Self {
            key: "form-public-always",
            shown,
        }
    }
}

/// The words of one consent, in one language: never changed once stored.
#[derive(Debug)]
pub enum ConsentText {}

/// A text as it is stored.
pub type StoredText = (Purpose, Lang, String, Id<ConsentText>);

/// Words and their keys, of one purpose and language.
type StoredTexts = HashMap<(Purpose, Lang), HashMap<String, Id<ConsentText>>>;

/// The consent texts that this instance knows to be stored. They name organizations, so that each
/// petition has its own: whoever signs first with new words has them stored. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Texts(Arc<RwLock<StoredTexts>>);

impl Texts {
    /// The stored text with these words, if it is known.
    #[must_use]
    pub fn find(&self, purpose: Purpose, lang: Lang, words: &str) -> Option<Id<ConsentText>> {
        let known = self.0.read();
        known.get(&(purpose, lang))?.get(words).copied()
    }

    /// Notes texts that are on disk.
    pub fn note_all(&self, stored: Vec<StoredText>) {
        let mut known = self.0.write();
        for (purpose, lang, words, text) in stored {
            let same = known.entry((purpose, lang)).or_default();
            same.insert(words, text);
        }
    }
}
