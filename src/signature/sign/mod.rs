//! From the form to the pending row.

pub mod agree;
pub mod fields;
pub mod intake;
pub mod post;
pub mod sent_form;
