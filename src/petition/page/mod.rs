//! What visitors read of a petition.

pub mod about;
pub mod accessibility;
pub mod form_questions;
pub mod handed_over;
pub mod hero;
pub mod imprint;
pub(crate) mod labels;
pub mod layout;
pub mod pages;
pub mod preview;
pub mod privacy;
pub mod promises;
pub mod questions;
pub mod reason;
pub(crate) mod seal;
pub(crate) mod secrecy;
pub mod sign_form;
pub mod steps;
pub mod strokes;
