//! The book of signers: cover, text, numbers and names, for whoever the petition is handed to. What it says is written once ([`text`]), for
//! a page to print and for the PDF.

pub mod write;

pub(crate) mod text;

mod facts;

mod breakdown;

pub(crate) mod names;

mod sheets;

mod list_sum;

pub mod options;
