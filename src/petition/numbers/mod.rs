//! The number shown: to everybody in one answer, as progress on pages, in lists of petitions with theirs.

pub mod manage;
pub mod wordings;

mod set_up_gaps;

pub mod progress;

pub mod public_count;
