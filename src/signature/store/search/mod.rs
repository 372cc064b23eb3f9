//! Signatures found by words.

pub mod index;
pub mod words;
