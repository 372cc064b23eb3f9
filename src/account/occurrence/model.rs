//! The nouns: an occurrence, its kind, and the kinds a webhook hears of.

use crate::base::{Id, Time};
use crate::mail::model::{Campaign, Subject};

/// What can happen that programs hear of. Names as receivers know them (api.md 4.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OccurrenceKind {
    /// A mailbox confirmed; the signature is counted, or held.
    SignatureCreated,
    /// A signature counts from now on.
    SignatureConfirmed,
    /// A signature does not count any more, or is out for good.
    SignatureWithdrawn,
    /// A petition is shown to everybody.
    PetitionPublished,
    /// Something of a petition that is shown was changed.
    PetitionUpdated,
    /// A petition cannot be signed any more.
    PetitionClosed,
    /// The goal is reached for the first time.
    GoalReached,
    /// A round number of signatures counts for the first time.
    MilestoneReached,
    /// Somebody whose signature counts lets organizers write.
    PersonSubscribed,
    /// Somebody lets them write no more.
    PersonUnsubscribed,
    /// Somebody had their details deleted.
    PersonErased,
    /// A large list can be taken.
    ExportReady,
    /// Somebody tries a webhook out.
    Test,
}

impl OccurrenceKind {
    /// All of them, as they are listed. What a test is nobody chooses: it is sent to whichever webhook is tried.
    pub const ALL: [Self; 13] = [
        Self::SignatureCreated,
        Self::SignatureConfirmed,
        Self::SignatureWithdrawn,
        Self::PetitionPublished,
        Self::PetitionUpdated,
        Self::PetitionClosed,
        Self::GoalReached,
        Self::MilestoneReached,
        Self::PersonSubscribed,
        Self::PersonUnsubscribed,
        Self::PersonErased,
        Self::ExportReady,
        Self::Test,
    ];

    /// Those that are chosen from.
    pub fn chosen_from() -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(|kind| *kind != Self::Test)
    }

    /// Its name in `type`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::SignatureCreated => "signature.created",
            Self::SignatureConfirmed => "signature.confirmed",
            Self::SignatureWithdrawn => "signature.withdrawn",
            Self::PetitionPublished => "petition.published",
            Self::PetitionUpdated => "petition.updated",
            Self::PetitionClosed => "petition.closed",
            Self::GoalReached => "petition.goal_reached",
            Self::MilestoneReached => "petition.milestone_reached",
            Self::PersonSubscribed => "person.subscribed",
            Self::PersonUnsubscribed => "unsubscribe.created",
            Self::PersonErased => "person.erased",
            Self::ExportReady => "export.ready",
            Self::Test => "webhook.test",
        }
    }

    /// Reads [`OccurrenceKind::as_str`] back.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == text)
    }

    /// Its number in the database: of two at one instant the lower was first.
    #[must_use]
    pub fn number(self) -> i16 {
        match self {
            Self::SignatureCreated => 0,
            Self::SignatureConfirmed => 1,
            Self::SignatureWithdrawn => 2,
            Self::PetitionPublished => 3,
            Self::PetitionUpdated => 4,
            Self::PetitionClosed => 5,
            Self::GoalReached => 6,
            Self::PersonSubscribed => 7,
            Self::PersonUnsubscribed => 8,
            Self::PersonErased => 9,
            Self::ExportReady => 10,
            Self::Test => 11,
            Self::MilestoneReached => 12,
        }
    }

    /// Reads [`OccurrenceKind::number`] back; none for one of a newer program.
    #[must_use]
    pub fn from_number(number: i16) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.number() == number)
    }

    /// Whether it is about one signer.
    #[must_use]
    pub fn is_of_signer(self) -> bool {
        matches!(
            self,
            Self::SignatureCreated
                | Self::SignatureConfirmed
                | Self::SignatureWithdrawn
                | Self::PersonSubscribed
                | Self::PersonUnsubscribed
                | Self::PersonErased
        )
    }
}

/// Which kinds a webhook hears of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct OccurrenceKinds(i64);

impl OccurrenceKinds {
    /// These.
    pub fn of(kinds: impl IntoIterator<Item = OccurrenceKind>) -> Self {
        let bits = kinds.into_iter().map(|kind| 1_i64 << kind.number());
        Self(bits.fold(0, |all, bit| all | bit))
    }

    /// Whether this is among them.
    #[must_use]
    pub fn has(self, kind: OccurrenceKind) -> bool {
        self.0 & (1_i64 << kind.number()) != 0
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Those of either.
    #[must_use]
    pub fn and(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }

    /// Each of them, as they are listed.
    pub fn each(self) -> impl Iterator<Item = OccurrenceKind> {
        OccurrenceKind::ALL
            .into_iter()
            .filter(move |kind| self.has(*kind))
    }

    /// Its number in the database.
    #[must_use]
    pub fn number(self) -> i64 {
        self.0
    }

    /// Reads [`OccurrenceKinds::number`] back.
    #[must_use]
    pub fn from_number(number: i64) -> Self {
        Self(number)
    }
}

/// Something that happened, as ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Occurrence {
    /// Its key, the same for whoever hears of it.
    pub id: Id<Occurrence>,
    /// Under which petition.
    pub petition: Id<Campaign>,
    /// What.
    pub kind: OccurrenceKind,
    /// The signature or the list it is about; none where it is the petition.
    pub subject: Option<Id<Subject>>,
    /// How it came about, a number of its kind.
    pub cause: Option<i16>,
    /// When.
    pub at: Time,
}

impl Occurrence {
    /// Of a petition.
    #[must_use]
    pub fn of(petition: Id<Campaign>, kind: OccurrenceKind, at: Time) -> Self {
        Self {
            id: Id::new(at),
            petition,
            kind,
            subject: None,
            cause: None,
            at,
        }
    }

    /// About this signature or list.
    #[must_use]
    pub fn about(mut self, subject: Id<Subject>) -> Self {
        self.subject = Some(subject);
        self
    }

    /// Come about so.
    #[must_use]
    pub fn by(mut self, cause: i16) -> Self {
        self.cause = Some(cause);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_has_a_name_a_number_and_a_bit_of_its_own() {
        for kind in OccurrenceKind::ALL {
            assert_eq!(OccurrenceKind::parse(kind.as_str()), Some(kind));
            assert_eq!(OccurrenceKind::from_number(kind.number()), Some(kind));
            let alone = OccurrenceKinds::of([kind]);
            assert_eq!(alone.each().collect::<Vec<_>>(), [kind]);
        }
        assert_eq!(OccurrenceKind::from_number(99), None);
        assert!(OccurrenceKinds::default().is_empty());
        // Standard Webhooks: letters, digits, underscores and full stops
        let fits = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '.';
        let mut names = OccurrenceKind::ALL.iter().map(|kind| kind.as_str());
        assert!(names.all(|name| name.chars().all(fits)));
    }
}
