//! What programs speak: the interface of Action Network (OSDI), so that scripts written for it work here when their base address is changed.
//! Webhooks are managed below an address of our own. It reads what the rooms below have and takes every signature by the form's own road. Errors are told as `web::Problem`.

pub mod document;
pub mod entry;
pub mod people;
pub mod petitions;
pub mod questions;
pub mod signatures;
pub mod tags;
pub mod webhooks;

mod recipes;

mod found;
mod handed_in;

mod listing;
mod once;
mod program_notes;

mod known_tags;

mod told;

mod caller;

pub mod parts;

mod marks;

pub mod store;

mod filter;
mod given;
mod paths;
