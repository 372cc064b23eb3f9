//! What our mails say: subject, plain text and HTML of each, under 6 KB, without pictures, with one link at most.
//! Plain data goes in; whoever sends a mail renders it at that moment.

mod address;
mod already;
mod changed;
mod common;
mod confirm;
mod digest;
mod endorse;
mod invitation;
mod own;
mod partner;
mod receipt;
mod report;
mod reset;
mod security;
mod test;
#[cfg(test)]
mod tests;

pub use address::AddressMail;
pub use already::AlreadyMail;
pub use changed::ChangedMail;
pub use common::{Rendered, Sender};
pub use confirm::ConfirmMail;
pub use digest::{DigestMail, DigestPart};
pub use endorse::EndorseMail;
pub use invitation::InvitationMail;
pub use own::OwnMail;
pub use partner::PartnerMail;
pub use receipt::{Deleted, ReceiptMail};
pub use report::ReportMail;
pub use reset::ResetMail;
pub use security::{Changed, ListNote, SecurityMail};
pub use test::TestMail;
