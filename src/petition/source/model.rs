//! The nouns: a source, a partner, and what was counted of each on a day.

use super::code::SourceCode;
use super::site::FrameSite;
use crate::base::{Day, Id, Time};
use crate::petition::model::Petition;

/// Most characters of a name.
pub const NAME: usize = 60;
/// Most sources of a petition, links and partners together.
pub const SOURCES: i64 = 200;

/// What a source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SourceKind {
    /// A link that organizers give out: a table, a newsletter, a person.
    Link,
    /// Another group, whose sites carry the form.
    Partner,
}

impl SourceKind {
    /// Its number in the database.
    #[must_use]
    pub fn number(self) -> i16 {
        match self {
            Self::Link => 0,
            Self::Partner => 1,
        }
    }

    /// Reads [`SourceKind::number`] back.
    #[must_use]
    pub(crate) fn from_number(number: i16) -> Self {
        match number {
            0 => Self::Link,
            _ => Self::Partner,
        }
    }
}

/// Whether the form in a partner's frame asks if the partner may write, instead of asking it for the organizations.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Asking {
    /// It never did.
    #[default]
    Never,
    /// It does.
    Now,
    /// It did. Whoever said yes said it to the partner by its name, which stays.
    Before,
}

impl Asking {
    /// Its number in the database.
    #[must_use]
    pub fn number(self) -> i16 {
        match self {
            Self::Never => 0,
            Self::Now => 1,
            Self::Before => 2,
        }
    }

    /// Reads [`Asking::number`] back.
    #[must_use]
    pub(crate) fn from_number(number: i16) -> Self {
        match number {
            0 => Self::Never,
            1 => Self::Now,
            _ => Self::Before,
        }
    }

    /// What it becomes when organizers switch it on or off.
    #[must_use]
    pub(crate) fn switched(self, is_on: bool) -> Self {
        match (self, is_on) {
            (_, true) => Self::Now,
            (Self::Never, false) => Self::Never,
            (Self::Now | Self::Before, false) => Self::Before,
        }
    }
}

/// A source of signers that organizers have given a name and a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Its key.
    pub id: Id<Source>,
    /// Of which petition.
    pub petition: Id<Petition>,
    /// What its links carry. Never changes: posters are printed with it.
    pub code: SourceCode,
    /// What organizers call it.
    pub name: String,
    /// Link or partner.
    pub kind: SourceKind,
    /// The sites of a partner that may show the form in a frame.
    pub sites: Vec<FrameSite>,
    /// Whether a partner's frame asks if it may write.
    pub asking: Asking,
    /// Whether scripts of a partner's own pages may hand in forms.
    pub takes_posts: bool,
    /// Since when a partner's frame shows no form, or a link is put away; none while it is in use.
    pub paused_at: Option<Time>,
    /// When it was made.
    pub created_at: Time,
    /// Grows by one with every change.
    pub revision: i64,
}

/// A partner, as its frame asks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Partner {
    /// Its key.
    pub id: Id<Source>,
    /// Its code.
    pub code: SourceCode,
    /// What it is called on the form.
    pub name: String,
    /// Where the form may stand in a frame.
    pub sites: Vec<FrameSite>,
    /// Whether its form asks if it may write, instead of asking it for the organizations.
    pub asks_updates: bool,
    /// Whether scripts of its own pages may hand in forms.
    pub takes_posts: bool,
    /// Whether organizers have paused it: its frame shows no form.
    pub is_paused: bool,
}

impl Source {
    /// What its frame needs, if it is a partner.
    #[must_use]
    pub fn partner(&self) -> Option<Partner> {
        (self.kind == SourceKind::Partner).then(|| Partner {
            id: self.id,
            code: self.code.clone(),
            name: self.name.clone(),
            sites: self.sites.clone(),
            asks_updates: self.asking == Asking::Now,
            takes_posts: self.takes_posts,
            is_paused: self.paused_at.is_some(),
        })
    }
}

/// A source on a day of its petition's zone: under what something is counted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceDay {
    /// Of which petition.
    pub petition: Id<Petition>,
    /// Which source.
    pub code: String,
    /// On which day.
    pub day: Day,
}

/// What was counted of a source, in a day or in all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DayCounts {
    /// How often the petition's page, or a frame with its form, was opened by this source.
    pub opened: i64,
    /// Forms that were taken in.
    pub sent: i64,
    /// Signatures that their mailboxes confirmed.
    pub confirmed: i64,
}

impl DayCounts {
    /// Both together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            opened: self.opened + other.opened,
            sent: self.sent + other.sent,
            confirmed: self.confirmed + other.confirmed,
        }
    }
}
