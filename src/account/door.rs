//! What coming in needs: hashing, what is guessed first, how often one may try.

use super::common::Common;
use super::password::{Cost, Hasher};
use super::tries::Tries;
use crate::base::time::minutes;
use crate::mail::Bell;
use crate::web::{Error, Limit, Site};
use std::sync::Arc;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Long forms that are read at once of people who are not signed in: each holds at most one letter in every language.
const KEPT_FORMS: usize = 24;
/// Forms up to so many bytes are read of anybody, as the forms of visitors are.
const SHORT: usize = 64 * 1024;

/// Made once when the program starts; handlers ask for it.
pub struct Door {
    /// Keeps and compares passphrases.
    pub hasher: Hasher,
    /// Passphrases that are not taken.
    pub common: Common,
    /// How often a passphrase may be tried.
    pub tries: Tries,
    /// How often one source may ask for a letter, or press a one-time link.
    pub letters: Arc<Limit>,
    /// How many forms of people who are not signed in may be read at once.
    kept_forms: Arc<Semaphore>,
    /// Wakes the mail worker.
    pub bell: Bell,
}

impl Door {
    /// A door of this site.
    #[must_use]
    pub fn new(site: &Site, cost: Cost, bell: Bell) -> Self {
        Self {
            hasher: Hasher::new(cost),
            common: Common::load(),
            tries: Tries::new(&site.clock, site.secrets.key("sign-in tries")),
            letters: Limit::new(&site.clock, &[(5, minutes(15))]),
            kept_forms: Arc::new(Semaphore::new(KEPT_FORMS)),
            bell,
        }
    }

    /// A place among the few long forms that are read at once of people who are not signed in; a short one needs none.
    ///
    /// # Errors
    /// 503 when there is no place.
    pub(super) fn turn(
        &self,
        length: Option<usize>,
    ) -> Result<Option<OwnedSemaphorePermit>, Error> {
        if length.is_some_and(|length| length <= SHORT) {
            return Ok(None);
        }
        let free = Arc::clone(&self.kept_forms).try_acquire_owned();
        free.map(Some).map_err(|_| Error::busy(10))
    }

    /// Forgets who has not come lately.
    pub fn tidy(&self) {
        self.tries.tidy();
        self.letters.tidy();
    }
}
