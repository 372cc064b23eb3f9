//! Stories of a petition from its first day to its last, and of the words under it.

pub mod changes_the_demand;
pub mod closes;
pub mod closes_beside;
pub mod last_day;
pub mod moves;
pub mod opens_again;
pub mod paused_days;
pub mod petition_off;
