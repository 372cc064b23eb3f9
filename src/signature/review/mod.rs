//! What an organizer reads before everybody may, and what readers tell organizers about it.

pub mod admit;
pub mod decide;
pub mod organizations;
pub mod reasons;
pub mod report;
pub mod reported;
