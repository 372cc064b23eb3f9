//! The letter that brings a signer the link to their own page.

use crate::base::{Id, Lang, Time};
use crate::mail::model::{Kind, NewMessage, Subject, Urgency};
use crate::petition::Petition;

/// To this mailbox, about this signature (or form, or nothing), due at this time.
#[must_use]
pub(crate) fn own_letter(
    (petition, lang): (Id<Petition>, Lang),
    subject: Id<Subject>,
    mailbox: [u8; 32],
    due: Time,
) -> NewMessage {
    NewMessage {
        kind: Kind::Own,
        petition: Some(petition.cast()),
        subject,
        lang,
        recipient: None,
        arguments: None,
        mailbox,
        once_key: None,
        due_at: due,
        urgency: Urgency::Usual,
    }
}
