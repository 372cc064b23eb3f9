//! Large lists: written while their maker waits, kept for a day, and given to nobody else.
//!
//! A row says how far a list is; its file lies in the folder of the instance that wrote it, outside of every backup.

pub mod again;
pub mod download;
pub mod large_list;

mod view;

pub mod tidy;
pub mod worker;

pub mod store;

pub mod model;
