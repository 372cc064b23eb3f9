//! Endings of pending signatures that did not become signatures of their own, kept for as long as their links may be opened.

use crate::base::{Id, Time};
use crate::db::schema::settled_pendings as s;
use crate::db::{Conn, Result, Tx};
use crate::petition::Petition;
use crate::signature::model::Signature;
use diesel::prelude::*;

/// How a pending signature ended that did not become a signature of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// The mailbox had signed already, with this signature.
    AlreadySigned(Id<Signature>),
    /// "This was not me."
    NotMe,
}

/// Notes how a pending signature ended, so that its link goes on answering.
pub(crate) fn note(
    tx: &mut Tx<'_>,
    id: Id<Signature>,
    petition: Id<Petition>,
    ending: Ending,
    now: Time,
) -> Result<()> {
    let (number, signature) = match ending {
        Ending::AlreadySigned(signature) => (0_i16, Some(signature)),
        Ending::NotMe => (1, None),
    };
    let row = (
        s::id.eq(id),
        s::petition_id.eq(petition),
        s::ending.eq(number),
        s::signature_id.eq(signature),
        s::settled_at.eq(now),
    );
    crate::both!(tx, |c| diesel::insert_into(s::table)
        .values(row)
        .on_conflict_do_nothing()
        .execute(c))?;
    Ok(())
}

/// How this pending signature ended, and for which petition, if it did not become a signature.
pub fn find(conn: &mut Conn, id: Id<Signature>) -> Result<Option<(Id<Petition>, Ending)>> {
    let row = s::table
        .find(id)
        .select((s::petition_id, s::ending, s::signature_id))
        .first::<(Id<Petition>, i16, Option<Id<Signature>>)>(conn)
        .optional()?;
    Ok(
        row.map(|(petition, number, signature)| match (number, signature) {
            (0, Some(signature)) => (petition, Ending::AlreadySigned(signature)),
            _ => (petition, Ending::NotMe),
        }),
    )
}

/// The forms that ended because this signature was there already.
pub(crate) fn of_signature(
    conn: &mut Conn,
    signature: Id<Signature>,
) -> Result<Vec<Id<Signature>>> {
    Ok(s::table
        .filter(s::signature_id.eq(signature))
        .select(s::id)
        .load(conn)?)
}

/// Forgets endings older than `before`.
pub fn expire(tx: &mut Tx<'_>, before: Time) -> Result<usize> {
    Ok(diesel::delete(s::table.filter(s::settled_at.lt(before))).execute(&mut **tx)?)
}
