//! Which host opened which links within the last ten seconds: a machine that goes through a mailbox is known by that.
//!
//! The ten seconds are the memory of one instance, and politeness: where a load balancer spreads a machine's requests, each instance
//! sees its share. What is found in them is written to the rows, and holds everywhere from then on.

use super::evidence::{Evidence, PageOpening};
use crate::base::time::seconds;
use crate::base::{Id, Time};
use crate::db::{Db, Result, Tx};
use crate::web::Source;
use lru::LruCache;
use parking_lot::Mutex;
use std::collections::VecDeque;
use std::net::IpAddr;
use std::num::NonZeroUsize;
use std::sync::Arc;
use std::time::Duration;

/// Hosts remembered; the oldest are forgotten first.
const REMEMBERED: NonZeroUsize = NonZeroUsize::MIN.saturating_add(50_000);
/// So many links opened by one host within [`ROW`] are a mailbox being gone through.
const MANY: usize = 3;
const ROW: Duration = seconds(10);
/// Openings kept of one host.
const KEPT: usize = 64;
/// How long a page waits at most for a look to be noted.
const NOTED_WITHIN: Duration = seconds(2);

/// How what a look says is written to the rows of a room.
pub struct EvidenceWriter<T> {
    /// Puts this in the place of what is known of a link.
    pub note: fn(&mut Tx<'_>, Id<T>, &Evidence) -> Result<()>,
    /// Marks links that one host went through.
    pub suspect: fn(&mut Tx<'_>, &[Id<T>]) -> Result<()>,
}

struct Opening<T> {
    link: Id<T>,
    at: Time,
    is_own_host: bool,
}

type Hosts<T> = LruCache<IpAddr, VecDeque<Opening<T>>>;

/// The last openings.
pub struct Openings<T>(Arc<Mutex<Hosts<T>>>);

impl<T> Clone for Openings<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> Default for Openings<T> {
    fn default() -> Self {
        Self(Arc::new(Mutex::new(LruCache::new(REMEMBERED))))
    }
}

impl<T: Send + 'static> Openings<T> {
    /// Notes what a look at a link that waits says of who looks. It changes nothing that anybody sees, and is no answer to anything:
    /// whether it can be written or not, the page is shown. Hardly any look has something to write. A source that stands for many
    /// goes through nothing.
    pub(crate) async fn looked(
        &self,
        db: &Db,
        (id, known): (Id<T>, Evidence),
        source: Source,
        look: PageOpening,
        rows: EvidenceWriter<T>,
    ) {
        let gone_through = match source.is_shared() {
            true => Vec::new(),
            false => self.opened(source.host(), id, look.is_own_host, look.at),
        };
        let is_new = !(gone_through.is_empty() || known.is_suspect);
        let after = known.after(look);
        if after.is_none() && !is_new {
            return;
        }
        let written = db.write(move |tx| {
            if let Some(after) = after {
                (rows.note)(tx, id, &after)?;
            }
            (rows.suspect)(tx, &gone_through)
        });
        match tokio::time::timeout(NOTED_WITHIN, written).await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => tracing::warn!(%error, "a look at a link could not be noted"),
            Err(_) => tracing::warn!("a look at a link was not noted in time"),
        }
    }

    /// Notes that a link was opened. Returns the links that a machine seems to be going through, none nearly always: a host from
    /// which one of them was signed is a household or a lecture hall, not a scanner.
    fn opened(&self, host: IpAddr, link: Id<T>, is_own_host: bool, now: Time) -> Vec<Id<T>> {
        let mut hosts = self.0.lock();
        let opened = hosts.get_or_insert_mut(host, VecDeque::new);
        opened.retain(|one| now.since(one.at) < ROW && one.link != link);
        if opened.len() == KEPT {
            opened.pop_front();
        }
        opened.push_back(Opening {
            link,
            at: now,
            is_own_host,
        });
        if opened.len() < MANY || opened.iter().any(|one| one.is_own_host) {
            return Vec::new();
        }
        opened.iter().map(|one| one.link).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    enum Row {}

    const T0: Time = Time::from_micros(1_800_000_000_000_000);

    fn link(n: u8) -> Id<Row> {
        Id::from_bytes([n; 16])
    }

    fn host(n: u8) -> IpAddr {
        IpAddr::from([192, 0, 2, n])
    }

    #[test]
    fn three_within_ten_seconds_by_a_host_that_signed_none_of_them() {
        let openings = Openings::default();
        assert!(openings.opened(host(1), link(1), false, T0).is_empty());
        assert!(
            openings.opened(host(1), link(1), false, T0).is_empty(),
            "the same again"
        );
        assert!(openings.opened(host(2), link(2), false, T0).is_empty());
        let at = T0.plus(seconds(9));
        assert!(openings.opened(host(1), link(2), false, at).is_empty());
        let found = openings.opened(host(1), link(3), false, at);
        assert_eq!(found, [link(1), link(2), link(3)]);
        let late = T0.plus(seconds(10));
        assert!(openings.opened(host(2), link(3), false, late).is_empty());
        assert!(
            openings.opened(host(2), link(4), false, late).is_empty(),
            "the first is over"
        );
    }

    #[test]
    fn a_household_is_none() {
        let openings = Openings::default();
        for n in 1..=200 {
            let is_own = n % 50 == 1;
            assert!(
                openings.opened(host(1), link(n), is_own, T0).is_empty(),
                "{n}"
            );
        }
    }
}
