//! Accounts in the database, by what is asked of them.

pub mod link;
pub mod member;
pub mod organization;
pub mod person;
pub mod session;
