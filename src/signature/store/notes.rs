//! What organizers write down about signatures, in the database.

use crate::account::model::Organizer;
use crate::base::{Id, Time};
use crate::both;
use crate::db::schema::signature_notes as n;
use crate::db::{Conn, Result, Tx};
use crate::signature::model::{Signature, SignatureNote};
use diesel::prelude::*;

/// Most notes of one signature.
pub const MOST: usize = 50;

/// Those of a signature, the first first.
///
/// # Errors
/// A fault of the database.
pub fn of(conn: &mut Conn, signature: Id<Signature>) -> Result<Vec<SignatureNote>> {
    type Row = (Id<SignatureNote>, String, Option<Id<Organizer>>, Time);
    let rows: Vec<Row> = n::table
        .filter(n::signature_id.eq(signature))
        .order(n::id)
        .select((n::id, n::words, n::organizer_id, n::written_at))
        .load(conn)?;
    let note = |(id, words, by, written_at): Row| SignatureNote {
        id,
        words,
        by,
        written_at,
    };
    Ok(rows.into_iter().map(note).collect())
}

/// Writes one down.
///
/// # Errors
/// A fault of the database.
pub(crate) fn add(tx: &mut Tx<'_>, signature: Id<Signature>, note: &SignatureNote) -> Result<()> {
    diesel::insert_into(n::table)
        .values((
            n::id.eq(note.id),
            n::signature_id.eq(signature),
            n::words.eq(&note.words),
            n::organizer_id.eq(note.by),
            n::written_at.eq(note.written_at),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Deletes one of a signature; nothing happens where there is none.
///
/// # Errors
/// A fault of the database.
pub(crate) fn delete(
    tx: &mut Tx<'_>,
    signature: Id<Signature>,
    id: Id<SignatureNote>,
) -> Result<()> {
    let one = n::table.find(id).filter(n::signature_id.eq(signature));
    diesel::delete(one).execute(&mut **tx)?;
    Ok(())
}

/// Deletes all of these signatures.
///
/// # Errors
/// A fault of the database.
pub(crate) fn forget(tx: &mut Tx<'_>, ids: &[Id<Signature>]) -> Result<()> {
    let theirs = n::table.filter(n::signature_id.eq_any(ids));
    both!(tx, |c| diesel::delete(theirs).execute(c))?;
    Ok(())
}
