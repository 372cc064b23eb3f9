//! Work that costs a processor much: one at a time is done, whoever asks, and few may wait.

use std::sync::Arc;
use tokio::sync::{Semaphore, SemaphorePermit};

/// A queue of bounded length before one place. Cheap to clone, shared by all.
#[derive(Clone)]
pub struct OneAtATime {
    place: Arc<Semaphore>,
    queue: Arc<Semaphore>,
}

/// The place: nobody else works while it is held.
pub struct OwnPlace<'a> {
    _place: SemaphorePermit<'a>,
    _queue: SemaphorePermit<'a>,
}

impl OneAtATime {
    /// So many may be there at once, whoever works included.
    #[must_use]
    pub fn new(most: usize) -> Self {
        Self {
            place: Arc::new(Semaphore::new(1)),
            queue: Arc::new(Semaphore::new(most)),
        }
    }

    /// Waits for the place; none where too many wait already.
    pub async fn enter(&self) -> Option<OwnPlace<'_>> {
        let queue = self.queue.try_acquire().ok()?;
        let place = self.place.acquire().await.ok()?;
        Some(OwnPlace {
            _place: place,
            _queue: queue,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures_util::FutureExt;

    #[tokio::test]
    async fn one_works_few_wait_and_the_others_are_sent_away() {
        let dear = OneAtATime::new(2);
        let first = dear.enter().await;
        assert!(first.is_some());
        let mut second = Box::pin(dear.enter());
        assert!((&mut second).now_or_never().is_none(), "it waits");
        assert!(dear.enter().await.is_none(), "nobody else may");
        drop(first);
        assert!(second.await.is_some());
    }
}
