//! Keys, and what is made with them: tokens, codes, sealed ids.

pub(crate) mod code;
pub mod id_cipher;
pub(crate) mod key;
pub mod link_code;
pub mod secrets;
pub mod token;
