//! Pictures as they were given out last.

use crate::web::answers::answer::{CachePolicy, CachedResponse};
use lru::LruCache;
use parking_lot::Mutex;
use std::num::NonZeroUsize;
use std::sync::Arc;

/// Pictures kept: of at most some 150 KB each.
const KEPT: NonZeroUsize = NonZeroUsize::MIN.saturating_add(95);

/// What is at an address never changes. A day is enough for caches, so that what was taken back is not kept for long.
pub(crate) const KEEPING: CachePolicy = CachePolicy {
    cache: "public, max-age=86400, immutable",
    is_open: false,
};

/// The pictures by their hashes; the one not asked for the longest makes room. Cheap to clone, shared by all.
#[derive(Clone)]
pub struct ServedPictures(Arc<Mutex<LruCache<String, Arc<CachedResponse>>>>);

impl Default for ServedPictures {
    fn default() -> Self {
        Self(Arc::new(Mutex::new(LruCache::new(KEPT))))
    }
}

impl ServedPictures {
    /// One that was given out already.
    #[must_use]
    pub fn find(&self, sha256: &str) -> Option<Arc<CachedResponse>> {
        self.0.lock().get(sha256).cloned()
    }

    /// Keeps one.
    pub fn put(&self, sha256: String, ready: &Arc<CachedResponse>) {
        self.0.lock().put(sha256, Arc::clone(ready));
    }
}
