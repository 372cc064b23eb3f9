//! What organizers see of signatures.

pub(crate) mod actions;
pub(crate) mod affiliation_rows;
pub mod affiliations;
pub mod consent_texts;
pub(crate) mod goal_pace;
pub mod heading;
pub mod list;
pub mod one_signature;
pub mod overview;
pub mod promises;
pub mod register_entry;
pub mod resend_mail;
pub mod rows;
pub mod sources;
pub(crate) mod spelling_doors;
pub mod todo;
pub(crate) mod trend;
pub mod undo_merge;
