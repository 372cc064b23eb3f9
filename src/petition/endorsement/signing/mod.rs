//! Somebody signs for an organization: form, mail, the organization's own page.

pub mod mails;
pub mod own;
pub mod pages;
pub mod pressed;
pub mod sign;
pub mod withdraw;
