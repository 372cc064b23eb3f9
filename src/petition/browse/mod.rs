//! Where petitions are found: the front page, an organization's page, the sitemap.

pub mod cards;
pub mod front;
pub mod organization;
pub mod sitemap;

pub mod set_up;
