//! `undersigned organizer add --operator`: whoever has the machine names who sees the operator's pages, and takes it back.

use crate::account::link::{Link, Purpose};
use crate::account::store::{link, person};
use crate::base::{Email, Lang, PersonName, Secrets, Time, Token};
use crate::db::{Error, Result, Tx};

/// Makes somebody an operator; an organizer first, if there is none of that address. Who has no passphrase yet gets a link, good for
/// 72 hours, whose address is `urls::setup` of the token. No mail goes: whoever has the machine passes it on.
///
/// # Errors
/// A fault of the database.
pub fn add(
    tx: &mut Tx<'_>,
    secrets: &Secrets,
    email: &Email,
    name: &PersonName,
    now: Time,
) -> Result<Option<Token>> {
    let (id, has_account) = match person::insert(tx, email, name.as_str(), Lang::EN, now)? {
        Some(fresh) => (fresh.id, false),
        None => {
            let known = person::by_address(tx, email)?.ok_or(Error::Refused("no row"))?;
            (known.organizer.id, known.hash.is_some())
        }
    };
    person::make_operator(tx, id, now)?;
    if has_account {
        return Ok(None);
    }
    let link = Link {
        organizer: Some(id),
        ..Link::new(Purpose::Invitation, now)
    };
    link::insert(tx, &link, secrets).map(Some)
}

/// Takes it from whoever has this address; it holds at their next request. Whether they were one.
///
/// # Errors
/// A fault of the database.
pub fn drop_of(tx: &mut Tx<'_>, email: &Email) -> Result<bool> {
    match person::by_address(tx, email)? {
        Some(known) => person::unmake_operator(tx, known.organizer.id),
        None => Ok(false),
    }
}
