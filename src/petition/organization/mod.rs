//! The settings of an organization: what signers read of it, how its pages look, what its petitions begin with, who gets in, and its end.

pub mod beginnings;
pub mod colors;
pub mod delete;
pub mod details;
pub mod logo;
pub mod security;
pub mod token;

pub(crate) mod details_form;
pub(crate) mod ending;
pub mod settings;
