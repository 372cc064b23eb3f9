//! Petitions in the database, by table.

pub mod forgettings;
pub mod founders;
pub(crate) mod goals;
pub mod petitions;
pub mod promises;
pub mod told_changes;
pub mod wording_tallies;
pub mod wordings;
