//! Stories of what other sites and programs use: the number in every shape, as it moves, and over time.

pub mod counts;
pub mod embeds;
pub mod follows;
pub mod kept_frames;
pub mod listeners;
pub mod looks;
pub mod oembed;
pub mod over_time;
pub mod own_question;
pub mod same_number;
pub mod sign_in;
pub mod sources;
