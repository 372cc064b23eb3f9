//! Stories of organizations that sign beside people.

pub mod decided;
pub mod logos;
pub mod scanned;
pub mod sign;
