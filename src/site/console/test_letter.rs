//! The message by which the operator sees that mail arrives: through the same outbox and the same relay as every other.

use crate::account::Actor;
use crate::account::model::Organizer;
use crate::base::time::minutes;
use crate::base::{Clock, Email, Id, Key, Time};
use crate::db::{Conn, Db, Result, Tx};
use crate::mail::mails::{Sender, TestMail};
use crate::mail::model::{Kind, NewMessage, OutboxMessage, Urgency};
use crate::mail::store::{self, LetterState};
use crate::mail::{Class, Mail, MailAddress, Trouble};
use crate::web::{Buckets, Error, Site, urls};
use crate::words::Words;
use std::sync::Arc;

/// A test message. Its key stands in the address of the page that tells what became of it.
#[derive(Debug)]
pub enum TestLetter {}

/// By which it is found again, by whoever asked for it alone.
fn once_key(asker: Id<Organizer>, id: Id<TestLetter>) -> String {
    format!("test {asker} {id}")
}

/// Seconds until one may surely ask for another.
const WAIT: u32 = 120;

/// How often one operator may have a test message sent: five in ten minutes.
#[derive(Clone)]
pub struct TestLetters(Arc<Buckets<Id<Organizer>>>);

impl TestLetters {
    /// Nobody has asked for one yet.
    #[must_use]
    pub fn new(clock: &Clock) -> Self {
        Self(Arc::new(Buckets::new(clock, 5, minutes(10))))
    }
}

/// Queues one for whoever asks, to their own address. Its link leads `back`.
///
/// # Errors
/// 429 after five in ten minutes; a fault of the database.
pub(super) async fn ask(
    site: &Site,
    db: &Db,
    limit: &TestLetters,
    asker: Actor,
    back: String,
) -> std::result::Result<Id<TestLetter>, Error> {
    if !limit.0.admits(&asker.id) {
        return Err(Error::too_many(WAIT).saying("operator-test-many"));
    }
    let now = site.clock.now();
    let (id, key) = (Id::new(now), site.secrets.key("mailbox"));
    let queued = db.write(move |tx| queue(tx, &key, &asker, (id, &back), now));
    queued.await?;
    Ok(id)
}

/// Queues it, to the operator's own address.
fn queue(
    tx: &mut Tx<'_>,
    key: &Key,
    actor: &Actor,
    (id, back): (Id<TestLetter>, &str),
    now: Time,
) -> Result<()> {
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
        arguments: Some(back.to_owned()),
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

/// The same straight to the relay, while an installation is set up; `of` is the site's address.
pub(crate) fn of_init(
    words: &Words,
    of: &str,
    (from, to): (&MailAddress, &Email),
    now: Time,
) -> Option<Mail> {
    let to = MailAddress::of_stored(to.deliver())?;
    let sender = words.say("site-name");
    let rendered = TestMail {
        w: words,
        sender: Sender {
            organization: of,
            contact: "",
        },
        on: words.date_time(now, "UTC"),
        link: None,
    };
    let mut mail = rendered
        .render()
        .ok()?
        .mail(Class::Notice, (sender, from), to, now);
    let (_, host) = from.as_str().rsplit_once('@')?;
    mail.message_id = format!("{}@{host}", Id::<TestLetter>::new(now));
    Some(mail)
}

/// Why a letter did not go, in a sentence with what to do, from what is kept of the try.
pub(crate) fn why_not(words: &Words, outcome: &str) -> String {
    words.say1("operator-trouble", "trouble", Trouble::of(outcome).as_str())
}

/// The mail that was queued.
pub(crate) fn write(site: &Site, from: &MailAddress, message: &OutboxMessage) -> Option<Mail> {
    let to = MailAddress::of_stored(message.recipient.as_deref()?)?;
    let words = site.words(message.lang);
    let sender = words.say("site-name");
    let back = message.arguments.clone();
    let back = back.unwrap_or_else(urls::operator_mail);
    let rendered = TestMail {
        w: &words,
        sender: Sender {
            organization: sender,
            contact: "",
        },
        on: words.date_time(message.created_at, "UTC"),
        link: Some(&format!("{}{back}", site.base_url)),
    }
    .render()
    .ok()?;
    let date = site.clock.now();
    Some(rendered.mail(Class::Notice, (sender, from), to, date))
}
