//! Lists that leave: the organizers' own data, in full, in forms that other tools read.

pub mod export;
pub mod format;
pub mod organizations;
pub mod replies;
pub mod store;
pub mod stream;
pub mod write;

pub use format::Format;
pub use write::{ExportRequest, write_all};
