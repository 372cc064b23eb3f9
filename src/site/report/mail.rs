//! The mail that tells the operator of a report.

use super::model::PageReport;
use super::store;
use crate::base::{Email, Time};
use crate::db::{Conn, Result, Tx};
use crate::mail::mails::{ReportMail, Sender};
use crate::mail::model::{Kind, NewMessage, OutboxMessage, Urgency};
use crate::mail::{Class, Mail, MailAddress};
use crate::petition::PetitionCache;
use crate::web::{Site, urls};

/// Queues it, for whoever the settings name.
pub(super) fn queue(
    tx: &mut Tx<'_>,
    site: &Site,
    to: &Email,
    report: &PageReport,
    now: Time,
) -> Result<()> {
    let mail = NewMessage {
        kind: Kind::Report,
        // Not under the petition: its budget is its signers'.
        petition: None,
        subject: report.id.cast(),
        lang: report.lang,
        recipient: Some(to.deliver().to_owned()),
        arguments: None,
        mailbox: site.secrets.key("mailbox").mac(&[to.k2().as_bytes()]),
        once_key: None,
        due_at: now,
        urgency: Urgency::Usual,
    };
    crate::mail::queue(tx, &mail, now)
}

/// The mail that was queued; none when its report is gone.
///
/// # Errors
/// A fault of the database.
pub(crate) fn write(
    conn: &mut Conn,
    site: &Site,
    from: &MailAddress,
    petition_cache: &PetitionCache,
    message: &OutboxMessage,
) -> Result<Option<Mail>> {
    let Some(report) = store::find(conn, message.subject.cast())? else {
        return Ok(None);
    };
    let to = message.recipient.as_deref();
    let Some(to) = to.and_then(MailAddress::of_stored) else {
        return Ok(None);
    };
    let words = site.words(message.lang);
    let shown = report.petition.and_then(|id| petition_cache.by_id(id));
    let title = shown
        .as_ref()
        .filter(|shown| !shown.petition.settings.discreet)
        .and_then(|shown| shown.text(message.lang))
        .map_or(words.say("site-name"), |text| text.title.as_str());
    let path = match &shown {
        Some(shown) => urls::petition(Some(message.lang), &shown.petition.slug),
        None => urls::home(Some(message.lang)),
    };
    let rendered = ReportMail {
        w: &words,
        sender: Sender {
            organization: words.say("site-name"),
            contact: "",
        },
        title,
        complaint: report.complaint.as_str(),
        words: report.words.as_str(),
        email: report.email.as_ref().map(Email::deliver),
        link: &format!("{}{path}", site.base_url),
    }
    .render();
    let from = (words.say("site-name"), from);
    let date = site.clock.now();
    Ok(rendered
        .ok()
        .map(|rendered| rendered.mail(Class::Notice, from, to, date)))
}
