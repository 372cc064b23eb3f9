//! The activity log: who did what to what, when, from where.

pub mod download;
pub mod list;

mod lines;
