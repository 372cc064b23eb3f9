//! What people write: names, lines, remarks, and the tricks that are played with them.

pub mod csv;
pub mod csv_injection;
pub(crate) mod link;
pub mod name;
pub(crate) mod reading;
pub mod remark;
pub mod search;
pub(crate) mod spoofing;
pub mod text;
pub(crate) mod unicode;
