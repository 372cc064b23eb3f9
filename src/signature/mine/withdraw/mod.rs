//! Somebody takes their signature back, and puts it back.

pub mod ask;
pub mod pages;
pub mod undo;
