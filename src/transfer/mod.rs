//! Lists that leave: the organizers' own data, in the columns and forms that they choose and other tools read.
//!
//! Page, command line and large lists share what is chosen (`options`), what is asked for (`request`) and how it is written (`write`).

pub mod delivery;
pub mod export;
pub mod organizations;

mod export_page;

mod export_form;

pub mod job;

pub mod wanted;

mod stream;

pub mod exporting;

pub mod options;

pub mod book;

pub mod hashed;

pub mod write;

pub mod file;

pub mod request;

pub mod list_use;
pub mod replies;
pub mod store;

pub mod preset;

pub mod column;
pub mod format;
pub mod names;

pub use column::Column;
pub use exporting::Exporting;
pub use format::Format;
pub use options::ExportOptions;
pub use preset::Preset;
pub use request::ExportRequest;
pub use write::write_all;
