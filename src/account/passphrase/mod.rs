//! Passphrases: which are taken, and how they are kept.

pub(crate) mod common;
pub mod hash;
