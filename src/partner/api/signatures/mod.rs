//! Signatures for programs: read, handed in by the form's road, taken out.

pub mod change;
pub mod list;
pub mod remove;
pub mod show;
pub mod sign;

mod blind;
