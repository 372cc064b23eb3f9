//! Signatures in the database, by what is asked of them.

pub mod choice;
pub mod confirm;
pub mod confirmed;
pub mod consents;
pub mod earlier;
pub mod endings;
pub mod finding;
pub mod identified;
pub mod keyed;
pub mod miscount;
pub mod own_changes;
pub mod pending;
pub mod read;
pub mod register_check;
pub mod register_sync;
pub mod same_address;
pub mod search;
pub mod share;
mod signer_columns;
pub mod worded;
