//! Links and partners as organizers make them and read what each brought.

pub mod contact;
pub mod link;
pub mod links;
pub mod new_partner;
pub mod partner;
pub mod partners;
pub mod state;

mod writing;

pub(crate) mod adding;
pub(crate) mod figures;
pub(crate) mod managed_source;
mod source_fields;
