//! How many pictures are read.

use crate::base::Clock;
use crate::base::time::minutes;
use crate::web::{Limit, OneAtATime, OwnPlace, Source};
use std::sync::Arc;

/// Who may be read or wait to be at once; more are told to come again.
const WAITING: usize = 8;
/// Pictures of one source in a minute.
const TRIES: u32 = 20;

/// Reading a picture takes up to some seconds of a processor and some memory: one at a time, whatever it is to become. Cheap to clone,
/// shared by all.
#[derive(Clone)]
pub struct PictureLimits {
    reading: OneAtATime,
    tries: Arc<Limit>,
}

impl PictureLimits {
    /// Nobody waits yet.
    #[must_use]
    pub fn new(clock: &Clock) -> Self {
        Self {
            reading: OneAtATime::new(WAITING),
            tries: Limit::new(clock, &[(TRIES, minutes(1))]),
        }
    }

    /// Waits to be read; none when too many wait already, or this source has sent too many pictures.
    pub async fn enter(&self, source: Source) -> Option<OwnPlace<'_>> {
        match self.tries.admits(source) {
            true => self.reading.enter().await,
            false => None,
        }
    }

    /// Forgets those who have not come for a while.
    pub fn tidy(&self) {
        self.tries.tidy();
    }
}
