//! What programs speak: the interface of Action Network (OSDI), so that scripts written for it work here when their base address is changed.
//! It reads what the rooms below have and takes every signature by the form's own road. Errors are told as `web::Problem`.

pub mod document;
pub mod entry;
pub mod metadata;
pub mod people;
pub mod petitions;
pub mod signatures;
pub mod tags;

mod caller;
mod listing;
mod marks;
mod once;

pub mod parts;
pub mod store;

mod filter;
mod given;
mod model;
mod paths;
