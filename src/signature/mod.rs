//! A name under a petition: typed in, confirmed from the mailbox, counted once.

pub mod model;
pub mod pages;
pub mod store;

pub use model::{PendingSignature, Signature, Signer, State};
