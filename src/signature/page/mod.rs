//! The petition's page, and what it shows from memory.

pub mod front;
pub mod latest;
pub mod parts;
pub mod reason_box;
pub mod show;
pub mod signer_line;
pub mod via;
pub mod voices;
