//! The editor: pages for everything of a petition that can be written, each with fields of its own.

pub mod write;

pub mod show;

pub mod show_versions;

pub mod beside;

pub mod questions;

pub(crate) mod save_page;

mod shown_part;

pub(crate) mod page;

pub mod kept;

pub(crate) mod edited_part;

pub mod drawing;

pub mod versions;

pub mod read;

pub(crate) mod dates;
pub mod promise_lines;
pub(crate) mod texts;

mod fields;

pub mod form;

pub mod forms;

pub mod part;
