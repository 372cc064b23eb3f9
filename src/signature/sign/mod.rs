//! From the form to the pending row.

pub mod consent_questions;
pub mod form;
pub mod intake;
pub mod post;
pub mod question_replies;
pub mod sent_form;
pub mod signer_fields;
pub mod submission;
