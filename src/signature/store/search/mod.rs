//! Signatures found by words.

pub mod index;
pub(crate) mod reindex;

pub mod words;
