//! The petition's page, and what it shows from memory.

pub mod featured_reasons;
pub mod page_cache;
pub mod parts;
pub mod reason_box;
pub mod recent;
pub mod show;
pub mod sign_form;
pub mod signer_line;
pub mod via;
