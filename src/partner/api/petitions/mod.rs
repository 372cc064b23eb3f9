//! Petitions for programs: read, begun, changed, and the code that shows them elsewhere.

pub mod change;
pub mod create;
pub mod embed;
pub mod list;
pub mod show;

mod texts;
