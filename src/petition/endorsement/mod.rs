//! Organizations that sign beside people: asked in by a form, confirmed by a mailbox, shown by the organizers, counted
//! apart from signatures.
//!
//! Knows no signature. Contact details are for the organizers; what is public of it is in [`EndorsementCache`].

pub mod logo_file;
pub mod signing;

pub mod cache;
pub mod endorsing;
pub mod urls;

pub mod store;

pub mod link;

pub mod model;

pub mod logo;

pub use cache::EndorsementCache;
pub use endorsing::Endorsing;
pub use logo::Logo;
pub use model::{Contact, Decision, Endorsement, EndorsementState};
