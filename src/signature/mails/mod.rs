//! Letters to signers.

pub mod letters;
pub mod tell_change;
