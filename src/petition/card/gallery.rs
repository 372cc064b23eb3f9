//! Cards that were drawn, and the one easel they are drawn at.

use crate::web::answers::answer::CachedResponse;
use lru::LruCache;
use parking_lot::Mutex;
use std::num::NonZeroUsize;
use std::sync::Arc;
use tokio::sync::{Semaphore, SemaphorePermit};

/// Cards kept: of at most some 60 KB each.
const KEPT: NonZeroUsize = NonZeroUsize::MIN.saturating_add(95);
/// Requests that may wait for the easel; more are told to come again.
const WAITING: usize = 16;

/// Drawn cards by the SHA-256 of what they show. Cheap to clone, shared by all.
#[derive(Clone)]
pub struct Gallery {
    cards: Arc<Mutex<LruCache<[u8; 32], Arc<CachedResponse>>>>,
    easel: Arc<Semaphore>,
    room: Arc<Semaphore>,
}

impl Default for Gallery {
    fn default() -> Self {
        Self {
            cards: Arc::new(Mutex::new(LruCache::new(KEPT))),
            easel: Arc::new(Semaphore::new(1)),
            room: Arc::new(Semaphore::new(WAITING)),
        }
    }
}

/// A place at the easel: nobody else draws while it is held.
pub struct Turn<'a> {
    _easel: SemaphorePermit<'a>,
    _room: SemaphorePermit<'a>,
}

impl Gallery {
    /// A card that was drawn already.
    #[must_use]
    pub fn find(&self, content: &[u8; 32]) -> Option<Arc<CachedResponse>> {
        self.cards.lock().get(content).cloned()
    }

    /// Keeps a card; the one not asked for the longest makes room.
    pub fn put(&self, content: [u8; 32], card: Arc<CachedResponse>) {
        self.cards.lock().put(content, card);
    }

    /// Waits for the easel; none when too many wait already. Drawing costs a processor some
    /// milliseconds, so one at a time is drawn, whoever asks.
    pub async fn turn(&self) -> Option<Turn<'_>> {
        let room = self.room.try_acquire().ok()?;
        let easel = self.easel.acquire().await.ok()?;
        Some(Turn {
            _easel: easel,
            _room: room,
        })
    }
}
