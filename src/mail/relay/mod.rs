//! The relay: connections, conversations, and what its answers mean.

pub(crate) mod fault;
pub(crate) mod judge;
pub(crate) mod pool;
pub(crate) mod session;
pub(crate) mod setting;
pub(crate) mod trouble;
pub(crate) mod verdict;
pub(crate) mod wire;
