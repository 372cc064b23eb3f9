//! Somebody's own account: name and language, the address it is reached at, and of what it is told by mail.

pub mod change_address;
pub mod confirm_address;
pub mod notices;
pub mod show;
pub mod stop_notices;
pub mod switch_language;
pub mod take_along;
