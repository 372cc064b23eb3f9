//! Details go when they were kept as long as the petition said.

pub mod delete_due;
pub mod notice;
pub mod sqlite_scrub;
