//! Signatures in the database, by what is asked of them.

pub mod pending;
pub mod settle;
pub mod signed;
