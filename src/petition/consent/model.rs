//! The nouns: purpose, the words a consent is given to, and how it was given.

use crate::base::{Id, Lang, Time};
use crate::petition::model::Petition;
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

/// A text, as far as petitions of an organization have asked with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UsedText {
    /// What it is for.
    pub purpose: Purpose,
    /// Its language.
    pub lang: Lang,
    /// What it says.
    pub words: String,
    /// When it was answered first.
    pub first_at: Time,
    /// How many petitions have asked with it.
    pub petitions: i64,
}

/// A text as it is stored.
pub type StoredText = (Purpose, Lang, String, Id<ConsentText>);

/// Words and their keys, of one petition, purpose and language.
type StoredTexts = HashMap<(Id<Petition>, Purpose, Lang), HashMap<String, Id<ConsentText>>>;

/// The consent texts that this instance knows to be stored, by the petition that asks with them: whoever signs it first with new words
/// has them stored. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Texts(Arc<RwLock<StoredTexts>>);

impl Texts {
    /// The stored text with these words, if this petition is known to ask with it.
    #[must_use]
    pub fn find(
        &self,
        petition: Id<Petition>,
        (purpose, lang): (Purpose, Lang),
        words: &str,
    ) -> Option<Id<ConsentText>> {
        let known = self.0.read();
        known.get(&(petition, purpose, lang))?.get(words).copied()
    }

    /// Notes texts of a petition that are on disk.
    pub fn note_all(&self, petition: Id<Petition>, stored: Vec<StoredText>) {
        let mut known = self.0.write();
        for (purpose, lang, words, text) in stored {
            let same = known.entry((petition, purpose, lang)).or_default();
            same.insert(words, text);
        }
    }
}
