//! A name under a petition: typed in, confirmed from the mailbox, counted once.

pub mod console;
pub(crate) mod digest;
pub mod mails;
pub mod mine;
pub mod moderation;
pub mod operator;
pub mod review;

pub mod check_mail;

pub mod confirm;

pub mod retention;
pub mod share;
pub mod sign;

pub mod page;

pub mod links;
pub mod store;

pub mod batch;

pub mod condition;
pub mod facet;

pub mod model;

pub mod agreed;

pub mod reason;
pub mod register;

pub use check_mail::form_sender::FormSender;
pub use check_mail::notice::CheckMailNotice;
pub use mine::link::OwnLink;
pub use model::{PendingSignature, Seen, Signature, SignatureState, Signer, Visibility};
