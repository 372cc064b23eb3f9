//! Forms: bounded, in time, from this site, and of exactly the shape that was asked for.

pub(crate) mod email;
pub mod form_token;
pub(crate) mod guarded;
pub(crate) mod named_fields;
pub(crate) mod texts;
pub(crate) mod upload;
