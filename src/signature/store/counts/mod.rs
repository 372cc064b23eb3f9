//! Signatures counted by something else than their state.

pub mod miscount;
pub mod promises;
pub mod sources;
pub mod wordings;
