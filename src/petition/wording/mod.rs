//! The text as it is signed, and other words under signatures.

pub mod rewording;
pub mod write;
