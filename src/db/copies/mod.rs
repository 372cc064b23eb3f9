//! Copies of a database while it is in use, from one kind into the other too; and a database from a copy.

pub(crate) mod backup;
pub(crate) mod restore;

pub(crate) mod copy;
pub(crate) mod runs;

pub(crate) mod draft;
pub(crate) mod last_backup;
pub(crate) mod moment;
pub(crate) mod snapshot;
mod tables;

pub(crate) mod failure;
