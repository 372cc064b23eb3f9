//! What the operator's commands do with signatures.

pub mod adopt;
pub mod check;
