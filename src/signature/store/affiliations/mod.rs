//! Schools and employers as signers wrote them, and the headings that organizers put them under.
//!
//! A spelling is a row with how many wrote it, a heading a row with the sum of its spellings. Both move in the transaction that moves a
//! signature, so that a page seeks and nobody scans signatures. What a signer wrote stands in their details and is never touched here.

pub mod list;
pub mod look;
pub mod merge;

mod add;

pub(crate) use add::{Spellings, add};
pub use list::{headings, under_headings};
