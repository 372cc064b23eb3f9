//! Copies of a database while it is in use, from one kind into the other too.

pub(crate) mod backup;
pub(crate) mod copy;
pub(crate) mod failure;
pub(crate) mod last_backup;
pub(crate) mod snapshot;
