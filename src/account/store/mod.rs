//! Accounts in the database, by what is asked of them.

pub mod session;
