//! The only way to send anything: a promise, in the transaction of its cause.

use super::model::NewMessage;
use super::store;
use crate::base::Time;
use crate::db::{Result, Tx};
use std::sync::Arc;
use tokio::sync::Notify;

/// Promises a letter. It leaves once the transaction is on disk, and only then.
pub fn post(tx: &mut Tx<'_>, letter: &NewMessage, now: Time) -> Result<()> {
    post_all(tx, std::slice::from_ref(letter), now)
}

/// Promises many letters in one statement.
pub fn post_all(tx: &mut Tx<'_>, letters: &[NewMessage], now: Time) -> Result<()> {
    store::insert_all(tx, letters, now)
}

/// Wakes the worker of this process. Rung after a commit that promised mail, so that it leaves at
/// once; forgotten, it leaves within a second.
#[derive(Debug, Clone, Default)]
pub struct OutboxSignal(Arc<Notify>);

impl OutboxSignal {
    /// Something was promised and is on disk.
    pub fn ring(&self) {
        self.0.notify_one();
    }

    /// Ends when it has been rung since the last time.
    pub(super) async fn rung(&self) {
        self.0.notified().await;
    }
}
