//! Who organizes: organizations, organizers, their sessions and what each may do.
//!
//! A page of the console takes [`Actor`] (who asks), a form of the console [`OrganizerForm`] (who asks, and a form of that very
//! session), or [`DraftForm`] where people write for long, or [`ProvedForm`] where it is dangerous; each then says what is to be done, by [`Actor::allow`].
//! The operator's pages take [`OperatorActor`] and [`OperatorForm`], which let nobody else in.

pub mod activity;
mod console;
pub mod joining;
pub mod people;
pub mod profile;
pub mod second_factor;
mod tidy;

pub mod access;

mod pages;

pub(crate) mod session;

pub mod mails;

pub mod token;

pub mod policy;
pub mod store;

pub mod deed;
pub mod link;
pub mod notices;
pub mod occurrence;
pub mod passphrase;
pub mod totp;

mod set_up_step;
pub mod taken_list;

pub mod model;

pub(crate) use pages::role_key;
pub use policy::{Action, may};
pub use session::actor::{Actor, NotSignedIn};
pub use session::address_reader::AddressReader;
pub use session::familiar::Familiar;
pub use session::operator_actor::{OperatorActor, OperatorForm};
pub use session::organizer_form::{DraftForm, DraftUpload, OrganizerForm};
pub use session::proved_form::{ProvedActor, ProvedForm};
pub use session::return_to::{ReturnTo, ReturnToQuery};
pub use session::sign_in_parts::SignInParts;
pub use session::visit::{BrowserVisit, Entered, let_in, let_out};
pub use set_up_step::{SetUpLine, SetUpStep};
pub use taken_list::TakenList;
pub use tidy::tidy;
pub use token::actor::{NoToken, TokenActor};
