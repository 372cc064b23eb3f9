//! The number shown: facts and badges for partner sites, progress on pages, lists of petitions with theirs.

pub mod cached_json;
pub mod manage;
pub mod progress;
pub mod show;
pub mod wordings;
