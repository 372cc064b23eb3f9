//! What can be signed: petitions, open letters and pledges, their text and its versions.

pub mod markdown;
pub mod model;
pub mod pages;
pub mod privacy;
pub mod shelf;
pub mod store;

pub use model::{Kind, Petition, PetitionText, Settings, State, Wording};
pub use shelf::{Shelf, Shown};
