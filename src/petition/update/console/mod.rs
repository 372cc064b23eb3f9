//! Writing updates.

pub mod desk;
pub mod form;
pub mod list;
pub mod preview;
pub mod publish;
pub mod take_back;
pub mod write;
