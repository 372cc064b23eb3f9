//! What every request passes before it is answered, and what answers without a room of its own.

pub(crate) mod arg;
pub(crate) mod around;
pub mod files;
pub mod health;
pub(crate) mod mended;
mod request_id;
pub(crate) mod source_of;
