//! The number in the database, by table.

pub mod figures;
pub(crate) mod goal;
pub mod parts;
pub mod replies;
pub mod tallies;

mod milestones;
