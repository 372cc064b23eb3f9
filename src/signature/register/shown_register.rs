//! What pages beside the petition's own are shown with that ask the database: the list of signers, the corrections of the number.

use crate::base::Clock;
use crate::base::time::minutes;
use crate::count::CountCache;
use crate::petition::PetitionCache;
use crate::web::Limit;
use std::sync::Arc;

/// Pages a minute for one source: enough to read, too few to copy the list in passing.
pub const PAGES: u32 = 60;

/// What the list is shown with: texts and numbers in memory, and how often one source may turn pages.
#[derive(Clone)]
pub struct Register {
    pub(crate) petition_cache: PetitionCache,
    pub(crate) count_cache: CountCache,
    pub(crate) pace: Arc<Limit>,
}

impl Register {
    /// Nobody has turned a page yet.
    #[must_use]
    pub fn new(clock: &Clock, petition_cache: PetitionCache, count_cache: CountCache) -> Self {
        Self {
            petition_cache,
            count_cache,
            pace: Limit::new(clock, &[(PAGES, minutes(1))]),
        }
    }

    /// Forgets those who have not come for a while.
    pub fn tidy(&self) {
        self.pace.tidy();
    }
}
