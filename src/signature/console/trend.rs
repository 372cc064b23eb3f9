//! The chart of the overview: bars by hour or day, what happened under them.

use crate::base::time::{days, hours};
use crate::base::{Id, Lang, Time};
use crate::count::chart::{Chart, Shows, Unit};
use crate::count::days::{Calendar, Slot, at_most, begins};
use crate::count::store::tallies::Hour;
use crate::db::{Conn, Result};
use crate::petition::dates::closing;
use crate::petition::store::turns::{self, Turn};
use crate::petition::update::store::{self as updates, UpdateTitle};
use crate::petition::{Petition, PetitionState};
use crate::words::Words;
use std::collections::BTreeMap;
use std::time::Duration;

/// Bars of a chart, beyond which days are taken together.
const BARS: usize = 92;
/// So long the hours of a beginning are shown: who reaches people is decided then.
const BEGINNING: Duration = hours(48);
/// Notes under a chart, the newest.
const NOTES: usize = 12;
/// Rows read for them.
const READ: i64 = 60;

/// A range of the chart, as the links name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Range {
    /// The first 48 hours, by hour.
    Hours,
    /// The last seven days.
    Week,
    /// All days.
    All,
    /// All days, added up.
    Total,
}

impl Range {
    pub(crate) const ALL: [Self; 4] = [Self::Hours, Self::Week, Self::All, Self::Total];

    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Hours => "hours",
            Self::Week => "week",
            Self::All => "all",
            Self::Total => "total",
        }
    }

    /// The one that is asked for; else hours as long as they are the beginning, and all days from then on.
    pub(crate) fn asked(text: &str, trend: &Trend<'_>) -> Self {
        let otherwise = match trend.now < trend.began().plus(BEGINNING) {
            true => Self::Hours,
            false => Self::All,
        };
        let mut all = Self::ALL.into_iter();
        all.find(|range| range.as_str() == text)
            .unwrap_or(otherwise)
    }
}

/// What happened to a petition, as rows say it.
#[derive(Debug, Default)]
pub(crate) struct Events {
    turns: Vec<Turn>,
    updates: Vec<UpdateTitle>,
}

/// Reads it.
///
/// # Errors
/// A fault of the database.
pub(crate) fn events(conn: &mut Conn, petition: Id<Petition>) -> Result<Events> {
    Ok(Events {
        turns: turns::of(conn, petition, READ)?,
        updates: updates::titles(conn, petition, READ)?,
    })
}

/// One note under the chart, already written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The day.
    pub day: String,
    /// What happened.
    pub said: String,
}

/// The numbers of a petition over time.
pub(crate) struct Trend<'a> {
    pub(crate) petition: &'a Petition,
    pub(crate) hours: &'a [Hour],
    pub(crate) now: Time,
}

impl Trend<'_> {
    /// When its number began to move, or could.
    fn began(&self) -> Time {
        let moved = self.hours.first().map(|hour| begins(hour.hour));
        let published = self.petition.published_at;
        moved.into_iter().chain(published).min().unwrap_or(self.now)
    }

    /// The last instant that is shown.
    fn last(&self) -> Time {
        let ended = self.petition.closed_at.filter(|at| *at < self.now);
        let end = ended.map_or(self.now, closing::last_moment);
        let moved = self.hours.last().map(|hour| begins(hour.hour));
        moved.map_or(end, |moved| moved.max(end)).min(self.now)
    }

    /// Change since a moment, to the hour.
    pub(crate) fn since(&self, from: Time) -> i64 {
        let hours = self.hours.iter().filter(|hour| hour.hour >= from.hour());
        hours.map(|hour| hour.change).sum()
    }

    /// The chart of a range.
    pub(crate) fn chart(&self, w: &Words, range: Range) -> Chart {
        let zone = &self.petition.time_zone;
        let calendar = Calendar::of(zone);
        let (began, last) = (self.began(), self.last());
        if range == Range::Hours {
            let end = began.plus(BEGINNING - hours(1));
            let slots = calendar.hours(self.hours, began, last.min(end));
            let is_running = last == self.now && self.now.hour() <= end.hour();
            return Chart::draw(w, zone, (Unit::Hour, &slots), Shows::Change, is_running);
        }
        let first = match range {
            Range::Week => last.minus(days(6)),
            Range::Hours | Range::All | Range::Total => began,
        };
        let each = calendar.days(self.hours, calendar.date(first), calendar.date(last));
        let is_running = last == self.now && calendar.date(last) == calendar.date(self.now);
        let shows = match range {
            Range::Total => Shows::Total(0),
            Range::Hours | Range::Week | Range::All => Shows::Change,
        };
        let slots = at_most(each, BARS).into_iter().map(Slot::from);
        let slots: Vec<_> = slots.collect();
        Chart::draw(w, zone, (Unit::Day, &slots), shows, is_running)
    }

    /// What happened, the oldest first.
    pub(crate) fn notes(
        &self,
        w: &Words,
        events: &Events,
        goal_met_at: Option<Time>,
        lang: Lang,
    ) -> Vec<Note> {
        let mut all: Vec<(Time, String)> = Vec::new();
        let published = self.petition.published_at;
        all.extend(published.map(|at| (at, w.say("note-published").to_owned())));
        let after = |turn: &&Turn| published.is_none_or(|at| turn.at > at);
        let turns: Vec<_> = events.turns.iter().rev().filter(after).collect();
        let mut before = PetitionState::Open;
        for turn in turns {
            let key = match (before, turn.state) {
                (PetitionState::Closed, PetitionState::Open) => "note-reopened",
                (_, PetitionState::Open) => "note-resumed",
                (_, PetitionState::Paused) => "note-paused",
                (_, PetitionState::Closed) => "note-closed",
                (_, PetitionState::Removed) => "note-taken-down",
                (_, PetitionState::Draft) => continue,
            };
            before = turn.state;
            all.push((turn.at, w.say(key).to_owned()));
        }
        let mut titles: BTreeMap<_, &UpdateTitle> = BTreeMap::new();
        for title in &events.updates {
            let one = titles.entry(title.update).or_insert(title);
            if title.lang == lang.as_str() {
                *one = title;
            }
        }
        let said = |one: &UpdateTitle| w.plain1("note-update", "title", one.title.as_str());
        all.extend(titles.values().map(|one| (one.at, said(one))));
        all.extend(goal_met_at.map(|at| (at, w.say("note-goal").to_owned())));
        all.sort_by_key(|(at, _)| *at);
        let surplus = all.len().saturating_sub(NOTES);
        let note = |(at, said)| Note {
            day: w.day(at, &self.petition.time_zone),
            said,
        };
        all.into_iter().skip(surplus).map(note).collect()
    }
}
