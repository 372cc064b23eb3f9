//! The editor: one form for everything of a petition that can be written.

pub(crate) mod dates;
pub mod form;
pub(crate) mod page;
pub mod promise_lines;
pub mod questions;
pub mod read;
pub mod share_texts;
pub mod steps;
pub mod steps_form;
pub(crate) mod texts;
pub mod write;
