//! The register in the database. Every page is a seek in an index, wherever it is.

mod enter;
mod groups;
mod list;
mod recount;
mod row;

pub use enter::{enter, strike};
pub use groups::{GroupPlace, group, groups, letters};
pub use list::{EntryFilter, ListPosition, first, found, page};
pub use recount::{Sizes, every, sizes, sizes_of};
