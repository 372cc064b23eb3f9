//! What organizers decide about a petition: form, list, letters, visibility, risk.

pub mod keeps_for;
pub(crate) mod listed;
pub mod offer;
pub mod risk;
pub mod settings;
pub mod visibility;
