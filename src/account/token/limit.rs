//! How often one token is admitted: 20 requests a second, 200 at once. In memory and of each instance, as every limit of politeness.

use super::model::ApiToken;
use crate::base::{Clock, Id, Time};
use parking_lot::Mutex;
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

/// Requests at once.
const BURST: u32 = 200;
/// A place comes free again each so long.
const EVERY: Duration = Duration::from_millis(50);
/// `RateLimit-Policy`: 200 in ten seconds.
pub const POLICY: &str = "\"token\";q=200;w=10";

/// Places of every token. Cheap to clone, shared by all.
#[derive(Clone)]
pub struct TokenLimit {
    clock: Clock,
    /// When all places of a token are free again.
    free_at: Arc<Mutex<HashMap<Id<ApiToken>, Time>>>,
}

/// What one request was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn {
    /// Whether it may go on.
    pub is_admitted: bool,
    /// Places that are left.
    pub left: u32,
    /// When all of them are free again, in seconds; of one that was refused, when to come again.
    pub seconds: u32,
}

impl Turn {
    /// `RateLimit`: what is left, and when that changes.
    #[must_use]
    pub fn header(self) -> String {
        format!("\"token\";r={};t={}", self.left, self.seconds)
    }

    /// `Retry-After` of a 429; none where it was admitted.
    #[must_use]
    pub fn retry_after(self) -> Option<u32> {
        (!self.is_admitted).then_some(self.seconds)
    }
}

impl TokenLimit {
    /// Nobody has asked yet.
    #[must_use]
    pub fn new(clock: &Clock) -> Self {
        Self {
            clock: clock.clone(),
            free_at: Arc::default(),
        }
    }

    /// Takes a place of this token. A request that is refused takes none, so that whoever waits as long as it is told gets one.
    #[must_use]
    pub fn take(&self, token: Id<ApiToken>) -> Turn {
        let now = self.clock.now();
        let mut all = self.free_at.lock();
        let free_at = all.entry(token).or_insert(now);
        let begun = (*free_at).max(now);
        let taken = begun.since(now).as_micros().div_ceil(EVERY.as_micros());
        let taken = u32::try_from(taken).unwrap_or(BURST);
        if taken >= BURST {
            let next = begun.minus(EVERY * (BURST - 1)).since(now);
            return Turn {
                is_admitted: false,
                left: 0,
                seconds: in_seconds(next),
            };
        }
        *free_at = begun.plus(EVERY);
        Turn {
            is_admitted: true,
            left: BURST - taken - 1,
            seconds: in_seconds(free_at.since(now)),
        }
    }

    /// Forgets tokens whose places are all free.
    pub fn tidy(&self) {
        let now = self.clock.now();
        self.free_at.lock().retain(|_, free_at| *free_at > now);
    }
}

/// At least one, and none too early.
fn in_seconds(span: Duration) -> u32 {
    let whole = u32::try_from(span.as_micros().div_ceil(1_000_000)).unwrap_or(u32::MAX);
    whole.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::time::seconds;

    #[test]
    fn two_hundred_at_once_and_then_twenty_a_second_of_each_token() {
        let start = Time::from_micros(1_800_000_000_000_000);
        let clock = Clock::standing_at(start);
        let limit = TokenLimit::new(&clock);
        let (one, other) = (Id::new(start), Id::new(start));
        let first = limit.take(one);
        assert_eq!(
            (first.is_admitted, first.left, first.seconds),
            (true, 199, 1)
        );
        assert_eq!(first.header(), "\"token\";r=199;t=1");
        let more = (0..400).filter(|_| limit.take(one).is_admitted).count();
        assert_eq!(more, 199);
        let refused = limit.take(one);
        assert_eq!(
            (refused.left, refused.retry_after()),
            (0, Some(1)),
            "{refused:?}"
        );
        assert!(
            limit.take(other).is_admitted,
            "another has places of its own"
        );
        clock.advance(seconds(1));
        let later: Vec<_> = (0..100).map(|_| limit.take(one)).collect();
        assert_eq!(later.iter().filter(|turn| turn.is_admitted).count(), 20);
        clock.advance(seconds(3_600));
        assert_eq!(
            (0..400).filter(|_| limit.take(one).is_admitted).count(),
            200
        );
        limit.tidy();
        assert_eq!(limit.free_at.lock().len(), 1);
        clock.advance(seconds(10));
        limit.tidy();
        assert_eq!(limit.free_at.lock().len(), 0);
    }

    #[test]
    fn whoever_waits_as_long_as_it_is_told_gets_a_place() {
        let clock = Clock::standing_at(Time::from_micros(1_800_000_000_000_000));
        let limit = TokenLimit::new(&clock);
        let token = Id::new(clock.now());
        while limit.take(token).is_admitted {}
        let wait = limit.take(token).seconds;
        clock.advance(seconds(u64::from(wait)));
        assert!(limit.take(token).is_admitted);
    }
}
