//! Petitions in the database, by table.

pub mod forgettings;
pub mod founders;
pub mod petitions;
pub mod promises;
pub mod told_changes;
pub mod wordings;
