//! Signs that a machine, not the person, opens the links of our mail: kept in memory for as long
//! as they matter. Politeness of one instance, not a rule of the data: without it a press is a
//! person's.

use super::model::Signature;
use crate::base::time::seconds;
use crate::base::{Id, Time};
use crate::web::Source;
use lru::LruCache;
use parking_lot::Mutex;
use std::collections::VecDeque;
use std::net::IpAddr;
use std::num::NonZeroUsize;
use std::sync::Arc;
use std::time::Duration;

/// Links and sources remembered; the oldest are forgotten first.
const REMEMBERED: NonZeroUsize = NonZeroUsize::MIN.saturating_add(50_000);
/// Looks kept of one link.
const LOOKS: usize = 8;
/// A look so soon after the mail was taken is a scanner's.
const EARLY_LOOK: Duration = seconds(15);
/// A press so soon after the mail was taken is too.
const EARLY_PRESS: Duration = seconds(20);
/// So many links opened by one source within [`ROW`] are a mailbox being scanned.
const MANY: usize = 3;
const ROW: Duration = seconds(10);

#[derive(Debug, Clone, Copy)]
struct Look {
    by: IpAddr,
    at: Time,
    is_head: bool,
}

#[derive(Debug, Default)]
struct Trace {
    looks: VecDeque<Look>,
    confirmed: bool,
    rejected: bool,
}

struct Memory {
    links: LruCache<Id<Signature>, Trace>,
    sources: LruCache<IpAddr, VecDeque<(Time, Id<Signature>)>>,
}

/// What is known of who opened which link.
#[derive(Clone)]
pub struct Evidence(Arc<Mutex<Memory>>);

impl Default for Evidence {
    fn default() -> Self {
        Self(Arc::new(Mutex::new(Memory {
            links: LruCache::new(REMEMBERED),
            sources: LruCache::new(REMEMBERED),
        })))
    }
}

/// Which button was pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Button {
    /// "Confirm my signature".
    Confirm,
    /// "This was not me".
    Reject,
}

/// What speaks for a machine, apart from when the mail was taken, which only the row knows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Signs {
    /// Somebody else asked for the head of the page.
    pub other_head: bool,
    /// When somebody else first looked.
    pub other_look_at: Option<Time>,
    /// Both buttons were pressed.
    pub both_buttons: bool,
    /// The source opened several links in a row.
    pub in_a_row: bool,
    /// The form came back faster than a person presses.
    pub at_once: bool,
}

impl Signs {
    /// Whether a press at `now` on a link whose mail was taken at `mailed_at` looks like a
    /// machine's.
    #[must_use]
    pub fn suggest_a_machine(&self, mailed_at: Option<Time>, now: Time) -> bool {
        let soon = |at: Time, within: Duration| match mailed_at {
            Some(mailed) => at < mailed.plus(within),
            // Not even stored as taken: it is sooner than soon.
            None => true,
        };
        self.other_head
            || self.both_buttons
            || self.in_a_row
            || self.at_once
            || self.other_look_at.is_some_and(|at| soon(at, EARLY_LOOK))
            || soon(now, EARLY_PRESS)
    }
}

impl Evidence {
    /// Notes that a link was opened.
    pub fn looked(&self, id: Id<Signature>, source: Source, is_head: bool, now: Time) {
        let by = source.host();
        let mut memory = self.0.lock();
        let trace = memory.links.get_or_insert_mut(id, Trace::default);
        if trace.looks.len() < LOOKS {
            trace.looks.push_back(Look {
                by,
                at: now,
                is_head,
            });
        }
        let opened = memory.sources.get_or_insert_mut(by, VecDeque::new);
        opened.retain(|(at, other)| now.since(*at) < ROW && *other != id);
        if opened.len() < MANY * 4 {
            opened.push_back((now, id));
        }
    }

    /// Notes that a button was pressed, and tells what there is against it.
    #[must_use]
    pub fn pressed(&self, id: Id<Signature>, source: Source, button: Button, now: Time) -> Signs {
        let by = source.host();
        let mut memory = self.0.lock();
        let in_a_row = memory.sources.get(&by).is_some_and(|opened| {
            let recent = opened.iter().filter(|(at, _)| now.since(*at) < ROW);
            recent.count() >= MANY
        });
        let trace = memory.links.get_or_insert_mut(id, Trace::default);
        match button {
            Button::Confirm => trace.confirmed = true,
            Button::Reject => trace.rejected = true,
        }
        let others = || trace.looks.iter().filter(|look| look.by != by);
        Signs {
            other_head: others().any(|look| look.is_head),
            other_look_at: others().map(|look| look.at).min(),
            both_buttons: trace.confirmed && trace.rejected,
            in_a_row,
            at_once: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(ip: &str) -> Source {
        Source::at(ip.parse().unwrap())
    }

    const T0: Time = Time::from_micros(1_800_000_000_000_000);

    fn link(n: u8) -> Id<Signature> {
        Id::from_bytes([n; 16])
    }

    fn later(span: u64) -> Time {
        T0.plus(seconds(span))
    }

    #[test]
    fn a_person_a_minute_later_is_no_machine() {
        let evidence = Evidence::default();
        let person = source("192.0.2.1");
        evidence.looked(link(1), person, false, later(60));
        let signs = evidence.pressed(link(1), person, Button::Confirm, later(65));
        assert!(!signs.suggest_a_machine(Some(T0), later(65)));
    }

    #[test]
    fn each_sign_counts() {
        let (person, scanner) = (source("192.0.2.1"), source("198.51.100.1"));
        let pressed_at = |evidence: &Evidence, at| {
            evidence
                .pressed(link(1), person, Button::Confirm, at)
                .suggest_a_machine(Some(T0), at)
        };
        let fresh = Evidence::default();
        assert!(pressed_at(&fresh, later(19)), "a press within 20 s");
        assert!(!pressed_at(&fresh, later(20)));

        let looked = Evidence::default();
        looked.looked(link(1), scanner, false, later(14));
        assert!(
            pressed_at(&looked, later(600)),
            "a look within 15 s by another"
        );
        let late = Evidence::default();
        late.looked(link(1), scanner, false, later(15));
        assert!(!pressed_at(&late, later(600)));
        let own = Evidence::default();
        own.looked(link(1), person, false, later(1));
        assert!(!pressed_at(&own, later(600)), "one's own early look");

        let head = Evidence::default();
        head.looked(link(1), scanner, true, later(500));
        assert!(pressed_at(&head, later(600)), "a HEAD by another");

        let both = Evidence::default();
        let _ = both.pressed(link(1), scanner, Button::Reject, later(100));
        assert!(pressed_at(&both, later(600)), "both buttons");

        let row = Evidence::default();
        for n in 1..=3 {
            row.looked(link(n), person, false, later(600));
        }
        assert!(pressed_at(&row, later(605)), "three links within 10 s");
        assert!(!pressed_at(&row, later(611)));
    }
}
