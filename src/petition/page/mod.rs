//! What visitors read of a petition.

pub mod about;
pub mod accessibility;
pub mod form_questions;
pub(crate) mod labels;
pub mod layout;
pub mod pages;
pub mod preview;
pub mod privacy;
pub mod promises;
pub mod reason;
pub(crate) mod seal;
pub mod sign_form;
