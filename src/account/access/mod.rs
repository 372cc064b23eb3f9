//! Coming in and going out, and what one comes in with.

pub mod change_password;
pub mod forgot;
pub(crate) mod new_passphrase;
pub mod prove;
pub mod reset;
pub mod sessions;
pub mod sign_in;
pub mod sign_in_code;
pub mod sign_out;
