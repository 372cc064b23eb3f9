//! The nouns: an update, its text, its states.

use crate::base::{Id, Lang, Time};
use crate::petition::Petition;

/// Where an update stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum UpdateState {
    /// Being written; seen by its organization only.
    Draft,
    /// On the petition's page and in its feeds.
    Published,
    /// Taken back by its organizers: its page answers 410.
    TakenBack,
}

impl UpdateState {
    /// The word used in words keys.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Published => "published",
            Self::TakenBack => "gone",
        }
    }

    /// Its number in the database.
    #[must_use]
    pub fn number(self) -> i16 {
        match self {
            Self::Draft => 0,
            Self::Published => 1,
            Self::TakenBack => 2,
        }
    }

    /// Reads [`UpdateState::number`] back; an unknown number is shown to nobody.
    #[must_use]
    pub(crate) fn from_number(number: i16) -> Self {
        match number {
            0 => Self::Draft,
            1 => Self::Published,
            _ => Self::TakenBack,
        }
    }
}

/// News from the organizers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Update {
    /// Key.
    pub id: Id<Update>,
    /// Of which petition.
    pub petition: Id<Petition>,
    /// Where it stands.
    pub state: UpdateState,
    /// When it was published.
    pub published_at: Option<Time>,
    /// When its text last changed after that.
    pub edited_at: Option<Time>,
    /// Grows with every change.
    pub revision: i64,
    /// When it was first written down.
    pub created_at: Time,
    /// When it last changed.
    pub updated_at: Time,
}

impl Update {
    /// A draft, made now.
    #[must_use]
    pub fn draft(petition: Id<Petition>, now: Time) -> Self {
        Self {
            id: Id::new(now),
            petition,
            state: UpdateState::Draft,
            published_at: None,
            edited_at: None,
            revision: 1,
            created_at: now,
            updated_at: now,
        }
    }

    /// Publishes a draft. False, and nothing is changed, when it is none.
    #[must_use]
    pub fn publish(&mut self, now: Time) -> bool {
        let is_draft = self.state == UpdateState::Draft;
        if is_draft {
            self.state = UpdateState::Published;
            self.published_at = Some(now);
        }
        is_draft
    }
}

/// Its text in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UpdateText {
    /// Its language.
    pub lang: Lang,
    /// At most 150 characters.
    pub title: String,
    /// Markdown, at most 20,000 characters.
    pub body: String,
    /// `body` as sanitized HTML, made when it was saved.
    pub body_html: String,
}
