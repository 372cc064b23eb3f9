//! The nouns: petition, its text, its wording.

use super::visibility::Visibility;
use crate::account::model::Organization;
use crate::base::{Id, Lang, Slug, Time};
use serde::{Deserialize, Serialize};

/// What is signed, and by which word the page calls it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Asks somebody for something.
    Petition,
    /// An open letter: signers are listed with role and affiliation.
    Letter,
    /// A promise of one's own act.
    Pledge,
}

impl Kind {
    /// All kinds, in the order of the form.
    pub const ALL: [Self; 3] = [Self::Petition, Self::Letter, Self::Pledge];

    /// The word used in forms, JSON and as the end of words keys.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Petition => "petition",
            Self::Letter => "letter",
            Self::Pledge => "pledge",
        }
    }

    /// Reads [`Kind::as_str`] back.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }

    /// Its number in the database.
    #[must_use]
    pub fn number(self) -> i16 {
        match self {
            Self::Petition => 0,
            Self::Letter => 1,
            Self::Pledge => 2,
        }
    }

    /// Reads [`Kind::number`] back; an unknown number is a plain petition.
    #[must_use]
    pub fn from_number(number: i16) -> Self {
        match number {
            1 => Self::Letter,
            2 => Self::Pledge,
            _ => Self::Petition,
        }
    }
}

/// Where a petition stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// Being written; seen by its organization only.
    Draft,
    /// Can be signed until its closing time.
    Open,
    /// Over: the page stays, with how it ended.
    Closed,
}

impl State {
    /// The word used in words keys.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Open => "open",
            Self::Closed => "closed",
        }
    }

    /// Its number in the database.
    #[must_use]
    pub fn number(self) -> i16 {
        match self {
            Self::Draft => 0,
            Self::Open => 1,
            Self::Closed => 2,
        }
    }

    /// Reads [`State::number`] back; an unknown number is closed, which lets nobody sign.
    #[must_use]
    pub fn from_number(number: i16) -> Self {
        match number {
            0 => Self::Draft,
            1 => Self::Open,
            _ => Self::Closed,
        }
    }
}

/// Whether the form asks for something.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Asked {
    /// Not on the form.
    #[default]
    Off,
    /// On the form, may be left empty.
    Optional,
    /// On the form, must be filled in.
    Required,
}

/// How much a press from another browser must show before it confirms (signing rules 3.3).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Guard {
    /// One press, unless something suggests a machine; then the match word.
    #[default]
    Adaptive,
    /// Always the match word.
    Word,
    /// One press, always.
    Button,
}

/// Settings of form and confirmation. Stored as JSON; a field that is missing has its default.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The signer's role, listed beside the name.
    pub role: Asked,
    /// The signer's school or employer, listed beside the name.
    pub affiliation: Asked,
    /// The signer's town or region, for "a supporter in Ridgemont".
    pub place: Asked,
    /// The most that others may see of a signer; each signer chooses up to it.
    pub most_public: Visibility,
    /// Names are the point: the form says that they are public and does not ask.
    pub names_public: bool,
    /// The guard before a confirmation from another browser.
    pub guard: Guard,
    /// Mail names neither the petition nor its subject in its header.
    pub discreet: bool,
    /// How many signatures with different names one mailbox may hold through aliases.
    pub household: u8,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            role: Asked::Off,
            affiliation: Asked::Off,
            place: Asked::Off,
            most_public: Visibility::Detail,
            names_public: false,
            guard: Guard::Adaptive,
            discreet: false,
            household: 2,
        }
    }
}

impl Settings {
    /// What a petition of this kind begins with: signers of a letter are listed with role and
    /// affiliation.
    #[must_use]
    pub fn of(kind: Kind) -> Self {
        let asked = match kind {
            Kind::Letter => Asked::Optional,
            Kind::Petition | Kind::Pledge => Asked::Off,
        };
        Self {
            role: asked,
            affiliation: asked,
            ..Self::default()
        }
    }
}

/// Anything that can be signed.
#[derive(Debug, Clone, PartialEq)]
pub struct Petition {
    /// Key.
    pub id: Id<Petition>,
    /// Whose it is.
    pub organization: Id<Organization>,
    /// What it is.
    pub kind: Kind,
    /// Its place in addresses: `/p/{slug}`.
    pub slug: Slug,
    /// Where it stands; see [`Petition::is_open`] for whether it can be signed.
    pub state: State,
    /// The language it was first written in.
    pub lang: Lang,
    /// A fixed goal, at least 1; none means the ladder of moving goals.
    pub goal: Option<i32>,
    /// IANA name of the zone its dates are told in.
    pub time_zone: String,
    /// When it stops taking signatures by itself.
    pub closes_at: Option<Time>,
    /// When it was first opened.
    pub published_at: Option<Time>,
    /// When it was closed.
    pub closed_at: Option<Time>,
    /// Form and confirmation.
    pub settings: Settings,
    /// Grows with every change.
    pub revision: i64,
    /// When it was first written down.
    pub created_at: Time,
    /// When it last changed.
    pub updated_at: Time,
}

impl Petition {
    /// Whether it takes signatures at `now`.
    #[must_use]
    pub fn is_open(&self, now: Time) -> bool {
        self.state == State::Open && self.closes_at.is_none_or(|end| now < end)
    }

    /// Whether it is over at `now`, by hand or by date.
    #[must_use]
    pub fn is_over(&self, now: Time) -> bool {
        self.state != State::Draft && !self.is_open(now)
    }
}

/// The text as it stands now, in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PetitionText {
    /// Its language.
    pub lang: Lang,
    /// At most 80 characters.
    pub title: String,
    /// What is asked, in one or two sentences; at most 300 characters.
    pub ask: String,
    /// To whom; may be empty (a pledge has none).
    pub target: String,
    /// The letter itself, Markdown without HTML.
    pub body: String,
    /// `body` as sanitized HTML, made when it was saved.
    pub body_html: String,
    /// How it ended, Markdown.
    pub outcome: Option<String>,
    /// `outcome` as sanitized HTML.
    pub outcome_html: Option<String>,
    /// Whether readers of this language get it.
    pub is_published: bool,
}

/// The text as it was signed; never changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// Key; stands in every signature.
    pub id: Id<Wording>,
    /// Its language.
    pub lang: Lang,
    /// From 1, by language.
    pub version: i32,
    /// SHA-256 of title, ask, target and body, separated by NUL.
    pub sha256: [u8; 32],
}
