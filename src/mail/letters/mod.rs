//! What our letters say: subject, plain text and HTML of each, under 6 KB, without pictures, with one link at most.
//! Plain data goes in; whoever sends a letter renders it at that moment.

mod already;
mod changed;
mod common;
mod confirm;
mod endorse;
mod invitation;
mod own;
mod receipt;
mod reset;
mod security;
#[cfg(test)]
mod tests;

pub use already::AlreadyLetter;
pub use changed::ChangedLetter;
pub use common::{Rendered, Sender};
pub use confirm::ConfirmLetter;
pub use endorse::EndorseLetter;
pub use invitation::InvitationLetter;
pub use own::OwnLetter;
pub use receipt::{Deleted, ReceiptLetter};
pub use reset::ResetLetter;
pub use security::{Changed, SecurityLetter};
