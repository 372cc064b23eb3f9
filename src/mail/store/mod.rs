//! The outbox in the database.

mod codes;
mod due;
mod event;
mod promise;
mod settle;

pub use codes::{ERASED, UNKNOWN};
pub use due::{Barred, Past, due, is_due, lease, lock, past, put_off, sent_about, suppressed};
pub use event::{add_event, events, forget_events};
pub use promise::{insert_all, waiting, waits};
pub use settle::{
    Ended, MailState, about, bar_forms, bar_updates, call_off, delete, erased, erased_since,
    heard_once, purge, release, settle, suppress, unbar,
};
