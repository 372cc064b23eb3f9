//! Logos: read from a stranger's file within limits, and written anew.

pub mod limits;
pub mod picture;
pub(crate) mod plain;
