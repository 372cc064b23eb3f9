//! A name under a petition: typed in, confirmed from the mailbox, counted once.

pub mod agree;
pub mod behind;
pub mod check;
pub mod check_mail;
pub mod confirm;
pub mod confirming;
pub mod evidence;
pub mod fields;
pub mod finding;
pub mod front;
pub mod guard;
pub mod intake;
pub mod latest;
pub mod letters;
pub mod link;
pub mod list;
pub mod listing;
#[cfg(test)]
mod looks;
pub mod mastodon;
pub mod model;
pub mod overview;
pub mod pages;
pub mod parts;
pub mod qr;
pub mod rows;
pub mod say_why;
pub mod settle;
pub mod shadow;
pub mod share;
pub mod show;
pub mod sign;
pub mod sources;
pub mod spoken;
pub mod store;
pub mod unsubscribe;
pub mod via;
pub mod voices;
pub mod withdraw;

pub use model::{PendingSignature, Seen, Signature, Signer, State, Visibility};
