//! News from the organizers of a petition: written, shown on its page and in feeds, taken back.

pub mod console;
pub mod feed;
pub mod model;
pub mod news;
pub mod pages;
pub mod show;
pub mod store;

pub use model::{Update, UpdateText};
pub use news::{Told, UpdateCache};
