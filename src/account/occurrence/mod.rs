//! What happens under petitions, as far as a program of their organization wants to hear of it: written down, as ids, in the transaction
//! in which it happens. `partner::webhook` takes it from there.

pub mod store;

pub mod milestone;
pub mod model;

pub use milestone::Milestone;
pub use model::{Occurrence, OccurrenceKind, OccurrenceKinds};
