//! What proves a mailbox: the link in the mail, its code and its match word; and the ticket of the
//! page that says "check your email". All derived from the pending signature's id and a secret,
//! so that none of them is stored and a mail sent again says the same.

use super::model::{AddressKeys, Signature};
use crate::base::{Code, Email, Id, IdCipher, Key, LinkCode, MatchWord, Secrets, Token};
use crate::petition::Petition;
use crate::web::Source;

/// Makes and opens links.
#[derive(Clone)]
pub struct Links {
    confirm: IdCipher,
    check: IdCipher,
    own: IdCipher,
    code: Key,
    word: Key,
    addresses: Key,
    mailboxes: Key,
    shares: Key,
    hosts: Key,
}

impl Links {
    /// Of this installation's secrets.
    #[must_use]
    pub fn new(secrets: &Secrets) -> Self {
        Self {
            confirm: IdCipher::new(&secrets.key("signature link")),
            check: IdCipher::new(&secrets.key("check-mail ticket")),
            own: IdCipher::new(&secrets.key("own signature link")),
            code: secrets.key("signature code"),
            word: secrets.key("signature word"),
            addresses: secrets.key("address keys"),
            mailboxes: secrets.key("mailbox"),
            shares: secrets.key("share codes"),
            hosts: secrets.key("hosts that sign"),
        }
    }

    /// The token in the mail: `/c/{token}`.
    #[must_use]
    pub fn token(&self, id: Id<Signature>) -> Token {
        self.confirm.close(id)
    }

    /// Whose token it is; some id that does not exist if it is nobody's.
    #[must_use]
    pub fn open(&self, token: &Token) -> Id<Signature> {
        self.confirm.open(token)
    }

    /// The token of the signer's own page: `/m/{token}`.
    #[must_use]
    pub fn own(&self, id: Id<Signature>) -> Token {
        self.own.close(id)
    }

    /// Whose page it is; some id that does not exist if it is nobody's.
    #[must_use]
    pub(crate) fn open_own(&self, token: &Token) -> Id<Signature> {
        self.own.open(token)
    }

    /// The ticket of the page that the signing browser sees. It proves no mailbox.
    #[must_use]
    pub fn ticket(&self, id: Id<Signature>) -> Token {
        self.check.close(id)
    }

    /// Whose ticket it is.
    #[must_use]
    pub fn open_ticket(&self, ticket: &Token) -> Id<Signature> {
        self.check.open(ticket)
    }

    /// The eight characters in the mail.
    #[must_use]
    pub fn code(&self, id: Id<Signature>) -> Code {
        Code::derive(&self.code, "confirm", id.as_bytes())
    }

    /// The match word in the mail.
    #[must_use]
    pub fn word(&self, id: Id<Signature>) -> MatchWord {
        MatchWord::derive(&self.word, "confirm", id.as_bytes())
    }

    /// The mark of a host at one row: whether the host that opens its link has sent its form. Under a key of the row alone, so that
    /// marks of two rows cannot be compared.
    #[must_use]
    pub fn host(&self, id: Id<Signature>, source: Source) -> [u8; 32] {
        source.mark(&self.hosts.within(&[id.as_bytes()]))
    }

    /// What is stored of an address under a petition. Each petition has a pepper of its own, so
    /// that rows of two petitions cannot be matched without the secret.
    #[must_use]
    pub fn address_keys(&self, petition: Id<Petition>, email: &Email) -> AddressKeys {
        let pepper = self.addresses.within(&[petition.as_bytes()]);
        AddressKeys {
            k1: pepper.mac(&[b"k1\0", petition.as_bytes(), email.k1().as_bytes()]),
            k2: pepper.mac(&[b"k2\0", petition.as_bytes(), email.k2().as_bytes()]),
            mailbox: self.mailbox(email),
        }
    }

    /// A new code for the link that a signer of this petition passes on.
    #[must_use]
    pub fn share_code(&self, petition: Id<Petition>) -> LinkCode {
        LinkCode::draw(&self.shares.within(&[petition.as_bytes()]))
    }

    /// Whether a code was drawn for a signer of this petition; nothing is looked up for that.
    #[must_use]
    pub(crate) fn is_share_code(&self, petition: Id<Petition>, code: &LinkCode) -> bool {
        code.is_of(&self.shares.within(&[petition.as_bytes()]))
    }

    /// What is stored of a mailbox for the mail budget and suppressions, under no petition.
    #[must_use]
    pub fn mailbox(&self, email: &Email) -> [u8; 32] {
        self.mailboxes.mac(&[email.k2().as_bytes()])
    }
}
