//! What organizers see of signatures.

pub(crate) mod actions;
pub(crate) mod affiliation_rows;
pub mod affiliations;
pub mod chips;
pub mod consent_texts;
pub mod find;
pub(crate) mod goal_pace;
pub mod heading;
pub(crate) mod held_signature;
pub mod list;
pub(crate) mod narrowed;
pub mod note;
pub mod one_signature;
pub mod overview;
pub mod promises;
pub mod register_entry;
pub mod resend_mail;
pub mod rows;
pub(crate) mod signature_filter;
pub mod sources;
pub(crate) mod spelling_doors;
pub mod todo;
pub(crate) mod trend;
pub mod undo_merge;
