//! From the first draft to the archive: each move a page that asks, and a press.

pub mod archive;
pub mod close;
pub mod close_due;
pub mod delete_draft;
pub mod draft;
pub mod first_petition;
pub mod pause;
pub mod publish;
pub mod reopen;
pub mod resume;
pub mod take_down;
pub mod template;
pub mod transition;

pub mod begin;
pub mod publishing;
