//! The number: counts that are right, and cheap to read. It knows the id of a petition, and nothing else of it.
//!
//! A tally moves in the transaction that moves a signature; visitors read it from the
//! [`CountCache`] in memory.

pub mod cache;
pub mod chart;
pub mod days;
pub mod figures;
pub mod model;
pub mod store;
pub mod strokes;

pub use cache::CountCache;
pub use model::{Change, Counted, Counts, Part, PartCount, Parts, Tally};
