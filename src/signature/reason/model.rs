//! The nouns: a reason, its states, what an organizer decides about it.

use crate::base::{Id, Lang, Time};
use crate::petition::Petition;

/// Where a reason stands. Only `Published` is ever shown, and only under a counted signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ReasonState {
    /// Typed in where somebody signed; no mailbox has confirmed it.
    Typed,
    /// To be read by an organizer.
    Waiting,
    /// On the petition's page.
    Published,
    /// Read, kept by the organizers.
    Private,
    /// Read and put away.
    Hidden,
}

impl ReasonState {
    /// Those an organizer sees, in the order of the console.
    pub(crate) const READ: [Self; 4] =
        [Self::Waiting, Self::Published, Self::Private, Self::Hidden];

    /// The word used in addresses and as the end of words keys.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Typed => "typed",
            Self::Waiting => "waiting",
            Self::Published => "published",
            Self::Private => "private",
            Self::Hidden => "hidden",
        }
    }

    /// Reads [`ReasonState::as_str`] back, of those an organizer sees.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::READ.into_iter().find(|state| state.as_str() == text)
    }

    /// Its number in the database.
    #[must_use]
    pub fn number(self) -> i16 {
        match self {
            Self::Typed => 0,
            Self::Waiting => 1,
            Self::Published => 2,
            Self::Private => 3,
            Self::Hidden => 4,
        }
    }

    /// Reads [`ReasonState::number`] back; an unknown number is hidden.
    #[must_use]
    pub(crate) fn from_number(number: i16) -> Self {
        match number {
            0 => Self::Typed,
            1 => Self::Waiting,
            2 => Self::Published,
            3 => Self::Private,
            _ => Self::Hidden,
        }
    }
}

/// What an organizer decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// Show it on the page.
    Publish,
    /// Keep it among the organizers.
    Keep,
    /// Put it away.
    Hide,
}

impl Decision {
    /// All of them, in the order of the buttons.
    pub const ALL: [Self; 3] = [Self::Publish, Self::Keep, Self::Hide];

    /// The word a button sends, and the end of its words key.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Publish => "publish",
            Self::Keep => "keep",
            Self::Hide => "hide",
        }
    }

    /// Reads [`Decision::as_str`] back.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == text)
    }

    /// Where it leads.
    #[must_use]
    pub fn state(self) -> ReasonState {
        match self {
            Self::Publish => ReasonState::Published,
            Self::Keep => ReasonState::Private,
            Self::Hide => ReasonState::Hidden,
        }
    }
}

/// Why somebody signed.
#[derive(Clone, PartialEq, Eq)]
pub struct Reason {
    /// Key: that of the signature it belongs to.
    pub id: Id<Reason>,
    /// Under which petition.
    pub petition: Id<Petition>,
    /// Where it stands.
    pub state: ReasonState,
    /// The words, held to the rules of a [`Remark`](crate::base::Remark).
    pub words: String,
    /// The language of the page they were typed into.
    pub lang: Lang,
    /// Grows with each change of the words; no two words have had the same.
    pub revision: i64,
    /// How many readers have reported it since an organizer decided.
    pub reports: i32,
    /// When the words were typed.
    pub typed_at: Time,
}

/// Does not say what it says: what is debugged ends in logs.
impl std::fmt::Debug for Reason {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Reason({}, {})", self.id, self.state.as_str())
    }
}

/// How many reasons a petition has in each state that an organizer sees.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ReasonCounts {
    /// To be read.
    pub waiting: i64,
    /// On the page.
    pub published: i64,
    /// Kept among the organizers.
    pub private: i64,
    /// Put away.
    pub hidden: i64,
}

impl ReasonCounts {
    /// How many are in this state; those nobody has confirmed are not counted.
    #[must_use]
    pub fn of(&self, state: ReasonState) -> i64 {
        match state {
            ReasonState::Typed => 0,
            ReasonState::Waiting => self.waiting,
            ReasonState::Published => self.published,
            ReasonState::Private => self.private,
            ReasonState::Hidden => self.hidden,
        }
    }
}

impl Reason {
    /// Whether it is on the page and readers have reported it often enough for an organizer to read it again.
    #[must_use]
    pub(crate) fn is_reported(&self) -> bool {
        self.state == ReasonState::Published && self.reports >= REPORTS
    }
}

/// After this many reports since the last decision, an organizer reads it again; the index `reasons_reported` has the same number.
pub(crate) const REPORTS: i32 = 3;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_numbers_are_read_back() {
        for state in ReasonState::READ {
            assert_eq!(ReasonState::parse(state.as_str()), Some(state));
            assert_eq!(ReasonState::from_number(state.number()), state);
        }
        assert_eq!(
            ReasonState::parse("typed"),
            None,
            "nobody lists what no mailbox has confirmed"
        );
        assert_eq!(
            ReasonState::from_number(ReasonState::Typed.number()),
            ReasonState::Typed
        );
        assert_eq!(ReasonState::from_number(77), ReasonState::Hidden);
        for decision in Decision::ALL {
            assert_eq!(Decision::parse(decision.as_str()), Some(decision));
        }
    }
}
