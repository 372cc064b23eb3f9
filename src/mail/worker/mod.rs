//! The worker: takes what is due, sends it, stores what became of it.

pub(crate) mod budget;
pub(crate) mod circuit_breaker;
pub(crate) mod claim;
pub(crate) mod outcome;
pub(crate) mod preparer;
pub(crate) mod run;
pub(crate) mod schedule;
pub(crate) mod send_batch;
