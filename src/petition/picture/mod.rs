//! The picture of a petition: taken in by its organizers, given out to everybody, and drawn of its signatures where it has none.

pub mod remove;
pub mod show;
pub mod strokes_file;
pub mod write;

pub mod form;
pub(crate) mod held;
pub mod make;
