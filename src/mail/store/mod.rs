//! The outbox in the database.

mod due;
mod promise;
mod settle;

pub use due::{
    Barred, ERASED, Past, UNKNOWN, due, is_due, lease, lock, past, put_off, sent_about, suppressed,
};
pub use promise::{insert_all, waiting};
pub use settle::{
    Ended, State, call_off, erased, heard_once, never_again, purge, release, settle, suppress,
};
