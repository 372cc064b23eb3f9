//! Organizations that sign beside people: asked in by a form, confirmed by a mailbox, shown by the organizers, counted
//! apart from signatures.
//!
//! Knows no signature. Contact details are for the organizers; what is public of it is in [`Endorsers`].

pub mod bench;
pub mod board;
pub mod endorsing;
pub mod letters;
pub mod link;
pub mod logo;
pub mod logo_file;
pub mod model;
pub mod own;
pub mod pages;
mod plain;
pub mod pressed;
pub mod sign;
pub mod store;
pub mod urls;
pub mod withdraw;

pub use bench::Bench;
pub use board::Endorsers;
pub use endorsing::Endorsing;
pub use logo::{Logo, LogoName};
pub use model::{Contact, Decision, Endorsement, State};
