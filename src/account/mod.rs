//! Who organizes: organizations, organizers, their sessions and what each may do.
//!
//! A page of the console takes [`Actor`] (who asks), a form of the console [`Posted`] (who asks, and a form of that very
//! session), or [`Drafted`] where people write for long; each then says what is to be done, by [`Actor::allow`].

mod actor;
pub mod add_organizer;
pub mod change_password;
mod chosen;
mod common;
mod console;
mod door;
mod entry;
mod familiar;
pub mod first_run;
pub mod forgot;
pub mod found;
mod guard;
mod invitation;
mod kept;
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

use kept::{Credentials, KeptForm};
use visit::session_cookie;

pub use actor::{Actor, NotSignedIn};
pub use console::organization_pages;
pub use door::Door;
pub use familiar::Familiar;
pub use next::{Next, Onward};
pub use policy::{Action, may};
pub use posted::{Drafted, Posted};
pub use tidy::tidy;
pub use visit::{Visit, let_in, let_out};
