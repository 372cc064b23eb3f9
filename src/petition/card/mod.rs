//! The social card: a picture of a petition for link previews, drawn on the server.

pub mod draw;
pub mod face;
pub mod gallery;
pub mod model;
pub mod show;

pub use face::Face;
pub use gallery::Gallery;
