//! The number: counts that are right, and cheap to read.
//!
//! A tally moves in the transaction that moves a signature; visitors read it from the
//! [`CountCache`] in memory.

pub mod browse;
pub mod cache;
pub mod cached_json;
pub mod chart;
pub mod choice_store;
pub mod days;
pub mod manage;
pub mod model;
pub mod show;
pub mod sitemap;
pub mod store;
pub mod wordings;

pub use cache::CountCache;
pub use model::{Change, Counts, Tally};
