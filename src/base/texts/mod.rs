//! What people write: names, lines, remarks, and the tricks that are played with them.

pub mod cell;
pub(crate) mod letters;
pub(crate) mod link;
pub mod name;
pub(crate) mod reading;
pub mod remark;
pub mod search;
pub mod text;
pub(crate) mod trick;
