//! The social card: a picture of a petition for link previews, drawn on the server.

pub mod cache;
pub mod draw;
pub mod face;
pub mod model;
pub(crate) mod place;
pub mod show;

pub use cache::CardCache;
pub use face::Face;
