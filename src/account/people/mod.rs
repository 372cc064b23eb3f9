//! Who works for an organization: members and their roles, invitations, leaving.

pub mod change_role;
pub mod hand_over;
pub mod invite;
pub mod leave;
pub mod list;
pub mod remove;
pub mod revoke;

mod pages;

pub mod standing;
