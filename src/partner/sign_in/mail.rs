//! The letter with a partner's link, written when it is sent.

use crate::base::Time;
use crate::db::{Conn, Result};
use crate::mail::mails::{PartnerMail, Sender};
use crate::mail::model::OutboxMessage;
use crate::mail::{Class, Mail, MailAddress};
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::source::Asking;
use crate::petition::source::contact_store;
use crate::petition::source::letter::PartnerTokens;
use crate::web::{Site, urls};

/// The letter; none when the link works no more, or organizers have named another mailbox.
///
/// # Errors
/// A fault of the database.
pub(crate) fn write(
    conn: &mut Conn,
    site: &Site,
    from: &MailAddress,
    message: &OutboxMessage,
) -> Result<Option<Mail>> {
    let now: Time = site.clock.now();
    let Some(link) = contact_store::find(conn, message.subject.cast(), now)? else {
        return Ok(None);
    };
    let to = message.recipient.as_deref();
    let managed = ManagedPetition::load(conn, link.source.petition)?;
    let (Some(to), Some(managed)) = (to.and_then(MailAddress::of_stored), managed) else {
        return Ok(None);
    };
    let w = site.words(message.lang);
    let token = PartnerTokens::new(&site.secrets).token(link.id);
    let organization = managed.organization.name.as_str();
    let letter = PartnerMail {
        w: &w,
        sender: Sender {
            organization,
            contact: &managed.organization.contact_email,
        },
        partner: &link.source.name,
        title: managed.title(message.lang),
        has_list: link.source.asking != Asking::Never,
        link: &format!("{}{}", site.base_url, urls::partner_own(&token)),
    };
    Ok(letter
        .render()
        .ok()
        .map(|rendered| rendered.mail(Class::Notice, (organization, from), to, now)))
}
