//! The outbox in the database.

mod due;
mod promise;
mod settle;

pub use due::{Barred, Past, due, is_due, lease, lock, past, put_off, suppressed};
pub use promise::{insert_all, waiting};
pub use settle::{Ended, State, never_again, purge, release, settle, suppress};
