//! How somebody comes to organize: the first set-up, an invitation, the operator.

pub mod add_operator;
pub mod add_organizer;
pub mod first_organization;
pub mod first_run;
pub mod found;
pub(crate) mod invitation;
pub mod leave_first_run;
pub mod set_up;
