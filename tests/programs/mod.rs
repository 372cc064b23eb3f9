//! Stories of programs that ask with a token, and of pages that hand in forms without one.

pub mod bad_fields;
pub mod bad_lists;
pub mod document;
pub mod entry;
pub mod handing_in;
pub mod identifiers;
pub mod out_of_reach;
pub mod pages;
pub mod petitions;
pub mod reading;
pub mod scopes;
pub mod tagging;
pub mod without_token;
