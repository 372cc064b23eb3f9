//! The only way to send anything: a row of the outbox, in the transaction of its cause.

use super::model::NewMessage;
use super::store;
use crate::base::Time;
use crate::db::{Result, Tx};
use std::sync::Arc;
use tokio::sync::Notify;

/// Queues a mail. It leaves once the transaction is on disk, and only then.
pub fn queue(tx: &mut Tx<'_>, message: &NewMessage, now: Time) -> Result<()> {
    queue_all(tx, std::slice::from_ref(message), now)
}

/// Queues many mails in one statement.
pub fn queue_all(tx: &mut Tx<'_>, messages: &[NewMessage], now: Time) -> Result<()> {
    store::insert_all(tx, messages, now)
}

/// Wakes the worker of this process. Rung after a commit that queued mail, so that it leaves at
/// once; forgotten, it leaves within a second.
#[derive(Debug, Clone, Default)]
pub struct OutboxSignal(Arc<Notify>);

impl OutboxSignal {
    /// Something was queued and is on disk.
    pub fn ring(&self) {
        self.0.notify_one();
    }

    /// Ends when it has been rung since the last time.
    pub(super) async fn rung(&self) {
        self.0.notified().await;
    }
}
