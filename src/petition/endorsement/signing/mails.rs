//! The mail to whoever signs for an organization, written at the moment it is sent.

use crate::base::PersonName;
use crate::db::{Conn, Result, Tx};
use crate::mail::mails::{EndorseMail, Sender};
use crate::mail::model::{Kind, OutboxMessage};
use crate::mail::{Class, Mail, MailAddress, SentMail};
use crate::petition::endorsement::link::Links;
use crate::petition::endorsement::model::{Endorsement, EndorsementState, WAITS_FOR};
use crate::petition::endorsement::store;
use crate::petition::endorsement::urls::own;
use crate::petition::{About, PetitionCache};
use crate::web::Site;
use std::sync::Arc;

/// What it is written with.
#[derive(Clone)]
pub struct EndorsementMailWriter {
    /// Words, base URL, clock.
    pub site: Arc<Site>,
    /// Petitions.
    pub petition_cache: PetitionCache,
    /// Links.
    pub links: Links,
    /// The sender of all mail.
    pub from: MailAddress,
}

/// Notes when the relay took mails to organizations: a press within seconds of it is a machine's.
///
/// # Errors
/// A fault of the database.
pub(crate) fn note_sent(tx: &mut Tx<'_>, sent: &[SentMail]) -> Result<()> {
    for one in sent.iter().filter(|one| one.kind == Kind::Endorse) {
        store::note_mailed(tx, one.subject.cast(), one.at)?;
    }
    Ok(())
}

/// Writes it; none where nothing waits for its mailbox any more, and nothing can be withdrawn.
///
/// # Errors
/// A fault of the database.
pub fn write(
    conn: &mut Conn,
    managed: &EndorsementMailWriter,
    message: &OutboxMessage,
) -> Result<Option<Mail>> {
    let id = message.subject.cast();
    let is_there =
        |found: &Endorsement| found.state == EndorsementState::Typed || found.state.may_withdraw();
    let found = store::find(conn, id)?.filter(is_there);
    let Some(found) = found else {
        return Ok(None);
    };
    let shown = managed
        .petition_cache
        .by_id(found.petition)
        .filter(|shown| !(found.state == EndorsementState::Typed && shown.is_removed()));
    let (Some(shown), Some(contact)) = (shown, found.contact) else {
        return Ok(None);
    };
    let (site, words) = (&managed.site, shown.words(&managed.site, found.lang));
    let w = &*words;
    let about = About::of(&shown, w.lang());
    let is_discreet = shown.petition.settings.discreet;
    let link = format!("{}{}", site.base_url, own(&managed.links.token(id)));
    let until = found.created_at.plus(WAITS_FOR);
    // What reads like an address of a page stays out of a mail that a stranger can have sent to anybody.
    let named = PersonName::parse(&found.name).is_ok();
    let mail = EndorseMail {
        w,
        sender: Sender {
            organization: &shown.organization.name,
            contact: &shown.organization.contact_email,
        },
        title: about.title,
        eyebrow: about.eyebrow(w),
        name: &contact.name,
        organization: Some(found.name.as_str()).filter(|_| named),
        link: &link,
        match_word: w.match_word(managed.links.word(id).index()),
        is_confirmed: found.state != EndorsementState::Typed,
        until: &w.date(until, &shown.petition.time_zone),
        days: 7,
        is_discreet,
    };
    let whole = mail
        .render()
        .ok()
        .zip(MailAddress::of_stored(&contact.email));
    let name = match is_discreet {
        true => w.say("mail-sender-discreet"),
        false => shown.organization.name.as_str(),
    };
    Ok(whole.map(|(rendered, to)| {
        let date = site.clock.now();
        rendered.mail(Class::Confirm, (name, &managed.from), to, date)
    }))
}
