//! Forms: bounded, in time, from this site, and of exactly the shape that was asked for.

pub(crate) mod email;
pub(crate) mod guarded;
pub(crate) mod named;
pub mod stamp;
pub(crate) mod texts;
pub(crate) mod upload;
