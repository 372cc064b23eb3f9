//! `undersigned restore`: a backup becomes the database of an installation, and nobody who was erased comes back with it.

mod args;

mod restoring;

mod replay;

pub(super) use args::{RestoreArgs, run};
pub(super) use restoring::{RestoreWish, Restored, restore};
