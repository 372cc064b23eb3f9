//! Signatures in the database, by what is asked of them.

pub mod address_keys;
pub mod confirm;
pub mod earlier_wordings;
pub mod endings;
pub mod identified;
pub mod same_address;

pub mod own_changes;
pub mod program_notes;

pub mod counts;
pub(crate) mod occurrences;

pub mod affiliations;
pub mod batches;
pub mod consents;
pub mod partner_list;
pub mod pending;
pub mod register;
pub mod search;

pub mod confirmed;
pub mod identifiers;
pub mod notes;
pub mod read;
pub mod tags;
pub mod walk;

mod signer_columns;
