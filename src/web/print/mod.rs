//! What is printed: sheets of text, lines and codes, and how they become a PDF. Whatever is printed (a poster, a book of names) is laid out
//! as [`sheet::Sheet`]s, with [`fonts::PrintFonts`] to measure by, and written by [`pdf::write`], or sheet by sheet by [`pdf::PdfWriter`].

pub(crate) mod pdf;

pub(crate) mod fonts;

pub(crate) mod sheet;

pub(crate) mod paper;
