//! What can be signed: petitions, open letters and pledges, their text and its versions.

pub mod asking;
pub mod close;
pub mod close_due;
pub mod closing;
pub mod desk;
pub mod draft;
pub mod edit;
mod edit_page;
pub mod form;
pub mod founder;
pub mod founder_store;
pub mod frame;
mod goal_store;
pub mod markdown;
pub mod model;
pub mod pages;
pub mod pause;
pub mod preview;
pub mod privacy;
pub mod publish;
pub mod resume;
pub mod risk;
pub mod shelf;
pub mod sign_form;
pub mod store;
pub mod take_down;
pub mod turning;
pub mod typed;
pub mod visibility;
pub mod voiced;
pub mod wording;
pub mod wording_store;

pub use founder::Founder;
pub use model::{Kind, Petition, PetitionText, Phase, Settings, State, Wording};
pub use shelf::{Shelf, Shown};
pub use visibility::{Offer, Visibility};
