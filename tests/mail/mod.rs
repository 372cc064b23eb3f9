//! Stories of letters: promised, sent, held back, refused.

pub mod budget;
pub mod faults;
pub mod headers;
pub mod held;
pub mod outbox;
pub mod outbox_mailboxes;
pub mod server_down;
