//! Addresses of mailboxes, hosts, sites and pages.

pub(crate) mod domain;
pub mod email;
pub mod host;
pub(crate) mod provider;
pub mod site_address;
pub mod slug;
