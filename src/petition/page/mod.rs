//! What visitors read of a petition.

pub mod about;
pub mod accessibility;
pub mod form_questions;
pub(crate) mod labels;
pub mod layout;
pub mod pages;
pub mod pledged;
pub mod preview;
pub mod privacy;
pub mod sign_form;
pub mod voiced;
