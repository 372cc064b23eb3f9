//! The message by which the operator sees that mail arrives: through the same outbox and the same relay as every other.

use crate::account::Actor;
use crate::account::model::Organizer;
use crate::base::{Email, Id, Time};
use crate::db::{Conn, Result, Tx};
use crate::mail::mails::{Sender, TestMail};
use crate::mail::model::{Kind, NewMessage, OutboxMessage, Urgency};
use crate::mail::store::{self, LetterState};
use crate::mail::{Class, Mail, MailAddress};
use crate::web::{Site, urls};

/// A test message. Its key stands in the address of the page that tells what became of it.
#[derive(Debug)]
pub enum TestLetter {}

/// By which it is found again, by whoever asked for it alone.
fn once_key(asker: Id<Organizer>, id: Id<TestLetter>) -> String {
    format!("test {asker} {id}")
}

/// Queues it, to the operator's own address.
pub(super) fn queue(
    tx: &mut Tx<'_>,
    site: &Site,
    actor: &Actor,
    id: Id<TestLetter>,
    now: Time,
) -> Result<()> {
    let key = site.secrets.key("mailbox");
    let mailbox = match Email::stored(&actor.email) {
        Some(email) => key.mac(&[email.k2().as_bytes()]),
        None => key.mac(&[actor.email.as_bytes()]),
    };
    let mail = NewMessage {
        kind: Kind::Test,
        petition: None,
        subject: actor.id.cast(),
        lang: actor.lang,
        recipient: Some(actor.email.clone()),
        arguments: None,
        mailbox,
        once_key: Some(once_key(actor.id, id)),
        due_at: now,
        urgency: Urgency::Usual,
    };
    crate::mail::queue(tx, &mail, now)
}

/// What became of one that this operator asked for.
pub(super) fn state(
    conn: &mut Conn,
    asker: Id<Organizer>,
    id: Id<TestLetter>,
) -> Result<Option<LetterState>> {
    store::of_once_key(conn, &once_key(asker, id))
}

/// The mail that was queued.
pub(crate) fn write(site: &Site, from: &MailAddress, message: &OutboxMessage) -> Option<Mail> {
    let to = MailAddress::of_stored(message.recipient.as_deref()?)?;
    let words = site.words(message.lang);
    let sender = words.say("site-name");
    let rendered = TestMail {
        w: &words,
        sender: Sender {
            organization: sender,
            contact: "",
        },
        on: words.date_time(message.created_at, "UTC"),
        link: &format!("{}{}", site.base_url, urls::operator_mail()),
    }
    .render()
    .ok()?;
    let date = site.clock.now();
    Some(rendered.mail(Class::Notice, (sender, from), to, date))
}
