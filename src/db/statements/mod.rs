//! What the common connection cannot say: columns, many rows in one statement, statements prepared once.

pub(crate) mod changes;
pub(crate) mod kept;
pub mod types;
pub(crate) mod unnest;
