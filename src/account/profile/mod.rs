//! Somebody's own account: name and language, and the address it is reached at.

pub mod change_address;
pub mod confirm_address;
pub mod show;
pub mod switch_language;
