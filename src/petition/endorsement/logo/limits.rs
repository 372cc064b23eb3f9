//! How many pictures of strangers are read.

use crate::base::Clock;
use crate::base::time::minutes;
use crate::web::{Limit, OneAtATime, OwnPlace, Source};
use std::sync::Arc;

/// Who may be read or wait to be at once; more are told to come again.
const WAITING: usize = 8;
/// Pictures of one source in a minute.
const TRIES: u32 = 20;

/// Reading a stranger's picture takes up to a second of a processor and some memory. Cheap to clone, shared by all.
#[derive(Clone)]
pub struct LogoLimits {
    reading: OneAtATime,
    tries: Arc<Limit>,
}

impl LogoLimits {
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
