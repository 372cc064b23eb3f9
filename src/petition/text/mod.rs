//! Texts as they are typed and shown.

pub mod lengths;
pub mod markdown;
pub(crate) mod pasted;
