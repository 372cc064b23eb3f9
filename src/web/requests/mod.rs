//! What every request passes before it is answered, and what answers without a room of its own.

pub mod files;
pub mod health;
pub mod look;
pub(crate) mod mended_address;
pub(crate) mod middleware;
pub(crate) mod path_arg;
pub(crate) mod refused;
pub(crate) mod request_id;
pub(crate) mod source_of;
