//! What organizers see of signatures.

pub(crate) mod acts;
pub mod letter_again;
pub mod list;
pub mod listing;
pub mod overview;
pub mod promised;
pub mod rows;
pub mod sources;
