//! Signatures in the database, by what is asked of them.

pub mod choice;
pub mod confirmed;
pub mod consents;
pub mod earlier;
pub mod endings;
pub mod finding;
pub mod keyed;
pub mod listed;
pub mod named;
pub mod owned;
pub mod pending;
pub mod relisted;
pub mod same_address;
pub mod search;
pub mod settle;
pub mod share;
pub mod signed;
pub mod worded;
