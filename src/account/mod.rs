//! Who organizes: organizations, organizers, their sessions and what each may do.
//!
//! A page of the console takes [`Actor`] (who asks), a form of the console [`Posted`] (who asks, and a form of that very
//! session); each then says what is to be done, by [`Actor::allow`].

mod actor;
mod console;
pub mod model;
mod next;
pub mod policy;
mod posted;
pub mod store;

pub use actor::{Actor, NotSignedIn};
pub use console::organization_pages;
pub use next::{Next, Onward};
pub use policy::{Action, may};
pub use posted::Posted;
