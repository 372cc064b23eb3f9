//! Cookies, and who reads.

pub(crate) mod browser;
pub(crate) mod cookie;
pub(crate) mod reader;
pub mod sealed;
