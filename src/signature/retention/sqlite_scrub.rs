//! After an erasure: what SQLite's full-text index still has of the words is merged away, and the
//! log is folded into the file, so that no byte of them is left on the disk. PostgreSQL's index
//! follows its column.

use crate::db::{Db, Result};
use crate::signature::store::search::index;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

/// How often there is still to sweep. At the start there may be something from before.
#[derive(Debug, Clone)]
pub struct SqliteScrub(Arc<AtomicU8>);

/// Twice, a minute apart: what an erasure leads to, such as a mail that is not sent after all, may be shredded behind the
/// first.
const TWICE: u8 = 2;

impl Default for SqliteScrub {
    fn default() -> Self {
        Self(Arc::new(AtomicU8::new(TWICE)))
    }
}

impl SqliteScrub {
    /// Somebody was erased.
    pub fn is_due(&self) {
        self.0.store(TWICE, Ordering::Relaxed);
    }

    /// Sweeps, if there is something to sweep: in steps, between which others write.
    ///
    /// # Errors
    /// A fault of the database; it is swept the next time.
    pub async fn run(&self, db: &Db) -> Result<()> {
        let less = |left: u8| left.checked_sub(1);
        let order = Ordering::Relaxed;
        if self.0.fetch_update(order, order, less).is_err() {
            return Ok(());
        }
        let mut begins = true;
        loop {
            let merged = db
                .write(move |tx| index::merge(tx, begins))
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
