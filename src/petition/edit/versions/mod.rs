//! The versions of each page of the editor: written at saving, with their differences, and held against translations.

pub(crate) mod history;

pub mod state;

pub mod difference;
