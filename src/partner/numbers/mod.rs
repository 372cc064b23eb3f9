//! The number for other sites and programs: alone, with what else is public, as a badge, over time, as it moves. From memory, open to every
//! site, without cookies.

pub mod badge;
pub mod count;
pub mod events;
pub mod facts;
pub mod history;

pub mod cached_json;
pub mod listeners;

pub mod model;
