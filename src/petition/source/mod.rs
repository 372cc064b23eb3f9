//! Where signers come from, as far as organizers have given it a name: links of their own (a table, a newsletter, a person) and
//! partners, whose sites carry the form. What each brought is counted by day and by code, never by person.
//!
//! Knows no signature: who signs says what code a form carried, and `shares` says how many of those count.

pub mod console;

pub mod cache;

pub mod letter;

pub mod contact_store;
pub mod store;

pub mod model;

pub mod code;
pub mod site;

pub use cache::SourceCache;
pub use code::SourceCode;
pub use model::{Asking, DayCounts, Partner, Source, SourceDay, SourceKind};
pub use site::FrameSite;
