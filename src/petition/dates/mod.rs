//! When a petition begins and ends, and how long details are kept after that.

pub mod closing;
pub mod ending;
pub mod retention;
