//! Signatures in the database, by what is asked of them.

pub mod listed;
pub mod pending;
pub mod search;
pub mod settle;
pub mod share;
pub mod signed;
