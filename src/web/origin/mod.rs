//! Where a request comes from, and how often.

pub mod connections;
pub(crate) mod forwarded;
pub(crate) mod limit;
pub(crate) mod one_at_a_time;
pub(crate) mod proxies;
pub(crate) mod source;
pub(crate) mod this_machine;
