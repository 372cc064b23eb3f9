//! Details go when they were kept as long as the petition said; by whose link somebody came, where that is a danger.

pub mod delete_due;
pub mod notice;
pub mod own_links;
pub mod sqlite_scrub;
