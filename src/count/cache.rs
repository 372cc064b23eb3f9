//! Every petition's number in memory, for whoever asks.

use super::model::{Counted, Counts, PartCount, Parts, Tally};
use super::store::{parts, tallies};
use crate::base::time::{hours, seconds};
use crate::base::{Id, Time};
use crate::db::{Changes, Conn, Result};
use parking_lot::RwLock;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// What is known of one petition's number.
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

type PartsKey = (Id<Counted>, Parts);

#[derive(Default)]
struct Contents {
    standings: HashMap<Id<Counted>, LiveCount>,
    /// What each number divides into, the largest part first.
    parts: HashMap<PartsKey, Arc<Vec<PartCount>>>,
    /// The hours of the last day in which a number moved.
    hours: HashMap<Id<Counted>, BTreeMap<i64, i64>>,
    /// The last time the database answered.
    heard_at: Option<Time>,
    /// The hour the last day's changes were added up in.
    hour: i64,
}

impl Contents {
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

/// Every number: cheap to clone, shared by all. Fed by whoever commits a change in this instance,
/// and each second from the database with what other instances changed.
#[derive(Clone, Default)]
pub struct CountCache(Arc<RwLock<Contents>>, Changes);

/// Petitions asked about at once: SQLite binds 32,766 values.
const AT_ONCE: usize = 1_000;
/// After this long without a word from the database, numbers are shown with their time.
const STALE_AFTER: std::time::Duration = seconds(5);

impl CountCache {
    /// Where a petition stands; zero when nothing is known of it yet.
    #[must_use]
    pub fn standing(&self, petition: Id<Counted>) -> LiveCount {
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

    /// What the number divides into, the largest part first; a second old at most while the database answers.
    #[must_use]
    pub fn parts(&self, petition: Id<Counted>, parts: Parts) -> Arc<Vec<PartCount>> {
        let contents = self.0.read();
        contents
            .parts
            .get(&(petition, parts))
            .cloned()
            .unwrap_or_default()
    }

    /// Notes what a commit said; an older word than the one known is ignored.
    pub(crate) fn note(&self, tally: &Tally) {
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
    /// A fault of the database; it keeps what it has.
    pub fn refresh(&self, conn: &mut Conn, now: Time) -> Result<()> {
        let yesterday = now.minus(hours(24)).hour();
        let (fresh, mut days, mut divided) = self.1.follow(conn, |conn, since| {
            let fresh = tallies::changed_since(conn, since)?;
            let ids: Vec<_> = fresh.iter().map(|tally| tally.petition).collect();
            let mut days: HashMap<_, BTreeMap<_, _>> = HashMap::new();
            let mut divided: HashMap<PartsKey, Vec<PartCount>> = HashMap::new();
            for ids in ids.chunks(AT_ONCE) {
                for (petition, hour) in tallies::hours_of(conn, ids, yesterday)? {
                    days.entry(petition)
                        .or_default()
                        .insert(hour.hour, hour.change);
                }
                for by in [Parts::Promises, Parts::Wordings] {
                    for (petition, part) in parts::of_all(conn, by, ids)? {
                        divided.entry((petition, by)).or_default().push(part);
                    }
                }
            }
            Ok((fresh, days, divided))
        })?;
        let mut contents = self.0.write();
        for tally in fresh {
            let id = tally.petition;
            for by in [Parts::Promises, Parts::Wordings] {
                if let Some(divided) = divided.remove(&(id, by)) {
                    contents.parts.insert((id, by), Arc::new(divided));
                }
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
    pub(crate) fn as_of(&self, now: Time) -> Option<Time> {
        let heard = self.0.read().heard_at?;
        (now.since(heard) > STALE_AFTER).then_some(heard)
    }
}
