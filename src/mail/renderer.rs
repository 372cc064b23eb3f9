//! Who writes the mails: the rooms above know what they are about.

use super::content::Mail;
use super::model::{Kind, OutboxMessage, Subject};
use crate::base::{Id, Time};
use crate::db::{Conn, Result, Tx};

/// Knows the trade: turns queued messages into mails, and hears which were sent.
pub trait Renderer: Send + Sync + 'static {
    /// The mails for these messages, in their order; `None` where there is nothing to send any
    /// more. Message-ID and date are set by the worker.
    fn render(&self, conn: &mut Conn, messages: &[OutboxMessage]) -> Result<Vec<Option<Mail>>>;

    /// Whether this mail answers a form that the browser with this hash typed.
    fn is_typed_by(&self, conn: &mut Conn, message: &OutboxMessage, browser: &[u8])
    -> Result<bool>;

    /// The relay took these; runs in the transaction that stores it.
    fn sent(&self, tx: &mut Tx<'_>, sent: &[SentMail]) -> Result<()>;
}

/// A mail the relay took.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SentMail {
    /// Which mail.
    pub kind: Kind,
    /// What it is about.
    pub subject: Id<Subject>,
    /// When the relay said 250, rounded down to a tenth of a second.
    pub at: Time,
}
