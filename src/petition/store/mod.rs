//! Petitions in the database, by table.

pub mod dated_steps;
pub mod deliveries;
pub mod former_slugs;
pub mod founders;
pub mod kept_copies;
pub mod petition_versions;
pub mod petitions;
pub mod pictures;
pub mod promises;
pub mod questions;
pub mod retention_runs;
pub mod share_texts;
pub mod told_changes;
pub mod turns;
pub mod wordings;
