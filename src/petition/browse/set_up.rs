//! Whether somebody has set this site up. Until then the front page says that nobody has.

use crate::account::store::person;
use crate::db::Db;
use crate::petition::PetitionCache;
use std::sync::atomic::{AtomicBool, Ordering};

/// What this instance knows of it: once it is so, the database is asked no more.
#[derive(Debug, Default)]
pub struct SetUpSeen(AtomicBool);

impl SetUpSeen {
    /// Whether there is an organizer, or a petition that is shown. A database that is away says nothing against it.
    pub(crate) async fn is_set_up(&self, db: &Db, petition_cache: &PetitionCache) -> bool {
        if self.0.load(Ordering::Acquire) {
            return true;
        }
        if petition_cache.all().is_empty() && !db.read(person::any).await.unwrap_or(true) {
            return false;
        }
        self.0.store(true, Ordering::Release);
        true
    }
}
