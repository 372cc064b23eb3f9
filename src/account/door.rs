//! What coming in needs: hashing, what is guessed first, how often one may try.

use super::common::Common;
use super::password::{Cost, Hasher};
use super::tries::Tries;
use crate::base::time::minutes;
use crate::mail::Bell;
use crate::web::{Limit, Site};
use std::sync::Arc;

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
            bell,
        }
    }

    /// Forgets who has not come lately.
    pub fn tidy(&self) {
        self.tries.tidy();
        self.letters.tidy();
    }
}
