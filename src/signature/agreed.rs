//! What a signer agreed to: the words that were read, and a yes or a no to each who asks.

use crate::base::{Id, Lang, Time};
use crate::petition::consent::{ConsentText, Means, Purpose};
use crate::petition::source::Source;
use crate::petition::{Founder, Wording};
use serde::{Deserialize, Serialize};

/// Who asks whether they may write.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "AskerColumns", into = "AskerColumns")]
pub enum Asker {
    /// The petition's own organization.
    #[default]
    Organization,
    /// One of several that founded it.
    Founder(Id<Founder>),
    /// The partner in whose frame the form stands.
    Partner(Id<Source>),
}

/// An asker in JSON: beside what was answered, and nothing for the petition's own organization.
#[derive(Serialize, Deserialize)]
struct AskerColumns {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    founder: Option<Id<Founder>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    partner: Option<Id<Source>>,
}

impl From<AskerColumns> for Asker {
    fn from(columns: AskerColumns) -> Self {
        let founder = columns.founder.map(Self::Founder);
        founder
            .or(columns.partner.map(Self::Partner))
            .unwrap_or_default()
    }
}

impl From<Asker> for AskerColumns {
    fn from(asker: Asker) -> Self {
        let (founder, partner) = match asker {
            Asker::Organization => (None, None),
            Asker::Founder(id) => (Some(id), None),
            Asker::Partner(id) => (None, Some(id)),
        };
        Self { founder, partner }
    }
}

/// What was answered to one who asked whether they may write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// Who asked.
    #[serde(flatten)]
    pub asker: Asker,
    /// The words of the question.
    pub text: Id<ConsentText>,
    /// Whether they may.
    pub yes: bool,
}

/// A yes or a no as it is written down: never changed, only followed by another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Consent {
    /// What for.
    pub purpose: Purpose,
    /// To whom.
    pub asker: Asker,
    /// Yes or no.
    pub is_yes: bool,
    /// The words it answers.
    pub text: Id<ConsentText>,
    /// How it was given.
    pub means: Means,
    /// When.
    pub given_at: Time,
}

/// The words a signer agreed to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreed {
    /// The petition's text.
    pub wording: Id<Wording>,
    /// The language it was read in.
    pub lang: Lang,
    /// What was answered to each who asked for updates.
    pub updates: Vec<Answer>,
    /// The question about the public list.
    pub listing: Id<ConsentText>,
    /// Whether it was answered with a yes; organizers may come to show less than that.
    pub is_listed: bool,
}

impl Agreed {
    /// What was answered, as it is to be written down.
    #[must_use]
    pub fn consents(&self, means: Means, given_at: Time) -> Vec<Consent> {
        let listing = Answer {
            asker: Asker::Organization,
            text: self.listing,
            yes: self.is_listed,
        };
        let updates = self.updates.iter().map(|one| (Purpose::Updates, one));
        let all = updates.chain([(Purpose::Listing, &listing)]);
        all.map(|(purpose, one)| Consent {
            purpose,
            asker: one.asker,
            is_yes: one.yes,
            text: one.text,
            means,
            given_at,
        })
        .collect()
    }
}
