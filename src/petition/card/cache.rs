//! Cards that were drawn, and who may draw.

use crate::web::OneAtATime;
use crate::web::answers::answer::CachedResponse;
use lru::LruCache;
use parking_lot::Mutex;
use std::num::NonZeroUsize;
use std::sync::Arc;

/// Cards kept: of at most some 60 KB each.
const KEPT: NonZeroUsize = NonZeroUsize::MIN.saturating_add(95);
/// Requests that may draw or wait to; more are told to come again.
const WAITING: usize = 16;

/// Drawn cards by the SHA-256 of what they show. Cheap to clone, shared by all.
#[derive(Clone)]
pub struct CardCache {
    cards: Arc<Mutex<LruCache<[u8; 32], Arc<CachedResponse>>>>,
    /// Drawing costs a processor some milliseconds.
    pub drawing: OneAtATime,
}

impl Default for CardCache {
    fn default() -> Self {
        Self {
            cards: Arc::new(Mutex::new(LruCache::new(KEPT))),
            drawing: OneAtATime::new(WAITING),
        }
    }
}

impl CardCache {
    /// A card that was drawn already.
    #[must_use]
    pub fn find(&self, content: &[u8; 32]) -> Option<Arc<CachedResponse>> {
        self.cards.lock().get(content).cloned()
    }

    /// Keeps a card; the one not asked for the longest makes room.
    pub fn put(&self, content: [u8; 32], card: Arc<CachedResponse>) {
        self.cards.lock().put(content, card);
    }
}
