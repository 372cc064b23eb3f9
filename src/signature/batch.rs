//! What organizers decide about signatures, many in one press: a batch.
//!
//! It is gathered first and read then: which signatures are meant is frozen before anybody presses. Many need a second person
//! (signing rules 3.8).

use super::condition::Condition;
use super::model::{Signature, SignatureState};
use crate::account::model::Organizer;
use crate::base::time::days;
use crate::base::{Id, Time};
use crate::petition::Petition;

/// What is done to each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum BatchAct {
    /// Counted, or counted again.
    Count,
    /// Set aside until somebody looks.
    Hold,
    /// Taken out for good.
    Remove,
}

impl BatchAct {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Count, Self::Hold, Self::Remove];

    /// Its word in forms and words keys.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Hold => "hold",
            Self::Remove => "remove",
        }
    }

    /// Reads [`BatchAct::as_str`] back.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == text)
    }

    /// Its number in the database.
    #[must_use]
    pub fn number(self) -> i16 {
        match self {
            Self::Count => 0,
            Self::Hold => 1,
            Self::Remove => 2,
        }
    }

    /// Reads [`BatchAct::number`] back.
    #[must_use]
    pub(crate) fn from_number(number: i16) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.number() == number)
    }

    /// Where those that are meant stand.
    #[must_use]
    pub fn from(self) -> &'static [SignatureState] {
        match self {
            Self::Count => &[SignatureState::Held, SignatureState::Removed],
            Self::Hold => &[SignatureState::Counted],
            Self::Remove => &[SignatureState::Counted, SignatureState::Held],
        }
    }

    /// Where those stand that a condition may mean: what was taken out comes back one by one only.
    #[must_use]
    pub(crate) fn gathers(self) -> &'static [SignatureState] {
        match self {
            Self::Count => &[SignatureState::Held],
            act => act.from(),
        }
    }

    /// Where they stand afterwards.
    #[must_use]
    pub fn to(self) -> SignatureState {
        match self {
            Self::Count => SignatureState::Counted,
            Self::Hold => SignatureState::Held,
            Self::Remove => SignatureState::Removed,
        }
    }
}

/// Why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// A program filled the form in.
    Program,
    /// Not the name of a person.
    Invented,
    /// Somebody signed twice.
    Twice,
    /// Somebody signed in the name of another.
    NotTheirs,
    /// The name insults somebody.
    Abusive,
    /// It was held or removed by mistake.
    Mistake,
    /// Somebody looked, and it is in order.
    InOrder,
    /// Something else, in a note.
    Other,
}

impl Cause {
    const ALL: [Self; 8] = [
        Self::Program,
        Self::Invented,
        Self::Twice,
        Self::NotTheirs,
        Self::Abusive,
        Self::Mistake,
        Self::InOrder,
        Self::Other,
    ];

    /// Those there are for an act.
    pub fn of(act: BatchAct) -> impl Iterator<Item = Self> {
        let counts = act == BatchAct::Count;
        let fits = move |one: &Self| match one {
            Self::Mistake | Self::InOrder => counts,
            Self::Other => true,
            _ => !counts,
        };
        Self::ALL.into_iter().filter(fits)
    }

    /// Its word in forms and words keys.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Program => "program",
            Self::Invented => "invented",
            Self::Twice => "twice",
            Self::NotTheirs => "other-person",
            Self::Abusive => "abusive",
            Self::Mistake => "mistake",
            Self::InOrder => "in-order",
            Self::Other => "other",
        }
    }

    /// Reads [`Cause::as_str`] back.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == text)
    }

    /// Its number in the database.
    #[must_use]
    pub(crate) fn number(self) -> i16 {
        Self::ALL
            .into_iter()
            .zip(0..)
            .find(|(one, _)| *one == self)
            .map_or(0, |(_, number)| number)
    }

    /// Reads [`Cause::number`] back.
    #[must_use]
    pub(crate) fn from_number(number: i16) -> Option<Self> {
        Self::ALL.get(usize::try_from(number).ok()?).copied()
    }
}

/// Whoever gathered a batch that the program itself puts before the organizers.
pub const NOBODY: Id<Organizer> = Id::from_bytes([0; 16]);

/// How far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BatchState {
    /// Those that are meant are looked for.
    Gathering,
    /// It is to be read and pressed.
    Ready,
    /// It waits for somebody else, or a day where there is nobody else.
    Waiting,
    /// It is carried out.
    Running,
    /// It was.
    Done,
    /// Somebody stopped it before.
    Stopped,
    /// It is taken back.
    TakingBack,
    /// It was.
    TakenBack,
}

impl BatchState {
    const ALL: [Self; 8] = [
        Self::Gathering,
        Self::Ready,
        Self::Waiting,
        Self::Running,
        Self::Done,
        Self::Stopped,
        Self::TakingBack,
        Self::TakenBack,
    ];

    /// Its word in words keys and in the form that was looked at.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Gathering => "gathering",
            Self::Ready => "ready",
            Self::Waiting => "waiting",
            Self::Running => "running",
            Self::Done => "done",
            Self::Stopped => "stopped",
            Self::TakingBack => "taking-back",
            Self::TakenBack => "taken-back",
        }
    }

    /// Its number in the database.
    #[must_use]
    pub(crate) fn number(self) -> i16 {
        Self::ALL
            .into_iter()
            .zip(0..)
            .find(|(one, _)| *one == self)
            .map_or(0, |(_, number)| number)
    }

    /// Reads [`BatchState::number`] back.
    #[must_use]
    pub(crate) fn from_number(number: i16) -> Option<Self> {
        Self::ALL.get(usize::try_from(number).ok()?).copied()
    }

    /// Whether a worker goes on with it.
    #[must_use]
    pub fn is_at_work(self) -> bool {
        matches!(self, Self::Gathering | Self::Running | Self::TakingBack)
    }
}

/// How long it can be taken back.
const BACK_WITHIN: std::time::Duration = days(30);
/// More than so many need a second person.
const MOST_ALONE: i64 = 100;
/// So many too, where they are more than a hundredth of all.
const MANY_OF_FEW: i64 = 10;

/// Signatures that were decided about together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignatureBatch {
    /// Its key.
    pub id: Id<SignatureBatch>,
    /// Of which petition.
    pub petition: Id<Petition>,
    /// What is done to each.
    pub act: BatchAct,
    /// Why; none before it is pressed.
    pub cause: Option<Cause>,
    /// What else there is to say, to colleagues and to whoever it is about.
    pub note: String,
    /// Which are gathered; none where they were ticked one by one.
    pub condition: Option<Condition>,
    /// How far it is.
    pub state: BatchState,
    /// How many are meant.
    pub total: i64,
    /// How many it moved, those that had not gone elsewhere meanwhile, and has not moved back.
    pub moved: i64,
    /// How many it moved back.
    pub back: i64,
    /// The signature it has come to.
    pub place: Option<Id<Signature>>,
    /// Who gathered it ([`NOBODY`]: the program noticed them), then who pressed.
    pub proposed_by: Id<Organizer>,
    /// When.
    pub proposed_at: Time,
    /// The second person.
    pub decided_by: Option<Id<Organizer>>,
    /// When they agreed.
    pub decided_at: Option<Time>,
    /// When it was done.
    pub ended_at: Option<Time>,
}

impl SignatureBatch {
    /// One that nobody has pressed yet, and that is about nobody yet.
    #[must_use]
    pub fn begun(petition: Id<Petition>, act: BatchAct, by: Id<Organizer>, now: Time) -> Self {
        Self {
            id: Id::new(now),
            petition,
            act,
            cause: None,
            note: String::new(),
            condition: None,
            state: BatchState::Gathering,
            total: 0,
            moved: 0,
            back: 0,
            place: None,
            proposed_by: by,
            proposed_at: now,
            decided_by: None,
            decided_at: None,
            ended_at: None,
        }
    }

    /// Whether it needs a second person, of so many that count.
    #[must_use]
    pub fn needs_second(&self, counted: i64) -> bool {
        self.total > MOST_ALONE || (self.total >= MANY_OF_FEW && self.total * 100 > counted)
    }

    /// Whether it can be taken back.
    #[must_use]
    pub fn may_go_back(&self, now: Time) -> bool {
        let ended = self.ended_at.filter(|_| self.state == BatchState::Done);
        ended.is_some_and(|at| now.since(at) < BACK_WITHIN)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn batch(total: i64) -> SignatureBatch {
        let (petition, by) = (Id::from_bytes([2; 16]), Id::from_bytes([3; 16]));
        SignatureBatch {
            total,
            ..SignatureBatch::begun(petition, BatchAct::Remove, by, Time::from_micros(0))
        }
    }

    #[test]
    fn many_need_a_second_person() {
        for (total, counted, needs) in [
            (1, 1, false),
            (9, 9, false),
            (10, 999, true),
            (10, 1_000, false),
            (100, 10_000, false),
            (101, 1_000_000, true),
            (10, 0, true),
        ] {
            assert_eq!(
                batch(total).needs_second(counted),
                needs,
                "{total} of {counted}"
            );
        }
    }

    #[test]
    fn it_is_taken_back_within_thirty_days() {
        let done = SignatureBatch {
            state: BatchState::Done,
            ended_at: Some(Time::from_micros(0)),
            ..batch(1)
        };
        let at = |days: u64| Time::from_micros(0).plus(super::days(days));
        assert!(done.may_go_back(at(29)));
        assert!(!done.may_go_back(at(30)));
        let stopped = SignatureBatch {
            state: BatchState::Stopped,
            ..done
        };
        assert!(!stopped.may_go_back(at(1)));
    }

    #[test]
    fn numbers_and_words_lead_back() {
        for act in BatchAct::ALL {
            assert_eq!(BatchAct::parse(act.as_str()), Some(act));
            assert!(!act.from().contains(&act.to()));
            assert!(act.from().iter().all(|from| from.may_become(act.to())));
        }
        for cause in Cause::ALL {
            assert_eq!(Cause::parse(cause.as_str()), Some(cause));
            assert_eq!(Cause::from_number(cause.number()), Some(cause));
        }
        for state in BatchState::ALL {
            assert_eq!(BatchState::from_number(state.number()), Some(state));
        }
        assert_eq!(Cause::from_number(8), None);
        assert_eq!(BatchState::from_number(-1), None);
    }
}
