//! The board: every petition's number in memory, for whoever asks.

use super::choice_store::{self, Chosen};
use super::model::{Counts, SMALLEST_GROUP, Tally, moving_goal};
use super::store;
use crate::base::time::{hours, seconds};
use crate::base::{Id, Time};
use crate::db::{Changes, Conn, Result};
use crate::petition::page::pages::{Progress, Reworded, SHOWN_FROM};
use crate::petition::store::wording_tallies::{self, Bound};
use crate::petition::{Petition, Phase, PledgeOption, Promises, PublicPetition};
use crate::web::urls;
use crate::words::Words;
use parking_lot::RwLock;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// What the board says of one petition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LiveCount {
    /// The counts.
    pub counts: Counts,
    /// When the count first stood at a fixed goal.
    pub goal_met_at: Option<Time>,
    /// Grows with each change.
    pub version: i64,
    /// When the number last moved.
    pub updated_at: Time,
    /// Change of the counted number in the last 24 hours, to the hour.
    pub since_yesterday: i64,
}

#[derive(Default)]
struct BoardContents {
    standings: HashMap<Id<Petition>, LiveCount>,
    /// How many chose each promise, the most chosen first.
    choices: HashMap<Id<Petition>, Arc<Vec<Chosen>>>,
    /// How many are bound to each wording.
    bound: HashMap<Id<Petition>, Arc<Vec<Bound>>>,
    /// The hours of the last day in which a number moved.
    hours: HashMap<Id<Petition>, BTreeMap<i64, i64>>,
    /// The last time the database answered.
    heard_at: Option<Time>,
    /// The hour the last day's changes were added up in.
    hour: i64,
}

impl BoardContents {
    /// Adds the last day up anew, from this hour on.
    fn forget_before(&mut self, hour: i64) {
        let standings = &mut self.standings;
        self.hours.retain(|id, day| {
            *day = day.split_off(&hour);
            if let Some(standing) = standings.get_mut(id) {
                standing.since_yesterday = day.values().sum();
            }
            !day.is_empty()
        });
    }
}

/// The board: cheap to clone, shared by all. Fed by whoever commits a change in this instance,
/// and each second from the database with what other instances changed.
#[derive(Clone, Default)]
pub struct CountCache(Arc<RwLock<BoardContents>>, Changes);

/// Petitions asked about at once: SQLite binds 32,766 values.
const AT_ONCE: usize = 1_000;
/// After this long without a word from the database, numbers are shown with their time.
const STALE_AFTER: std::time::Duration = seconds(5);

impl CountCache {
    /// Where a petition stands; zero when nothing is known of it yet.
    #[must_use]
    pub fn standing(&self, petition: Id<Petition>) -> LiveCount {
        let contents = self.0.read();
        contents
            .standings
            .get(&petition)
            .copied()
            .unwrap_or(LiveCount {
                counts: Counts::default(),
                goal_met_at: None,
                version: 0,
                updated_at: Time::from_micros(0),
                since_yesterday: 0,
            })
    }

    /// How many chose each promise of a pledge, the most chosen first; a second old at most while the
    /// database answers.
    #[must_use]
    pub fn choices(&self, petition: Id<Petition>) -> Arc<Vec<Chosen>> {
        let contents = self.0.read();
        contents.choices.get(&petition).cloned().unwrap_or_default()
    }

    /// How many are bound to each wording; a second old at most while the database answers.
    #[must_use]
    pub fn bound(&self, petition: Id<Petition>) -> Arc<Vec<Bound>> {
        let contents = self.0.read();
        contents.bound.get(&petition).cloned().unwrap_or_default()
    }

    /// How many of those who count signed the text as it stands now; none where nothing else was ever asked.
    #[must_use]
    pub fn this_text(&self, shown: &PublicPetition) -> Option<i64> {
        shown.wordings.changed_at()?;
        let id = shown.petition.id;
        let earlier = shown.wordings.earlier();
        let bound = self.bound(id);
        let of_earlier = bound.iter().filter(|one| earlier.contains(&one.wording));
        let before: i64 = of_earlier.map(|one| one.counted).sum();
        Some((self.standing(id).counts.counted - before).max(0))
    }

    /// How many made each of these promises, in their order: told from [`SHOWN_FROM`] signatures on, and of all or of none, since
    /// a small group that is left out could be found by subtraction.
    #[must_use]
    pub fn told(
        &self,
        petition: Id<Petition>,
        promises: &Promises,
    ) -> Option<Vec<(Id<PledgeOption>, i64)>> {
        let choices = self.choices(petition);
        let counted = |one: &PledgeOption| {
            let chosen = choices.iter().find(|chosen| chosen.option == one.id);
            (one.id, chosen.map_or(0, |chosen| chosen.counted))
        };
        let all: Vec<_> = promises.choices().iter().map(counted).collect();
        let is_enough = self.standing(petition).counts.counted >= SHOWN_FROM;
        let is_large = |(_, n): &(_, i64)| *n >= SMALLEST_GROUP;
        (is_enough && all.iter().all(is_large)).then_some(all)
    }

    /// Notes what a commit said; an older word than the one known is ignored.
    pub fn note(&self, tally: &Tally) {
        let mut contents = self.0.write();
        let old = contents.standings.get(&tally.petition).copied();
        if old.is_some_and(|old| old.version >= tally.version) {
            return;
        }
        let gained = tally.counts.counted - old.map_or(0, |old| old.counts.counted);
        let hours = contents.hours.entry(tally.petition).or_default();
        *hours.entry(tally.updated_at.hour()).or_default() += gained;
        contents.standings.insert(
            tally.petition,
            LiveCount {
                counts: tally.counts,
                goal_met_at: tally.goal_met_at,
                version: tally.version,
                updated_at: tally.updated_at,
                since_yesterday: old.map_or(0, |old| old.since_yesterday) + gained,
            },
        );
    }

    /// Reads what changed, and the last day's hours of each of those. "Since yesterday" moves with the hour, whether or not anybody
    /// signed: that is added up from what is known.
    ///
    /// # Errors
    /// A fault of the database; the board keeps what it has.
    pub fn refresh(&self, conn: &mut Conn, now: Time) -> Result<()> {
        let yesterday = now.minus(hours(24)).hour();
        let (fresh, mut days, mut choices, mut bound) = self.1.follow(conn, |conn, since| {
            let fresh = store::changed_since(conn, since)?;
            let ids: Vec<_> = fresh.iter().map(|tally| tally.petition).collect();
            let mut days: HashMap<_, BTreeMap<_, _>> = HashMap::new();
            let mut choices: HashMap<_, Vec<_>> = HashMap::new();
            let mut bound: HashMap<_, Vec<_>> = HashMap::new();
            for ids in ids.chunks(AT_ONCE) {
                for (petition, hour) in store::hours_of(conn, ids, yesterday)? {
                    days.entry(petition)
                        .or_default()
                        .insert(hour.hour, hour.change);
                }
                for (petition, chosen) in choice_store::of_all(conn, ids)? {
                    choices.entry(petition).or_default().push(chosen);
                }
                for (petition, one) in wording_tallies::of_all(conn, ids)? {
                    bound.entry(petition).or_default().push(one);
                }
            }
            Ok((fresh, days, choices, bound))
        })?;
        let mut contents = self.0.write();
        for tally in fresh {
            let id = tally.petition;
            if let Some(choices) = choices.remove(&id) {
                contents.choices.insert(id, Arc::new(choices));
            }
            if let Some(bound) = bound.remove(&id) {
                contents.bound.insert(id, Arc::new(bound));
            }
            let known = contents.standings.get(&id);
            if known.is_none_or(|known| known.version <= tally.version) {
                let day = days.remove(&id).unwrap_or_default();
                let since_yesterday = day.values().sum();
                contents.hours.insert(id, day);
                contents.standings.insert(
                    id,
                    LiveCount {
                        counts: tally.counts,
                        goal_met_at: tally.goal_met_at,
                        version: tally.version,
                        updated_at: tally.updated_at,
                        since_yesterday,
                    },
                );
            }
        }
        contents.heard_at = Some(now);
        if contents.hour != now.hour() {
            contents.hour = now.hour();
            contents.forget_before(yesterday);
        }
        Ok(())
    }

    /// The time its numbers are of, when the database has been silent; none while it answers.
    #[must_use]
    pub fn as_of(&self, now: Time) -> Option<Time> {
        let heard = self.0.read().heard_at?;
        (now.since(heard) > STALE_AFTER).then_some(heard)
    }

    /// The count and how far it is to the goal, as pages show it.
    #[must_use]
    pub fn progress(&self, w: &Words, shown: &PublicPetition, now: Time) -> Progress {
        let petition = &shown.petition;
        let standing = self.standing(petition.id);
        let counted = standing.counts.counted;
        let phase = petition.phase(now);
        let is_open = phase == Phase::Open;
        let date = |at| w.date(at, &petition.time_zone);
        Progress {
            counted,
            goal: match petition.goal {
                Some(goal) => Some(i64::from(goal)),
                None if matches!(phase, Phase::Open | Phase::Paused) => Some(moving_goal(counted)),
                None => None,
            },
            goal_reason: petition
                .goal
                .and_then(|_| shown.text(w.lang()))
                .filter(|text| !text.goal_reason.is_empty())
                .map(|text| (text.lang, text.goal_reason.clone())),
            met_on: petition.goal.and(standing.goal_met_at).map(date),
            since_yesterday: if is_open {
                standing.since_yesterday.max(0)
            } else {
                0
            },
            as_of: self.as_of(now).map(|at| w.time(at, &petition.time_zone)),
            reworded: self.this_text(shown).map(|this_text| Reworded {
                this_text,
                on: shown.wordings.changed_at().map(date).unwrap_or_default(),
                href: urls::wordings(Some(w.lang()), &petition.slug),
            }),
            refresh: is_open.then(|| urls::count(&petition.slug)),
        }
    }
}
