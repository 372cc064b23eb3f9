//! The console's room for tokens: what programs of an organization come in with.

pub mod add;
pub mod list;
pub mod revoke;
pub mod rotate;
pub mod show;

pub(crate) mod form;
pub(crate) mod pages;
