//! Opening a database: which, whether it is whole and whose, and its schema.

pub(crate) mod condition;
pub(crate) mod holds;
pub(crate) mod migrate;
pub(crate) mod open;
pub(crate) mod secret;
pub(crate) mod served_file;
pub(crate) mod standing;
pub(crate) mod steps;
pub(crate) mod unreachable;
pub(crate) mod whole;
pub(crate) mod writable;
