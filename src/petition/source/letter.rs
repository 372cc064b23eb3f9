//! The letter by which a partner comes in: queued with the id of its link, written when it is sent.

use super::contact_store::{self, PartnerContact, PartnerLink};
use crate::base::{Email, Id, IdCipher, Secrets, Time, Token};
use crate::db::{Result, Tx};
use crate::mail::model::{Kind, NewMessage, Urgency};

/// At most one letter to one partner in so many seconds, of those that anybody can ask for.
const ONE_LETTER_IN: i64 = 300;

/// Makes and opens the tokens of partners' links.
#[derive(Clone)]
pub struct PartnerTokens(IdCipher);

impl PartnerTokens {
    /// Of this installation's secrets.
    #[must_use]
    pub fn new(secrets: &Secrets) -> Self {
        Self(IdCipher::new(&secrets.key("partner link")))
    }

    /// The token in the letter: `/partner/{token}`.
    #[must_use]
    pub fn token(&self, id: Id<PartnerLink>) -> Token {
        self.0.close(id)
    }

    /// Whose token it is; some id that does not exist if it is nobody's.
    #[must_use]
    pub fn open(&self, token: &Token) -> Id<PartnerLink> {
        self.0.open(token)
    }
}

/// Makes a link, and queues the letter with it, for whoever has just named the mailbox.
///
/// # Errors
/// A fault of the database.
pub fn send(tx: &mut Tx<'_>, secrets: &Secrets, to: &PartnerContact, now: Time) -> Result<()> {
    queue(tx, secrets, to, None, now)
}

/// The same for anybody who types the mailbox: at most one letter in five minutes.
///
/// # Errors
/// A fault of the database.
pub fn send_again(
    tx: &mut Tx<'_>,
    secrets: &Secrets,
    to: &PartnerContact,
    now: Time,
) -> Result<()> {
    let window = now.seconds().div_euclid(ONE_LETTER_IN);
    let once_key = format!("partner:{}:{}:{window}", to.source, to.email);
    queue(tx, secrets, to, Some(once_key), now)
}

fn queue(
    tx: &mut Tx<'_>,
    secrets: &Secrets,
    to: &PartnerContact,
    once_key: Option<String>,
    now: Time,
) -> Result<()> {
    let Some(mailbox) = Email::stored(&to.email) else {
        return Ok(());
    };
    let link = contact_store::add_link(tx, to.source, now)?;
    let letter = NewMessage {
        kind: Kind::Partner,
        petition: None,
        subject: link.cast(),
        lang: to.lang,
        recipient: Some(to.email.clone()),
        arguments: None,
        mailbox: secrets.key("mailbox").mac(&[mailbox.k2().as_bytes()]),
        once_key,
        due_at: now,
        urgency: Urgency::Usual,
    };
    crate::mail::queue(tx, &letter, now)
}
