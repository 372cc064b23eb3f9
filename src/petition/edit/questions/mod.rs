//! What organizers ask on the form in words of their own: written, put in order, taken off and put back.

pub mod arrange;
pub mod write;

pub(crate) mod page;

pub mod reading;

pub(crate) mod asks_too_much;
