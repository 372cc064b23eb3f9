//! News from the organizers of a petition: written, shown on its page and in feeds, taken back.

pub mod desk;
pub mod feed;
pub mod form;
pub mod list;
pub mod model;
pub mod news;
pub mod pages;
pub mod preview;
pub mod publish;
pub mod show;
pub mod store;
pub mod take_back;
pub mod write;

pub use model::{Update, UpdateText};
pub use news::{News, Told};
