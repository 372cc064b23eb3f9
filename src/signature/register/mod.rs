//! The public register: the names of those who show them, sorted, grouped and searched.
//!
//! `tally` is the number, `register` the names. It is a copy, made in the transaction that changes
//! a signature, of what its owner lets everybody read: what is not here is on no public page.

pub mod model;
pub mod pages;
pub mod query;
pub mod read;
pub mod show;
pub mod shown_register;
pub mod sorting;
pub mod store;

pub use model::{Grouping, RegisterEntry};
