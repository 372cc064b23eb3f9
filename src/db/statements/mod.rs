//! What the common connection cannot say: columns, many rows in one statement, statements prepared once.

pub(crate) mod changes;
mod insert_rows;
pub(crate) mod prepared;
pub mod types;
pub(crate) mod unnest;
