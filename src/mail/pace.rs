//! When a mail may go that a form asks for: nothing that was typed is dropped, but whoever sends many forms waits for their
//! mails (signing rules 3.5).
//!
//! Each source has a clock of its own that runs ahead with every form: its mails are due by that clock, ten at once and then
//! twenty a minute. The due time stands in the outbox, nothing about the source does. The clocks themselves are in memory and of
//! one instance: politeness, no rule of the data.

use super::event::Event;
use super::model::Campaign;
use crate::base::time::{days, hours, minutes, seconds};
use crate::base::{Clock, Id, Time};
use crate::web::Source;
use arc_swap::ArcSwap;
use parking_lot::Mutex;
use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// Letters of one source that go at once.
const AT_ONCE: u32 = 10;
/// Between two further ones.
const BETWEEN: Duration = seconds(3);
/// The same at an event that the operator named: a lecture hall, a table at a fair.
const BETWEEN_AT_EVENT: Duration = seconds(1);
/// After [`MANY`] mails of one source in a day.
const BETWEEN_WHEN_MANY: Duration = minutes(1);
/// So many in a day are many; the operator is told.
const MANY: u32 = 1_000;
/// A mail that could go only after that is not queued: the form comes back instead.
const TOO_LONG: Duration = hours(1);
/// Forms of one network (IPv4 /24, IPv6 /48) that are taken in an hour: ten times as many as of one source.
const OF_A_NETWORK: u32 = 12_000;

/// When the mail of a form may go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailSlot {
    /// At this time, which may be now.
    At(Time),
    /// In over an hour: ask to come again.
    TooLong,
}

/// One source, or one network.
#[derive(Debug, Clone, Copy)]
struct Track {
    /// When the next mail would go if none went at once.
    next: Time,
    /// When counting began.
    since: Time,
    /// Letters since then.
    count: u32,
}

impl Track {
    fn new(now: Time) -> Self {
        Self {
            next: now,
            since: now,
            count: 0,
        }
    }

    /// Begins to count anew after that long.
    fn within(mut self, span: Duration, now: Time) -> Self {
        if now.since(self.since) >= span {
            (self.since, self.count) = (now, 0);
        }
        self
    }

    /// Takes the next place.
    fn step(&mut self, between: Duration, now: Time) -> Time {
        let at_once = between.min(BETWEEN).saturating_mul(AT_ONCE - 1);
        let due = self.next.minus(at_once).max(now);
        self.next = self.next.max(now).plus(between);
        self.count = self.count.saturating_add(1);
        due
    }
}

#[derive(Default)]
struct SourceClock {
    hosts: HashMap<IpAddr, Track>,
    networks: HashMap<IpAddr, Track>,
}

/// The clocks of all sources. Cheap to clone.
#[derive(Clone)]
pub struct Pace {
    clock: Clock,
    known: Arc<Mutex<SourceClock>>,
    events: Arc<ArcSwap<Vec<Event>>>,
    is_full: Arc<AtomicBool>,
    reading: Arc<tokio::sync::Mutex<()>>,
}

impl Pace {
    /// Nobody has sent anything yet.
    #[must_use]
    pub fn new(clock: &Clock) -> Self {
        Self {
            clock: clock.clone(),
            known: Arc::default(),
            events: Arc::default(),
            is_full: Arc::default(),
            reading: Arc::default(),
        }
    }

    /// When the mail of a form of this source may go, which takes that place. Too long: no place is taken. A proxy that does not
    /// say for whom it asks puts nothing off.
    #[must_use]
    pub fn turn(&self, source: Source, petition: Id<Campaign>) -> MailSlot {
        let now = self.clock.now();
        if self.is_full.load(Ordering::Relaxed) {
            return MailSlot::TooLong;
        }
        if source.is_shared() {
            return MailSlot::At(now);
        }
        let (host, network) = (source.host(), source.network());
        let is_event = self.is_event(source, petition, now);
        let mut known = self.known.lock();
        let mut neighbours = known
            .networks
            .get(&network)
            .copied()
            .unwrap_or_else(|| Track::new(now))
            .within(hours(1), now);
        let mut own = known
            .hosts
            .get(&host)
            .copied()
            .unwrap_or_else(|| Track::new(now))
            .within(days(1), now);
        let between = match (is_event, own.count >= MANY) {
            (true, _) => BETWEEN_AT_EVENT,
            (false, false) => BETWEEN,
            (false, true) => BETWEEN_WHEN_MANY,
        };
        let due = own.step(between, now);
        neighbours.count = neighbours.count.saturating_add(1);
        let is_crowd = neighbours.count > OF_A_NETWORK && !is_event;
        if is_crowd || due.since(now) > TOO_LONG {
            return MailSlot::TooLong;
        }
        if own.count == MANY && !is_event {
            tracing::warn!(
                "one source has sent 1000 forms today: its letters go one a minute from now on; if it is a hall or a fair, see `undersigned event add`"
            );
        }
        known.hosts.insert(host, own);
        known.networks.insert(network, neighbours);
        MailSlot::At(due)
    }

    fn is_event(&self, source: Source, petition: Id<Campaign>, now: Time) -> bool {
        let events = self.events.load();
        events.iter().any(|event| {
            event.until > now
                && event.network.contains(&source.address())
                && event.petition.is_none_or(|only| only == petition)
        })
    }

    /// The turn to read what is set here. Held until it is set: what was read later stays.
    pub async fn reading(&self) -> impl Drop + use<> {
        Arc::clone(&self.reading).lock_owned().await
    }

    /// The events there are now.
    pub(crate) fn set_events(&self, events: Vec<Event>) {
        self.events.store(Arc::new(events));
    }

    /// Whether so many mails wait that no more are queued.
    pub(crate) fn set_full(&self, is_full: bool) {
        self.is_full.store(is_full, Ordering::Relaxed);
    }

    /// Forgets sources whose clocks stand still again. Whoever sent much today is remembered for the day.
    pub fn tidy(&self) {
        let now = self.clock.now();
        let mut known = self.known.lock();
        let keeps = |track: &Track, few: u32, span: Duration| {
            track.next > now || (track.count >= few && now.since(track.since) < span)
        };
        known
            .hosts
            .retain(|_, track| keeps(track, MANY / 10, days(1)));
        known
            .networks
            .retain(|_, track| keeps(track, OF_A_NETWORK / 100, hours(1)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PETITION: Id<Campaign> = Id::from_bytes([1; 16]);
    const NOON: Time = Time::from_micros(1_800_014_400_000_000);

    fn at(ip: &str) -> Source {
        Source::at(ip.parse().unwrap())
    }

    /// Seconds from noon until each of so many mails.
    fn dues(pace: &Pace, source: Source, forms: u32) -> Vec<Option<u64>> {
        let due = |turn| match turn {
            MailSlot::At(due) => Some(due.since(NOON).as_secs()),
            MailSlot::TooLong => None,
        };
        (0..forms)
            .map(|_| due(pace.turn(source, PETITION)))
            .collect()
    }

    #[test]
    fn ten_at_once_then_one_each_three_seconds() {
        let pace = Pace::new(&Clock::standing_at(NOON));
        let dues = dues(&pace, at("192.0.2.1"), 200);
        assert_eq!(dues[..10], [Some(0); 10]);
        assert_eq!(dues[10..13], [Some(3), Some(6), Some(9)]);
        assert_eq!(dues[199], Some(570), "two hundred within ten minutes");
    }

    #[test]
    fn after_a_thousand_one_a_minute_and_after_an_hour_none() {
        let pace = Pace::new(&Clock::standing_at(NOON));
        let dues = dues(&pace, at("192.0.2.1"), 3_000);
        assert_eq!(dues[999], Some(2_970));
        assert!(dues[1_010].is_some_and(|at| at <= 3_600));
        let taken = dues.iter().flatten().count();
        assert!((1_000..=1_030).contains(&taken), "{taken} forms are taken");
        assert!(dues[taken..].iter().all(Option::is_none));
        let neighbour = super::tests::dues(&pace, at("192.0.2.2"), 10);
        assert_eq!(neighbour, [Some(0); 10], "nobody else waits for them");
    }

    #[test]
    fn who_was_told_to_come_later_may_come_later() {
        let clock = Clock::standing_at(NOON);
        let pace = Pace::new(&clock);
        let _ = dues(&pace, at("2001:db8::1"), 3_000);
        assert_eq!(
            pace.turn(at("2001:db8::2"), PETITION),
            MailSlot::TooLong,
            "one household"
        );
        clock.advance(hours(1));
        pace.tidy();
        assert!(matches!(
            pace.turn(at("2001:db8::1"), PETITION),
            MailSlot::At(_)
        ));
        clock.advance(days(1));
        pace.tidy();
        let now = clock.now();
        assert_eq!(pace.turn(at("2001:db8::1"), PETITION), MailSlot::At(now));
        assert_eq!(pace.known.lock().hosts.len(), 1);
    }

    #[test]
    fn an_event_is_faster_and_a_network_has_an_end() {
        let pace = Pace::new(&Clock::standing_at(NOON));
        let hall = Event {
            network: "198.51.100.0/28".parse().unwrap(),
            petition: None,
            until: NOON.plus(hours(12)),
        };
        pace.set_events(vec![hall]);
        assert_eq!(dues(&pace, at("198.51.100.9"), 610)[609], Some(600));
        assert_eq!(dues(&pace, at("198.51.100.99"), 11)[10], Some(3));
        for host in 0..=255_u8 {
            let source = Source::at(IpAddr::from([203, 0, 113, host]));
            let _ = dues(&pace, source, 50);
        }
        assert_eq!(pace.turn(at("203.0.113.1"), PETITION), MailSlot::TooLong);
        assert!(matches!(
            pace.turn(at("203.0.114.1"), PETITION),
            MailSlot::At(_)
        ));
        let other = Event {
            network: "::/0".parse().unwrap(),
            petition: Some(Id::from_bytes([2; 16])),
            until: NOON.plus(hours(12)),
        };
        pace.set_events(vec![other]);
        assert_eq!(
            dues(&pace, at("2001:db8::9"), 11)[10],
            Some(3),
            "of another petition"
        );
        pace.set_full(true);
        assert_eq!(pace.turn(at("203.0.114.1"), PETITION), MailSlot::TooLong);
    }
}
