//! The one bench logos are made at.

use crate::base::Clock;
use crate::base::time::minutes;
use crate::web::{Limit, Source};
use std::sync::Arc;
use tokio::sync::{Semaphore, SemaphorePermit};

/// Who may wait for the bench at once; more are told to come again.
const WAITING: usize = 8;
/// Pictures of one source in a minute.
const TRIES: u32 = 20;

/// Reading a stranger's picture takes up to a second of a processor and some memory, so one is read at a time, whoever
/// sends it. Cheap to clone, shared by all.
#[derive(Clone)]
pub struct Bench {
    place: Arc<Semaphore>,
    room: Arc<Semaphore>,
    tries: Arc<Limit>,
}

/// A place at the bench: nobody else's picture is read while it is held.
pub struct Turn<'a> {
    _place: SemaphorePermit<'a>,
    _room: SemaphorePermit<'a>,
}

impl Bench {
    /// Nobody waits yet.
    #[must_use]
    pub fn new(clock: &Clock) -> Self {
        Self {
            place: Arc::new(Semaphore::new(1)),
            room: Arc::new(Semaphore::new(WAITING)),
            tries: Limit::new(clock, &[(TRIES, minutes(1))]),
        }
    }

    /// Waits for the bench; none when too many wait already, or this source has sent too many pictures.
    pub async fn turn(&self, source: Source) -> Option<Turn<'_>> {
        if !self.tries.admits(source) {
            return None;
        }
        let room = self.room.try_acquire().ok()?;
        let place = self.place.acquire().await.ok()?;
        Some(Turn {
            _place: place,
            _room: room,
        })
    }

    /// Forgets those who have not come for a while.
    pub fn tidy(&self) {
        self.tries.tidy();
    }
}
