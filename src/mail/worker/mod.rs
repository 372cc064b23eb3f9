//! The worker: takes what is due, sends it, stores what became of it.

pub(crate) mod budget;
pub(crate) mod circuit_breaker;
pub(crate) mod desk;
pub(crate) mod keep;
pub(crate) mod round;
pub(crate) mod run;
pub(crate) mod schedule;
pub(crate) mod take;
