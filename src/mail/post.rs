//! The only way to send anything: a promise, in the transaction of its cause.

use super::model::Outgoing;
use super::store;
use crate::base::Time;
use crate::db::{Result, Tx};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use tokio::sync::Notify;

/// Promises a letter. It leaves once the transaction is on disk, and only then.
pub fn post(tx: &mut Tx<'_>, letter: &Outgoing, now: Time) -> Result<()> {
    post_all(tx, std::slice::from_ref(letter), now)
}

/// Promises many letters in one statement.
pub fn post_all(tx: &mut Tx<'_>, letters: &[Outgoing], now: Time) -> Result<()> {
    store::insert_all(tx, letters, now)
}

/// Wakes the worker of this process. Rung after a commit that promised mail, so that it leaves at
/// once; forgotten, it leaves within a second.
#[derive(Debug, Clone, Default)]
pub struct Bell(Arc<Desk>);

#[derive(Debug, Default)]
struct Desk {
    bell: Notify,
    waiting: AtomicU64,
}

impl Bell {
    /// Something was promised and is on disk.
    pub fn ring(&self) {
        self.0.bell.notify_one();
    }

    /// Ends when it has been rung since the last time.
    pub(super) async fn rung(&self) {
        self.0.bell.notified().await;
    }

    /// How many letters waited to be sent, those not due yet included, when the worker of this process counted last: each half minute.
    #[must_use]
    pub fn waiting(&self) -> u64 {
        self.0.waiting.load(Ordering::Relaxed)
    }

    pub(super) fn note_waiting(&self, letters: u64) {
        self.0.waiting.store(letters, Ordering::Relaxed);
    }
}
