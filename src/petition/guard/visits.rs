//! How often the links of our mail may be opened and pressed. A link that exists is limited by itself, whoever opens it: two hundred
//! people in one hall have one address and two hundred links. Tries at links that are nobody's are limited by where they come from.
//! Politeness of one instance: nothing rests on it but the work.

use crate::base::time::minutes;
use crate::base::{Clock, Id};
use crate::web::{Buckets, Error, Limit, Source};
use std::sync::Arc;

/// Of one link in a minute.
const OF_A_LINK: u32 = 60;
/// Links that are nobody's, of one source in a minute.
const MISSES: u32 = 20;

/// The limits.
pub struct Visits<T> {
    links: Arc<Buckets<Id<T>>>,
    misses: Arc<Limit>,
}

impl<T> Clone for Visits<T> {
    fn clone(&self) -> Self {
        Self {
            links: Arc::clone(&self.links),
            misses: Arc::clone(&self.misses),
        }
    }
}

impl<T> Visits<T> {
    /// Nobody has come yet.
    #[must_use]
    pub fn new(clock: &Clock) -> Self {
        Self {
            links: Arc::new(Buckets::new(clock, OF_A_LINK, minutes(1))),
            misses: Limit::new(clock, &[(MISSES, minutes(1))]),
        }
    }

    /// Lets a link be opened or pressed behind which something stands.
    ///
    /// # Errors
    /// 429 over 60 a minute of this link.
    pub(crate) fn admit(&self, link: Id<T>) -> Result<(), Error> {
        match self.links.admits(&link) {
            true => Ok(()),
            false => Err(Error::too_many(60)),
        }
    }

    /// Counts a link that is nobody's.
    ///
    /// # Errors
    /// 429 over 20 a minute of this source.
    pub fn missed(&self, source: Source) -> Result<(), Error> {
        match self.misses.admits(source) {
            true => Ok(()),
            false => Err(Error::too_many(60)),
        }
    }

    /// Forgets those that were not asked for in a while.
    pub fn tidy(&self) {
        self.links.tidy();
        self.misses.tidy();
    }
}
