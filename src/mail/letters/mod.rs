//! What our letters say: subject, plain text and HTML of each, under 6 KB, without pictures, with one link at most.
//! Plain data goes in; whoever sends a letter renders it at that moment.

mod acknowledge;
mod already;
mod common;
mod confirm;
mod endorse;
mod erased;
mod invitation;
mod own;
mod reset;

pub use acknowledge::AcknowledgeLetter;
pub use already::AlreadyLetter;
pub use common::{Rendered, Sender};
pub use confirm::ConfirmLetter;
pub use endorse::EndorseLetter;
pub use erased::ErasedLetter;
pub use invitation::InvitationLetter;
pub use own::OwnLetter;
pub use reset::ResetLetter;

#[cfg(test)]
mod tests;
