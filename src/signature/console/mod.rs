//! What organizers see of signatures.

pub(crate) mod actions;
pub mod consent_texts;
pub mod list;
pub mod overview;
pub mod promises;
pub mod register_entry;
pub mod resend_mail;
pub mod rows;
pub mod sources;
