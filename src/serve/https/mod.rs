//! HTTPS without a proxy: the certificate that is served, from files or from a certificate authority, its renewal, and the door on port 80
//! that leads to it.

pub mod open;

mod renewal;

mod authority;

mod ca_client;

mod files;

mod kept;

pub(crate) mod redirect;

pub mod served;

pub(crate) mod certificate;

pub mod setting;
