//! Details go when they were kept as long as the petition said.

pub mod forget_due;
pub mod going;
pub mod sweep;
