//! The form as it is drawn for organizers, and what it costs signers.

pub mod form;

pub mod cost;
