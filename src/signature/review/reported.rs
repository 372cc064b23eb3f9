//! Who has reported what: politeness, in memory.

use crate::base::Id;
use crate::signature::reason::Reason;
use crate::web::Source;
use lru::LruCache;
use parking_lot::Mutex;
use std::net::IpAddr;
use std::num::NonZeroUsize;

/// Reports remembered; the oldest are forgotten first.
const REMEMBERED: NonZeroUsize = NonZeroUsize::MIN.saturating_add(20_000);

/// The last reports of this instance, so that one reader is not three.
pub struct RecentReports(Mutex<LruCache<(IpAddr, Id<Reason>), ()>>);

impl Default for RecentReports {
    fn default() -> Self {
        Self(Mutex::new(LruCache::new(REMEMBERED)))
    }
}

impl RecentReports {
    /// Whether this host has not reported this reason before; remembers that it has now.
    #[must_use]
    pub(crate) fn is_new(&self, source: Source, id: Id<Reason>) -> bool {
        // behind a proxy that tells nobody apart everybody is new: a report only has somebody read
        source.is_shared() || self.0.lock().put((source.host(), id), ()).is_none()
    }
}
