//! Signatures counted by something else than their state.

pub(crate) mod details;
pub mod miscount;
pub mod promises;
pub mod sources;
pub mod wordings;
