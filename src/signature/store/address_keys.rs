//! Addresses beside the keys that recognise them, for when the keys are made anew.

use crate::base::Id;
use crate::db::schema::{pending_signatures as p, signature_details as d, signatures as g};
use crate::db::{Conn, Result, Tx};
use crate::petition::Petition;
use crate::signature::model::{AddressKeys, Signature};
use diesel::prelude::*;

const PAGE: i64 = 1_000;

/// A stored address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredAddress {
    /// Of which signature, or which that waits.
    pub id: Id<Signature>,
    /// Under which petition.
    pub petition: Id<Petition>,
    /// As it was written.
    pub email: String,
}

impl From<(Id<Signature>, Id<Petition>, String)> for StoredAddress {
    fn from((id, petition, email): (Id<Signature>, Id<Petition>, String)) -> Self {
        Self {
            id,
            petition,
            email,
        }
    }
}

/// The next signatures behind this one that have details.
///
/// # Errors
/// A fault of the database.
pub fn signed(conn: &mut Conn, last: Id<Signature>) -> Result<Vec<StoredAddress>> {
    let rows = d::table
        .inner_join(g::table.on(g::id.eq(d::signature_id)))
        .filter(d::signature_id.gt(last))
        .order(d::signature_id)
        .limit(PAGE)
        .select((d::signature_id, g::petition_id, d::email))
        .load::<(Id<Signature>, Id<Petition>, String)>(conn)?;
    Ok(rows.into_iter().map(StoredAddress::from).collect())
}

/// The next forms behind this one that wait.
///
/// # Errors
/// A fault of the database.
pub fn waiting(conn: &mut Conn, last: Id<Signature>) -> Result<Vec<StoredAddress>> {
    let rows = p::table
        .filter(p::id.gt(last))
        .order(p::id)
        .limit(PAGE)
        .select((p::id, p::petition_id, p::email))
        .load::<(Id<Signature>, Id<Petition>, String)>(conn)?;
    Ok(rows.into_iter().map(StoredAddress::from).collect())
}

/// Gives a signature these keys. Nothing where another signature of the petition has them: an address that two spellings lead to
/// by today's rules keeps the first. Returns how many got theirs.
///
/// # Errors
/// A fault of the database.
pub(crate) fn give_signature(
    tx: &mut Tx<'_>,
    one: &StoredAddress,
    keys: &AddressKeys,
) -> Result<i64> {
    let taken: i64 = g::table
        .filter(g::petition_id.eq(one.petition))
        .filter(g::email_k2.eq(keys.k2.as_slice()))
        .filter(g::email_k1.eq(keys.k1.as_slice()))
        .filter(g::id.ne(one.id))
        .count()
        .get_result(&mut **tx)?;
    if taken > 0 {
        return Ok(0);
    }
    let given = diesel::update(g::table.find(one.id))
        .set((
            g::email_k1.eq(keys.k1.as_slice()),
            g::email_k2.eq(keys.k2.as_slice()),
        ))
        .execute(&mut **tx)?;
    Ok(i64::try_from(given).unwrap_or(0))
}

/// Gives a form that waits these keys. Returns how many got theirs.
///
/// # Errors
/// A fault of the database.
pub(crate) fn give_waiting(tx: &mut Tx<'_>, id: Id<Signature>, keys: &AddressKeys) -> Result<i64> {
    let given = diesel::update(p::table.find(id))
        .set((
            p::email_k1.eq(keys.k1.as_slice()),
            p::email_k2.eq(keys.k2.as_slice()),
            p::address_key.eq(keys.mailbox.as_slice()),
        ))
        .execute(&mut **tx)?;
    Ok(i64::try_from(given).unwrap_or(0))
}

/// How many signatures were recognised by their address so far: all but those whose keys were taken out on purpose, where the
/// same random one stands in both places.
///
/// # Errors
/// A fault of the database.
pub(crate) fn recognisable(conn: &mut Conn) -> Result<i64> {
    Ok(g::table
        .filter(g::email_k1.ne(g::email_k2))
        .count()
        .get_result(conn)?)
}

/// Whether a signature has this key.
///
/// # Errors
/// A fault of the database.
pub fn has_key(conn: &mut Conn, id: Id<Signature>, k1: &[u8]) -> Result<bool> {
    let rows: i64 = g::table
        .filter(g::id.eq(id))
        .filter(g::email_k1.eq(k1))
        .count()
        .get_result(conn)?;
    Ok(rows == 1)
}
