//! How often one source may do one thing. In memory and per instance: politeness, not a rule of
//! the data (what must hold across instances is a condition in SQL).

use super::source::Source;
use crate::base::Clock;
use governor::clock::Clock as Ticks;
use governor::middleware::NoOpMiddleware;
use governor::nanos::Nanos;
use governor::state::keyed::DashMapStateStore;
use governor::{Quota, RateLimiter};
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

type Buckets = RateLimiter<IpAddr, DashMapStateStore<IpAddr>, Hands, NoOpMiddleware<Nanos>>;

fn buckets(clock: &Clock, burst: u32, per: Duration) -> Option<Buckets> {
    let burst = NonZeroU32::new(burst)?;
    let quota = Quota::with_period(per.checked_div(burst.get())?)?.allow_burst(burst);
    Some(RateLimiter::new(
        quota,
        DashMapStateStore::default(),
        Hands(clock.clone()),
    ))
}

/// A limit: so many in so long, of one host; ten times that of one network.
pub struct Limit {
    windows: Vec<(Option<Buckets>, Option<Buckets>)>,
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
                    buckets(clock, *burst, *per),
                    buckets(clock, burst.saturating_mul(NETWORK), *per),
                )
            })
            .collect();
        Arc::new(Self { windows })
    }

    /// Takes a place. False when there is none.
    #[must_use]
    pub fn admits(&self, source: Source) -> bool {
        let room = |buckets: &Option<Buckets>, key: IpAddr| {
            buckets.as_ref().is_none_or(|b| b.check_key(&key).is_ok())
        };
        // Every window is asked, so that one that refuses does not spare the others.
        self.windows
            .iter()
            .map(|(hosts, networks)| room(hosts, source.host()) & room(networks, source.network()))
            .fold(true, |all, one| all & one)
    }

    /// Forgets sources whose buckets are full again.
    pub fn tidy(&self) {
        for (hosts, networks) in &self.windows {
            for buckets in [hosts, networks].into_iter().flatten() {
                buckets.retain_recent();
                buckets.shrink_to_fit();
            }
        }
    }
}
