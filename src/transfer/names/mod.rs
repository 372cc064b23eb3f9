//! First and last name, guessed by rules for tools that ask for two fields.

mod split;

mod word;

mod lists;

pub use split::split;
