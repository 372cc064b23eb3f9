//! The mailbox answers: the link in the mail, the press, and what it does.

pub mod behind;
pub mod code_tries;
pub mod confirming;
pub mod erased;
pub mod guard;
pub mod just_signed;
pub mod pages;
pub mod settle;
pub mod show;
pub mod signed_page;
pub mod spoken;
pub mod tries;
