//! Who has come in before: browsers by a sealed cookie, hosts by memory.
//!
//! While strangers try passphrases by the thousand, those who belong here still get a turn. Told by where they come from
//! and never by the account they name: a place kept for accounts would tell which there are.

use crate::base::time::days;
use crate::base::{Key, Time, Token};
use crate::web::Source;
use lru::LruCache;
use parking_lot::Mutex;
use std::num::NonZeroUsize;
use std::time::Duration;

/// How long a browser and a host are known after they came in.
pub(crate) const LASTS: Duration = days(90);
/// Hosts remembered; the one that came in longest ago is forgotten first.
const HOSTS: NonZeroUsize = NonZeroUsize::MIN.saturating_add(10_000);

/// Whether somebody has come in before, and by what that is known.
#[derive(Debug, Clone)]
pub enum Familiar {
    /// By this browser; the name is drawn anew each time and says nothing of who it was.
    Browser(Token),
    /// From this host.
    Host,
    /// Not that we know.
    Stranger,
}

impl Familiar {
    /// Whether they have.
    #[must_use]
    pub(crate) fn is_known(&self) -> bool {
        !matches!(self, Self::Stranger)
    }
}

/// Hosts from which somebody came in, of this instance. Keyed hashes, no addresses.
pub struct Hosts {
    key: Key,
    known: Mutex<LruCache<[u8; 32], Time>>,
}

impl Hosts {
    /// Nobody has come in yet.
    #[must_use]
    pub fn new(key: Key) -> Self {
        Self {
            key,
            known: Mutex::new(LruCache::new(HOSTS)),
        }
    }

    fn hash(&self, source: Source) -> [u8; 32] {
        self.key.mac(&[source.host().to_string().as_bytes()])
    }

    /// Somebody came in from there.
    pub(crate) fn remember(&self, source: Source, now: Time) {
        // what all the world may share makes nobody known
        if !source.is_shared() {
            self.known.lock().put(self.hash(source), now);
        }
    }

    /// Whether somebody did.
    #[must_use]
    pub(crate) fn has(&self, source: Source, now: Time) -> bool {
        let at = self.known.lock().peek(&self.hash(source)).copied();
        !source.is_shared() && at.is_some_and(|at| now.since(at) < LASTS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Secrets;

    #[test]
    fn a_host_is_known_for_a_while_and_its_neighbours_are_not() {
        let hosts = Hosts::new(Secrets::for_test().key("hosts"));
        let now = Time::from_micros(1_800_000_000_000_000);
        let at = |ip: &str| Source::at(ip.parse().unwrap());
        hosts.remember(at("192.0.2.1"), now);
        hosts.remember(at("2001:db8::1"), now);
        assert!(hosts.has(at("192.0.2.1"), now.plus(days(89))));
        assert!(hosts.has(at("2001:db8::2"), now), "one household");
        assert!(!hosts.has(at("192.0.2.2"), now));
        assert!(!hosts.has(at("192.0.2.1"), now.plus(LASTS)));
    }
}
