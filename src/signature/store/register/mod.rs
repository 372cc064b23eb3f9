//! The public list as signatures fill it.

pub mod check;
pub mod sync;
