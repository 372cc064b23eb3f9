//! A name under a petition: typed in, confirmed from the mailbox, counted once.

#[cfg(test)]
mod looks;
pub mod model;
pub mod pages;
pub mod store;

pub use model::{PendingSignature, Signature, Signer, State};
