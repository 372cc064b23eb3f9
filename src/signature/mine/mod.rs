//! One's own signature: seen, changed, taken along, withdrawn, erased.

pub mod ask_link;
pub mod details;
pub mod download;
pub mod erase;
pub(crate) mod held_file;
pub mod link;
pub(crate) mod own_letter;
pub mod page;
pub mod reason;
pub mod record;
pub mod send_link;
pub mod take_held;
pub mod unsubscribe;
pub mod withdraw;
pub mod word;
