//! One's own signature: seen, changed, taken along, withdrawn, erased.

pub mod ask_link;
pub mod details;
pub mod download;
pub mod erase;
pub mod link;
pub mod page;
pub mod reason;
pub mod record;
pub mod unsubscribe;
pub mod withdraw;
pub mod word;
