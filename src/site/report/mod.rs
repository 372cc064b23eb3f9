//! What visitors report about a page: kept for the operator, and mailed to whoever the settings name.

pub mod send;

pub mod mail;

mod store;

pub mod model;

pub use store::{deal, expire, newest, read_newest, undealt};
