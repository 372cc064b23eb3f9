//! The mailbox answers: the link in the mail, the press, and what it does.

pub mod address_tries;
mod by_source;
pub mod commit;
pub mod erased;
pub mod guard;
mod handed_in;
pub mod just_signed;
pub mod link_target;
pub mod pages;
pub mod queue;
pub mod show;
pub mod signed_page;
pub mod tries;
pub mod typed_reason;
mod waits;
