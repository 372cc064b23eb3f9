//! Programs that follow a number: who may, and what they are sent.
//!
//! There is a state and no history: whoever comes, with whatever `Last-Event-ID`, is told the number as it is, and then each change, once
//! a second at most. What is sent to all who follow one petition is written once.

use super::model::Count;
use crate::base::{Id, random};
use crate::count::CountCache;
use crate::petition::numbers::public_count::PublicCount;
use crate::petition::{Exposure, Petition, PetitionCache, PublicPetition};
use crate::web::answers::answer::json;
use crate::web::origin::connections::{ConnectionSlot, Connections};
use crate::web::{Error, Source};
use bytes::Bytes;
use futures_util::stream::{Stream, unfold};
use metrics::gauge;
use parking_lot::Mutex;
use std::collections::HashMap;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};

/// Of one source at once.
const OF_ONE_SOURCE: usize = 20;
/// After so long without a word a comment is sent, so that nothing in between takes the connection for dead, and we notice those that are.
const HEARTBEAT: Duration = Duration::from_secs(15);
/// How often the numbers are looked at; a number is told again after a second at the earliest.
const LOOK: Duration = Duration::from_millis(100);
const LOOKS_BETWEEN: u32 = 10;
/// Milliseconds after which a program comes back that lost its connection: drawn within these, so that all of them do not come at once.
const BACK_AFTER: u32 = 3_000;
const BACK_WITHIN: u32 = 6_000;

/// A piece of a stream, which never fails by itself.
type Sent = Result<Bytes, Infallible>;

/// Everybody who follows a number. Cheap to clone, shared by all threads.
#[derive(Clone)]
pub struct Listeners {
    most: usize,
    places: Arc<Semaphore>,
    sources: Connections,
    followed: Arc<Mutex<Followed>>,
}

#[derive(Default)]
struct Followed {
    /// By petition, as long as somebody follows it.
    told: HashMap<Id<Petition>, Told>,
    /// Nobody is let in any more.
    is_over: bool,
}

/// What those who follow a petition were sent last.
struct Told {
    event: watch::Sender<Bytes>,
    count: (i64, i64),
    /// Looks until it may be told again.
    rests: u32,
}

impl Told {
    fn of(count: &PublicCount, event: Bytes) -> Self {
        Self {
            event: watch::Sender::new(event),
            count: (count.signatures, count.goal),
            rests: LOOKS_BETWEEN,
        }
    }

    /// Tells the number if it has moved. Whoever has not taken the last one yet is told this one in its place, so that nobody is waited for
    /// and nothing is kept for those who do not read.
    fn look(&mut self, count: &PublicCount) {
        self.rests = self.rests.saturating_sub(1);
        let now = (count.signatures, count.goal);
        if self.rests == 0
            && self.count != now
            && let Ok(event) = event(count)
        {
            self.event.send_replace(event);
            (self.count, self.rests) = (now, LOOKS_BETWEEN);
        }
    }
}

/// What one who follows keeps while they do.
struct Listener {
    events: watch::Receiver<Bytes>,
    /// What is sent first.
    first: Option<Bytes>,
    _place: OwnedSemaphorePermit,
    _of_source: Option<ConnectionSlot>,
}

impl Drop for Listener {
    fn drop(&mut self) {
        gauge!("undersigned_listeners").decrement(1);
    }
}

impl Listeners {
    /// At most so many at once.
    #[must_use]
    pub fn new(most: usize) -> Self {
        Self {
            most,
            places: Arc::new(Semaphore::new(most)),
            sources: Connections::default(),
            followed: Arc::default(),
        }
    }

    /// How many follow a number now.
    #[must_use]
    pub fn following(&self) -> usize {
        self.most.saturating_sub(self.places.available_permits())
    }

    /// Takes one in; what they are sent, until they go or the petition does. None when there is no place.
    ///
    /// # Errors
    /// 500 when it cannot be written.
    pub(super) fn admit(
        &self,
        source: Source,
        shown: &PublicPetition,
        count: &PublicCount,
    ) -> Result<Option<impl Stream<Item = Sent> + use<>>, Error> {
        let of_source = match source.is_loopback() {
            true => None,
            false => match self.sources.take(source.host(), OF_ONE_SOURCE) {
                Some(slot) => Some(slot),
                None => return Ok(None),
            },
        };
        let Ok(place) = Arc::clone(&self.places).try_acquire_owned() else {
            return Ok(None);
        };
        let event = event(count)?;
        let Some(events) = self.follow(shown.petition.id, count, event) else {
            return Ok(None);
        };
        gauge!("undersigned_listeners").increment(1);
        let current = events.borrow().clone();
        let back_after = BACK_AFTER + u32::from_be_bytes(random::bytes()) % BACK_WITHIN;
        let first = [format!("retry: {back_after}\n").as_bytes(), &current].concat();
        Ok(Some(unfold(
            Listener {
                events,
                first: Some(first.into()),
                _place: place,
                _of_source: of_source,
            },
            next,
        )))
    }

    fn follow(
        &self,
        petition: Id<Petition>,
        count: &PublicCount,
        event: Bytes,
    ) -> Option<watch::Receiver<Bytes>> {
        let mut followed = self.followed.lock();
        if followed.is_over {
            return None;
        }
        let told = followed.told.entry(petition);
        let told = told.or_insert_with(|| Told::of(count, event));
        Some(told.event.subscribe())
    }

    /// Tells whoever follows a number that has moved.
    fn tell(&self, petition_cache: &PetitionCache, count_cache: &CountCache) {
        self.followed.lock().told.retain(|id, told| {
            if told.event.receiver_count() == 0 {
                return false;
            }
            let shown = petition_cache.by_id(*id);
            // one that was taken down, or must not tell when it is signed any more: its listeners are let go
            let Some(shown) = shown.filter(|shown| may_be_followed(shown)) else {
                return false;
            };
            told.look(&count_cache.public_count(&shown.petition));
            true
        });
    }

    /// Tells each number that moves, until `stop` becomes true; then lets everybody go.
    pub async fn run(
        self,
        petition_cache: PetitionCache,
        count_cache: CountCache,
        mut stop: watch::Receiver<bool>,
    ) {
        while tokio::time::timeout(LOOK, stop.wait_for(|stop| *stop))
            .await
            .is_err()
        {
            self.tell(&petition_cache, &count_cache);
        }
        let mut followed = self.followed.lock();
        followed.is_over = true;
        followed.told.clear();
    }
}

/// Whether its number may be followed: it tells to the second when somebody signs.
pub(super) fn may_be_followed(shown: &PublicPetition) -> bool {
    shown.allows(Exposure::History) && !shown.is_removed()
}

fn event(count: &PublicCount) -> Result<Bytes, Error> {
    let data = json(&Count::alone(count))?;
    Ok(format!("id: {}\nevent: count\ndata: {data}\n\n", count.signatures).into())
}

/// What is sent next, and when.
async fn next(mut listener: Listener) -> Option<(Sent, Listener)> {
    if let Some(first) = listener.first.take() {
        return Some((Ok(first), listener));
    }
    match tokio::time::timeout(HEARTBEAT, listener.events.changed()).await {
        Err(_) => Some((Ok(Bytes::from_static(b":\n\n")), listener)),
        Ok(Err(_)) => None,
        Ok(Ok(())) => {
            let event = listener.events.borrow_and_update().clone();
            Some((Ok(event), listener))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures_util::{FutureExt, StreamExt};

    fn count(signatures: i64) -> PublicCount {
        PublicCount {
            signatures,
            goal: 100,
            goal_met_at: None,
            since_yesterday: 0,
            moved_at: None,
            version: signatures,
        }
    }

    #[tokio::test]
    async fn who_reads_late_is_told_the_newest_alone() {
        let start = event(&count(0)).unwrap();
        let mut told = Told::of(&count(0), start.clone());
        let place = Arc::new(Semaphore::new(1)).try_acquire_owned().unwrap();
        let mut stream = std::pin::pin!(unfold(
            Listener {
                events: told.event.subscribe(),
                first: Some(start.clone()),
                _place: place,
                _of_source: None,
            },
            next,
        ));
        for number in 1..=1_000 {
            // less than a second between two is one event
            for _ in 0..LOOKS_BETWEEN {
                told.look(&count(number));
            }
        }
        assert_eq!(stream.next().await, Some(Ok(start)));
        let newest = event(&count(1_000)).unwrap();
        assert_eq!(stream.next().await, Some(Ok(newest)));
        assert_eq!(stream.next().now_or_never(), None, "nothing was kept");
        drop(told);
        assert_eq!(stream.next().await, None, "it ends with the petition");
    }

    #[test]
    fn a_number_is_told_after_a_second_and_once() {
        let mut told = Told::of(&count(0), Bytes::new());
        let mut reads = told.event.subscribe();
        let mut heard = Vec::new();
        for look in 1..=3 * LOOKS_BETWEEN {
            told.look(&count(if look < 5 { 1 } else { 2 }));
            if reads.has_changed().unwrap() {
                heard.push((look, reads.borrow_and_update().clone()));
            }
        }
        assert_eq!(heard, [(LOOKS_BETWEEN, event(&count(2)).unwrap())]);
    }
}
