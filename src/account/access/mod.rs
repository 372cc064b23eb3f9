//! Coming in and going out, and what one comes in with.

pub mod change_password;
pub(crate) mod chosen;
pub mod forgot;
pub mod reset;
pub mod sessions;
pub mod sign_in;
pub mod sign_out;
