//! What visitors read of a petition.

pub mod about;
pub mod accessibility;
pub mod asking;
pub(crate) mod called;
pub mod frame;
pub mod pages;
pub mod pledged;
pub mod preview;
pub mod privacy;
pub mod sign_form;
pub mod voiced;
