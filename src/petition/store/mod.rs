//! Petitions in the database, by table.

pub mod dated_steps;
pub mod founders;
pub mod petitions;
pub mod pictures;
pub mod promises;
pub mod questions;
pub mod retention_runs;
pub mod share_texts;
pub mod told_changes;
pub mod turns;
pub mod wordings;
