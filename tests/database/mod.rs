//! Stories of the database: gone, late, killed, slow, young; and of what two instances see.

pub mod caches_follow;
pub mod frames_killed;
pub mod gone;
pub mod grounds;
pub mod idle;
pub mod killed;
pub mod late;
pub mod opens_killed;
pub mod programs_killed;
pub mod refuses;
pub mod restarted;
pub mod same_schema;
pub mod search_by_petition;
pub mod slow_and_huge;
pub mod slow_download;
pub mod young_tables;
