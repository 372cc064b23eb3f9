//! Letters with a one-time link: promised with its id, written when they are sent.

use super::link::{Link, Purpose};
use super::model::Organizer;
use super::store::{link, person};
use crate::base::{Email, Id, Lang, Secrets, Strictness, Time};
use crate::db::{Conn, Result, Tx};
use crate::mail::model::{Kind, Outgoing, Subject};
use crate::web::urls;

/// Promises the letter that carries this link to its organizer. `once_key`: at most one letter of that key.
pub fn promise(
    tx: &mut Tx<'_>,
    secrets: &Secrets,
    link: &Link,
    to: &Organizer,
    once_key: Option<String>,
    now: Time,
) -> Result<()> {
    let kind = match link.purpose {
        Purpose::Reset => Kind::Reset,
        Purpose::SetUp | Purpose::Invitation => Kind::Invitation,
    };
    let letter = Outgoing {
        kind,
        petition: None,
        subject: Id::from_bytes(*link.id.as_bytes()),
        lang: to.lang,
        recipient: None,
        arguments: None,
        mailbox: mailbox(secrets, &to.email),
        once_key,
        due_at: now,
    };
    crate::mail::post(tx, &letter, now)
}

/// The keyed hash by which the mail budget knows a mailbox; the same as that of signatures.
fn mailbox(secrets: &Secrets, address: &str) -> [u8; 32] {
    let key = secrets.key("mailbox");
    match Email::parse(address, Strictness::Testing) {
        Ok(email) => key.mac(&[email.k2().as_bytes()]),
        Err(_) => key.mac(&[address.as_bytes()]),
    }
}

/// What stands in a letter with a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkLetter {
    /// Which letter.
    pub kind: Kind,
    /// Where to.
    pub to: String,
    /// Its language.
    pub lang: Lang,
    /// The path of the link; the token in it is made anew from the secret.
    pub path: String,
    /// The organization it leads into.
    pub organization: Option<String>,
    /// Where questions go.
    pub contact: Option<String>,
    /// When it ends.
    pub expires_at: Time,
}

/// The letter that was promised about this subject; none when the link was used or has ended meanwhile, so that nobody
/// gets a letter that no longer helps.
pub fn about(
    conn: &mut Conn,
    secrets: &Secrets,
    subject: Id<Subject>,
    now: Time,
) -> Result<Option<LinkLetter>> {
    let Some(link) = link::by_id(conn, Id::from_bytes(*subject.as_bytes()), now)? else {
        return Ok(None);
    };
    let Some(id) = link.organizer else {
        return Ok(None);
    };
    let Some(known) = person::find(conn, id)? else {
        return Ok(None);
    };
    let organization = match link.organization {
        Some(id) => person::organization(conn, id)?,
        None => None,
    };
    let token = link.token(secrets);
    let (kind, path) = match link.purpose {
        Purpose::Reset => (Kind::Reset, urls::reset(&token)),
        Purpose::SetUp | Purpose::Invitation => (Kind::Invitation, urls::setup(&token)),
    };
    Ok(Some(LinkLetter {
        kind,
        to: known.organizer.email,
        lang: known.organizer.lang,
        path,
        organization: organization.as_ref().map(|one| one.name.clone()),
        contact: organization.map(|one| one.contact_email),
        expires_at: link.expires_at,
    }))
}
