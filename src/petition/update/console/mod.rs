//! Writing updates.

pub mod form;
pub mod list;
pub mod managed_update;
pub mod preview;
pub mod publish;
pub mod take_back;
pub mod write;
