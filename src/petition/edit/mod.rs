//! The editor: pages for everything of a petition that can be written, each with fields of its own.

pub mod write;

pub mod show;

pub mod show_versions;

pub mod discard;

pub mod questions;

pub mod share_texts;

pub mod steps;

mod save_page;

mod taken_up;

mod keep;

pub(crate) mod edited_part;

mod unsaved;

pub(crate) mod page;

pub mod kept_words;

pub mod drawing;

pub mod versions;

pub mod read;

pub(crate) mod dates;
pub mod promise_lines;
pub(crate) mod texts;

mod fields;

pub mod form;
pub mod share_texts_form;
pub mod steps_form;

pub mod page_press;
pub mod part;
