//! After an erasure: what SQLite's full-text index still has of the words is merged away, and the
//! log is folded into the file, so that no byte of them is left on the disk. PostgreSQL's index
//! follows its column.

use super::store::search;
use crate::db::{Db, Result};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether there is something to sweep. At the start there may be, from before.
#[derive(Debug, Clone)]
pub struct Sweep(Arc<AtomicBool>);

impl Default for Sweep {
    fn default() -> Self {
        Self(Arc::new(AtomicBool::new(true)))
    }
}

impl Sweep {
    /// Somebody was erased.
    pub fn is_due(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Sweeps, if there is something to sweep: in steps, between which others write.
    ///
    /// # Errors
    /// A fault of the database; it is swept the next time.
    pub async fn run(&self, db: &Db) -> Result<()> {
        if !self.0.swap(false, Ordering::Relaxed) {
            return Ok(());
        }
        let mut begins = true;
        loop {
            let merged = db
                .write(move |tx| search::merge(tx, begins))
                .await
                .inspect_err(|_| self.is_due())?;
            if !merged {
                break;
            }
            begins = false;
        }
        db.fold().await;
        Ok(())
    }
}
