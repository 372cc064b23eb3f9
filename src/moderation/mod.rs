//! What an organizer reads before everybody may, and what readers tell organizers about it.

pub mod decide;
pub mod reasons;
pub mod report;
pub mod reported;
