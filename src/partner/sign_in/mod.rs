//! How a partner comes in: by a letter to the mailbox that organizers have named for it. The link in it shows what the partner brought, and
//! gives the list of those who let it write, once.

pub mod ask;
pub mod show;
pub mod take_list;

pub(crate) mod mail;

mod pages;
