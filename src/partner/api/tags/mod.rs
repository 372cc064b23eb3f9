//! Tags for programs: the words that organizers put on signatures.

pub mod list;
pub mod taggings;
