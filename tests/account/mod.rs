//! Stories of organizers' own accounts: second factor, proving again who one is, another address.

pub mod asked;
pub mod first_run;
pub mod first_run_left;
pub mod lost;
pub mod own_account;
pub mod phone;
pub mod second_factor;
pub mod second_step;
pub mod step_up;
pub mod takes_along;
pub mod token_looks;
pub mod token_requests;
pub mod tokens;
pub mod tokens_stored;
