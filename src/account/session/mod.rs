//! Who is signed in, and forms that are theirs alone.

pub(crate) mod actor;
pub(crate) mod door;
pub(crate) mod entry;
pub(crate) mod familiar;
pub(crate) mod guard;
pub(crate) mod kept;
pub(crate) mod next;
pub(crate) mod posted;
pub(crate) mod tries;
pub(crate) mod visit;
