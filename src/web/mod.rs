//! The kit of every page. Holds no noun of the domain.

pub mod assets;
pub mod page;
