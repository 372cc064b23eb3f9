//! The link in the mail: the organization's own page, now and later.

use super::model::Endorsement;
use crate::base::{Email, Id, IdCipher, Key, MatchWord, Secrets, Token};
use crate::web::Source;

/// Makes and opens links.
#[derive(Clone)]
pub struct Links {
    own: IdCipher,
    mailboxes: Key,
    word: Key,
    hosts: Key,
}

impl Links {
    /// Of this installation's secrets.
    #[must_use]
    pub fn new(secrets: &Secrets) -> Self {
        Self {
            own: IdCipher::new(&secrets.key("organization link")),
            mailboxes: secrets.key("mailbox"),
            word: secrets.key("organization word"),
            hosts: secrets.key("hosts that sign for organizations"),
        }
    }

    /// The token in the mail: `/o/{token}`.
    #[must_use]
    pub fn token(&self, id: Id<Endorsement>) -> Token {
        self.own.close(id)
    }

    /// Whose token it is; some id that does not exist if it is nobody's.
    #[must_use]
    pub fn open(&self, token: &Token) -> Id<Endorsement> {
        self.own.open(token)
    }

    /// The match word in the mail.
    #[must_use]
    pub fn word(&self, id: Id<Endorsement>) -> MatchWord {
        MatchWord::derive(&self.word, "confirm", id.as_bytes())
    }

    /// The mark of a host at one row: whether the host that opens its link has sent its form.
    #[must_use]
    pub fn host(&self, id: Id<Endorsement>, source: Source) -> [u8; 32] {
        source.mark(&self.hosts.within(&[id.as_bytes()]))
    }

    /// What is stored of a mailbox for the mail budget and suppressions; the same as that of signers.
    #[must_use]
    pub fn mailbox(&self, email: &Email) -> [u8; 32] {
        self.mailboxes.mac(&[email.k2().as_bytes()])
    }
}
