//! The nouns: petition, its text, its wording.

use super::rules::exposure::Exposure;
use super::rules::kind::Kind;
use super::rules::settings::Settings;
use crate::account::model::Organization;
use crate::account::token::model::TokenPetition;
use crate::account::token::request::MadeThing;
use crate::base::id::shares_id;
use crate::base::{Id, Lang, Slug, Time};
use crate::count::model::moving_goal;
use crate::count::{Counted, Part};
use crate::mail::model::{Campaign, Subject};

shares_id!(Petition, Campaign);
shares_id!(Petition, Counted);
shares_id!(Petition, MadeThing);
shares_id!(Petition, TokenPetition);
shares_id!(Petition, Subject);
shares_id!(Wording, Part);

/// Whether the start page and the sitemap list petitions.
#[derive(Debug, Clone, Copy)]
pub struct Browse(pub bool);

/// Where a petition stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PetitionState {
    /// Being written; seen by its organization only.
    Draft,
    /// Can be signed until its closing time.
    Open,
    /// Over: the page stays, with how it ended.
    Closed,
    /// Its organizers let nobody sign for now.
    Paused,
    /// Taken down by its organizers for good: nothing of it is shown any more.
    Removed,
}

impl PetitionState {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Draft,
        Self::Open,
        Self::Closed,
        Self::Paused,
        Self::Removed,
    ];

    /// The word used in the log.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Open => "open",
            Self::Closed => "closed",
            Self::Paused => "paused",
            Self::Removed => "removed",
        }
    }

    /// The moves there are. The database holds the same list in a trigger.
    #[must_use]
    pub(crate) fn may_become(self, next: Self) -> bool {
        matches!(
            (self, next),
            (Self::Draft, Self::Open)
                | (Self::Open, Self::Closed | Self::Paused | Self::Removed)
                | (Self::Paused, Self::Open | Self::Closed | Self::Removed)
                | (Self::Closed, Self::Open | Self::Removed)
        )
    }

    /// Its number in the database.
    #[must_use]
    pub fn number(self) -> i16 {
        match self {
            Self::Draft => 0,
            Self::Open => 1,
            Self::Closed => 2,
            Self::Paused => 3,
            Self::Removed => 4,
        }
    }

    /// Reads [`PetitionState::number`] back.
    #[must_use]
    pub(crate) fn from_number(number: i16) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.number() == number)
    }
}

/// Where a petition stands at a moment: its state, and what its dates make of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Phase {
    /// Being written.
    Draft,
    /// Shown already, but its opening day has not come.
    Coming,
    /// Can be signed.
    Open,
    /// Its organizers let nobody sign for now.
    Paused,
    /// Over, by hand or by date.
    Closed,
    /// Taken down.
    Removed,
}

impl Phase {
    /// The word used in JSON and in words keys.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Coming => "coming",
            Self::Open => "open",
            Self::Paused => "paused",
            Self::Closed => "closed",
            Self::Removed => "removed",
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
    pub state: PetitionState,
    /// The language it was first written in.
    pub lang: Lang,
    /// A fixed goal, at least 1; none means the ladder of moving goals.
    pub goal: Option<i32>,
    /// IANA name of the zone its dates are told in.
    pub time_zone: String,
    /// When it begins to take signatures by itself; none means as soon as it is published.
    pub opens_at: Option<Time>,
    /// When it stops taking signatures by itself.
    pub closes_at: Option<Time>,
    /// When it was first opened.
    pub published_at: Option<Time>,
    /// When it was closed, or taken down while it ran; none once it was opened again.
    pub closed_at: Option<Time>,
    /// Until when details are kept at the latest, as its pages said when it was closed; none where it was never opened again.
    pub keeps_last: Option<Time>,
    /// When it was put out of the organizers' list; only of one that was taken down.
    pub archived_at: Option<Time>,
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
    /// Where it stands at `now`. Dates do their work by themselves, whether or not anybody has
    /// written down that they have come.
    #[must_use]
    pub(crate) fn phase(&self, now: Time) -> Phase {
        let is_past = self.closes_at.is_some_and(|end| end <= now);
        match self.state {
            PetitionState::Draft => Phase::Draft,
            PetitionState::Removed => Phase::Removed,
            PetitionState::Closed => Phase::Closed,
            PetitionState::Open | PetitionState::Paused if is_past => Phase::Closed,
            PetitionState::Paused => Phase::Paused,
            PetitionState::Open if self.opens_at.is_some_and(|begin| now < begin) => Phase::Coming,
            PetitionState::Open => Phase::Open,
        }
    }

    /// Whether it takes signatures at `now`.
    #[must_use]
    pub fn is_open(&self, now: Time) -> bool {
        self.phase(now) == Phase::Open
    }

    /// Whether it is over at `now`, by hand or by date, or taken down.
    #[must_use]
    pub fn is_over(&self, now: Time) -> bool {
        matches!(self.phase(now), Phase::Closed | Phase::Removed)
    }

    /// Moves it to another state, with the time that belongs to the move: the one place that
    /// does. False, and nothing is changed, when there is no such move.
    pub fn transition_to(&mut self, to: PetitionState, now: Time) -> bool {
        if !self.state.may_become(to) {
            return false;
        }
        match to {
            PetitionState::Open => {
                if self.state == PetitionState::Closed {
                    // Whoever signed was told this day by every page since: it never moves away.
                    self.keeps_last = self.keeps_until();
                    self.closed_at = None;
                }
                self.published_at = self.published_at.or(Some(now));
            }
            PetitionState::Closed | PetitionState::Removed => {
                // What its date has closed already closed at that time, however late this comes.
                let by_date = self.closes_at.filter(|at| *at <= now);
                self.closed_at = self.closed_at.or(by_date).or(Some(now));
            }
            PetitionState::Draft | PetitionState::Paused => {}
        }
        self.state = to;
        true
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
    /// What a fixed goal means, as "5 % of the students"; empty for nothing.
    pub goal_reason: String,
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
    /// SHA-256 of title, ask, target, body and promises, separated by NUL.
    pub sha256: [u8; 32],
}

/// What organizers call words that are put in the place of others that people have signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rewording {
    /// Spelling was mended: what is asked is what it was.
    Mend,
    /// Something else is asked: who signed before is told, and nobody counts as having signed this text who did not.
    Change,
}

impl Rewording {
    /// The word used in forms.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Mend => "mend",
            Self::Change => "change",
        }
    }

    /// Reads [`Rewording::as_str`] back.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Mend, Self::Change]
            .into_iter()
            .find(|one| one.as_str() == text)
    }

    /// Its number in the database, where 0 is a wording that nobody had to name.
    #[must_use]
    pub fn number(called: Option<Self>) -> i16 {
        match called {
            None => 0,
            Some(Self::Mend) => 1,
            Some(Self::Change) => 2,
        }
    }

    /// Reads [`Rewording::number`] back.
    #[must_use]
    pub(crate) fn from_number(number: i16) -> Option<Self> {
        match number {
            1 => Some(Self::Mend),
            2 => Some(Self::Change),
            _ => None,
        }
    }
}

impl Petition {
    /// Whether this may be, which tells on signers: the table of [`Exposure`].
    #[must_use]
    pub const fn allows(&self, exposure: Exposure) -> bool {
        self.settings.allows(exposure)
    }

    /// What so many signatures are counted towards: the organizers' goal, else the step that comes next.
    #[must_use]
    pub(crate) fn goal_of(&self, signatures: i64) -> i64 {
        self.goal.map_or_else(|| moving_goal(signatures), i64::from)
    }

    /// Whether organizations may sign it: as its organizers say, and letters unless they say otherwise. Never where
    /// signing may put people in danger: whoever signs for an organization gives a name.
    #[must_use]
    pub(crate) fn takes_organizations(&self) -> bool {
        let said = self.settings.organizations_sign;
        self.allows(Exposure::Organizations) && said.unwrap_or(self.kind == Kind::Letter)
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::base::time::days;

    pub(crate) fn petition(state: PetitionState) -> Petition {
        let now = Time::from_micros(0);
        Petition {
            id: Id::new(now),
            organization: Id::<Organization>::new(now),
            kind: Kind::Petition,
            slug: Slug::parse("court-records").unwrap(),
            state,
            lang: Lang::EN,
            goal: None,
            time_zone: "UTC".to_owned(),
            opens_at: Some(now.plus(days(2))),
            closes_at: Some(now.plus(days(4))),
            published_at: None,
            closed_at: None,
            keeps_last: None,
            archived_at: None,
            settings: Settings::default(),
            revision: 1,
            created_at: now,
            updated_at: now,
        }
    }

    #[test]
    fn nine_moves_and_no_other() {
        let moves: Vec<_> = PetitionState::ALL
            .iter()
            .flat_map(|from| PetitionState::ALL.iter().map(move |to| (*from, *to)))
            .filter(|(from, to)| from.may_become(*to))
            .collect();
        assert_eq!(moves.len(), 9);
        assert!(
            PetitionState::ALL
                .iter()
                .all(|to| !PetitionState::Removed.may_become(*to))
        );
        assert!(
            PetitionState::ALL
                .iter()
                .all(|from| !from.may_become(PetitionState::Draft))
        );
    }

    #[test]
    fn dates_open_and_close_by_themselves() {
        let at = |day: u64| Time::from_micros(0).plus(days(day));
        let phases = |state| [1, 2, 3, 4].map(|day| petition(state).phase(at(day)).as_str());
        assert_eq!(
            phases(PetitionState::Open),
            ["coming", "open", "open", "closed"]
        );
        assert_eq!(
            phases(PetitionState::Paused),
            ["paused", "paused", "paused", "closed"]
        );
        assert_eq!(phases(PetitionState::Draft), ["draft"; 4]);
        assert_eq!(phases(PetitionState::Removed), ["removed"; 4]);
    }

    #[test]
    fn opened_again_it_keeps_nothing_longer_than_was_said_when_it_closed() {
        let at = |day: u64| Time::from_micros(0).plus(days(day));
        let mut again = petition(PetitionState::Open);
        assert!(
            again.transition_to(PetitionState::Closed, at(3))
                && again.transition_to(PetitionState::Open, at(5))
        );
        let told = petition(PetitionState::Open).settings.keeps_for;
        let told = Some(told.until(at(3), "UTC"));
        assert_eq!((again.closed_at, again.keeps_last), (None, told));
        again.closes_at = Some(at(60));
        assert_eq!(again.keeps_until(), told, "not sixty days on");
        assert!(
            again.transition_to(PetitionState::Closed, at(8))
                && again.transition_to(PetitionState::Open, at(9))
        );
        assert_eq!(again.keeps_until(), told, "nor the second time");
    }

    #[test]
    fn a_move_brings_its_time_and_a_refused_one_nothing() {
        let at = |day: u64| Time::from_micros(0).plus(days(day));
        let mut late = petition(PetitionState::Draft);
        assert!(
            !late.transition_to(PetitionState::Paused, at(1)) && late.state == PetitionState::Draft
        );
        assert!(
            late.transition_to(PetitionState::Open, at(1))
                && late.transition_to(PetitionState::Paused, at(2))
        );
        assert!(late.transition_to(PetitionState::Open, at(3)));
        assert_eq!(late.published_at, Some(at(1)), "it is published once");
        assert!(late.transition_to(PetitionState::Closed, at(9)));
        assert_eq!(late.closed_at, Some(at(4)), "its date had closed it");
        assert!(
            late.transition_to(PetitionState::Removed, at(10))
                && !late.transition_to(PetitionState::Open, at(10))
        );
        assert_eq!(late.closed_at, Some(at(4)), "it was over before");
        let mut running = petition(PetitionState::Open);
        assert!(running.transition_to(PetitionState::Removed, at(3)));
        assert_eq!(running.closed_at, Some(at(3)), "over is over");
    }

    #[test]
    fn what_it_is_called_is_read_back() {
        for called in [None, Some(Rewording::Mend), Some(Rewording::Change)] {
            assert_eq!(Rewording::from_number(Rewording::number(called)), called);
            let word = called.map(Rewording::as_str).unwrap_or_default();
            assert_eq!(Rewording::parse(word), called);
        }
    }
}
