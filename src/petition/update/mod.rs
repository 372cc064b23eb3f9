//! News from the organizers of a petition: written, shown on its page and in feeds, taken back.

pub mod cache;
pub mod console;
pub mod feed;
pub mod model;
pub mod pages;
pub mod show;
pub mod store;

pub use cache::{PublicUpdate, UpdateCache};
pub use model::{Update, UpdateText};
