//! Why people signed, in their own words: typed after signing, read by an organizer before anybody else sees it.
//!
//! Knows no signature: a reason has the id of the signature it belongs to, and rooms above bring the two together
//! (`store` when it is typed and confirmed, `signature::page::featured_reasons` when it is shown).

pub mod model;
pub mod store;

pub use model::{Decision, Reason, ReasonState};
