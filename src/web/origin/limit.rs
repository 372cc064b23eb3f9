//! How often one source may do one thing. In memory and per instance: politeness, not a rule of
//! the data (what must hold across instances is a condition in SQL).

use super::source::Source;
use crate::base::Clock;
use governor::clock::Clock as Ticks;
use governor::middleware::NoOpMiddleware;
use governor::nanos::Nanos;
use governor::state::keyed::DashMapStateStore;
use governor::{Quota, RateLimiter};
use std::hash::Hash;
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

/// governor's clock, driven by ours so that a test can let a day pass.
#[derive(Debug, Clone)]
struct Hands(Clock);

impl Ticks for Hands {
    type Instant = Nanos;
    fn now(&self) -> Nanos {
        let micros = u64::try_from(self.0.now().micros()).unwrap_or(0);
        Nanos::from(micros.saturating_mul(1000))
    }
}

type Store<K> = DashMapStateStore<K>;

/// So many in so long of one key: an address, an account. A place comes free again each `per / burst`.
pub struct Buckets<K: Hash + Eq + Clone>(
    Option<RateLimiter<K, Store<K>, Hands, NoOpMiddleware<Nanos>>>,
);

impl<K: Hash + Eq + Clone> Buckets<K> {
    /// `burst` places for each key, each taken one free again after `per` at the latest. With no places at all
    /// everybody is let in.
    #[must_use]
    pub fn new(clock: &Clock, burst: u32, per: Duration) -> Self {
        let quota = NonZeroU32::new(burst).and_then(|burst| {
            Some(Quota::with_period(per.checked_div(burst.get())?)?.allow_burst(burst))
        });
        Self(quota.map(|quota| RateLimiter::new(quota, Store::default(), Hands(clock.clone()))))
    }

    /// Takes a place. False when there is none.
    #[must_use]
    pub fn admits(&self, key: &K) -> bool {
        self.0
            .as_ref()
            .is_none_or(|buckets| buckets.check_key(key).is_ok())
    }

    /// Forgets keys whose buckets are full again.
    pub fn tidy(&self) {
        if let Some(buckets) = &self.0 {
            buckets.retain_recent();
            buckets.shrink_to_fit();
        }
    }
}

/// A limit: so many in so long, of one host; ten times that of one network.
pub struct Limit {
    windows: Vec<(Buckets<IpAddr>, Buckets<IpAddr>)>,
}

/// A network may do ten times what a host may.
const NETWORK: u32 = 10;

impl Limit {
    /// Every window must have room: `(burst, length of the window)`.
    #[must_use]
    pub fn new(clock: &Clock, windows: &[(u32, Duration)]) -> Arc<Self> {
        let windows = windows
            .iter()
            .map(|(burst, per)| {
                (
                    Buckets::new(clock, *burst, *per),
                    Buckets::new(clock, burst.saturating_mul(NETWORK), *per),
                )
            })
            .collect();
        Arc::new(Self { windows })
    }

    /// Takes a place. False when there is none. A source that all the world may share is let in: it would be one
    /// visitor's limit for everybody.
    #[must_use]
    pub fn admits(&self, source: Source) -> bool {
        if source.is_shared() {
            return true;
        }
        // Every window is asked, so that one that refuses does not spare the others.
        self.windows
            .iter()
            .map(|(hosts, networks)| {
                hosts.admits(&source.host()) & networks.admits(&source.network())
            })
            .fold(true, |all, one| all & one)
    }

    /// Forgets sources whose buckets are full again.
    pub fn tidy(&self) {
        for (hosts, networks) in &self.windows {
            hosts.tidy();
            networks.tidy();
        }
    }
}
