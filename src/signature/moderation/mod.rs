//! What organizers decide about signatures: hold, count, remove; one, a group, or by a rule. Many in one press, with a second person, and back
//! within thirty days.

pub mod corrections;
pub mod decisions;
pub mod press;
pub mod rule;
pub mod show;

pub mod alone;
pub mod begin;
pub mod tag;
pub mod unusual;

pub(crate) mod page;

pub(crate) mod form;
mod selection;
pub mod ticked_form;
pub mod work;
