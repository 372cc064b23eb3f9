//! Letters to signers.

pub mod tell_change;
pub mod write;
