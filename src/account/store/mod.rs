//! Accounts in the database, by what is asked of them.

pub mod activity;
pub(crate) mod begun_sign_in;
pub(crate) mod census;
pub(crate) mod held;
pub mod link;
pub mod member;
pub mod notices;
pub mod organization;
pub mod organization_logo;
pub mod person;
pub mod second_factor;
pub mod session;
pub mod set_up_step;
