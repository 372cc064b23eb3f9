//! Who organizes: organizations, organizers, their sessions and what each may do.
//!
//! A page of the console takes [`Actor`] (who asks), a form of the console [`Posted`] (who asks, and a form of that very
//! session); each then says what is to be done, by [`Actor::allow`].

mod actor;
pub mod add_organizer;
pub mod change_password;
mod chosen;
mod common;
mod console;
mod door;
pub mod first_run;
pub mod forgot;
pub mod found;
mod invitation;
pub mod letters;
pub mod link;
pub mod model;
mod next;
mod pages;
pub mod password;
pub mod policy;
mod posted;
pub mod reset;
pub mod sessions;
pub mod set_up;
pub mod sign_in;
pub mod sign_out;
pub mod store;
mod tidy;
mod tries;
mod visit;

pub use actor::{Actor, NotSignedIn};
pub use console::organization_pages;
pub use door::Door;
pub use next::{Next, Onward};
pub use policy::{Action, may};
pub use posted::Posted;
pub use tidy::tidy;
pub use visit::{Visit, let_in, let_out};
