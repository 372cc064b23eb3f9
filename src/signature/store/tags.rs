//! The tags of signatures in the database.

use crate::base::Id;
use crate::both;
use crate::db::schema::signature_tags as t;
use crate::db::{Conn, Result, Tx};
use crate::petition::Petition;
use crate::signature::model::Signature;
use diesel::prelude::*;
use std::collections::HashMap;

/// Rows that are read to count how often each tag is there.
const READ: i64 = 10_000;

/// The tags of each of these signatures, in their order; of one without any there is no entry.
///
/// # Errors
/// A fault of the database.
pub(crate) fn of_all(
    conn: &mut Conn,
    ids: &[Id<Signature>],
) -> Result<HashMap<Id<Signature>, Vec<String>>> {
    let rows: Vec<(Id<Signature>, String)> = both!(conn, |c| t::table
        .filter(t::signature_id.eq_any(ids))
        .order((t::signature_id, t::tag))
        .select((t::signature_id, t::tag))
        .load(c))?;
    let mut all: HashMap<_, Vec<String>> = HashMap::new();
    for (id, tag) in rows {
        all.entry(id).or_default().push(tag);
    }
    Ok(all)
}

/// The tags of one, in their order.
///
/// # Errors
/// A fault of the database.
pub fn of(conn: &mut Conn, id: Id<Signature>) -> Result<Vec<String>> {
    Ok(t::table
        .filter(t::signature_id.eq(id))
        .order(t::tag)
        .select(t::tag)
        .load(conn)?)
}

/// The tags of a petition, and on how many signatures each is; beyond the first ten thousand none is counted.
///
/// # Errors
/// A fault of the database.
pub fn of_petition(conn: &mut Conn, petition: Id<Petition>) -> Result<Vec<(String, i64)>> {
    let tags: Vec<String> = t::table
        .filter(t::petition_id.eq(petition))
        .order((t::tag, t::signature_id))
        .limit(READ)
        .select(t::tag)
        .load(conn)?;
    let of_one = tags.chunk_by(|one, next| one == next);
    let counted = of_one.filter_map(|all| {
        let n = i64::try_from(all.len()).unwrap_or(i64::MAX);
        Some((all.first()?.clone(), n))
    });
    Ok(counted.collect())
}

/// The words of a petition's tags, in their order: a seek for each.
///
/// # Errors
/// A fault of the database.
pub fn names(conn: &mut Conn, petition: Id<Petition>) -> Result<Vec<String>> {
    let mut all: Vec<String> = Vec::new();
    loop {
        let next: Option<String> = t::table
            .filter(t::petition_id.eq(petition))
            .filter(t::tag.gt(all.last().cloned().unwrap_or_default()))
            .order(t::tag)
            .select(t::tag)
            .first(conn)
            .optional()?;
        match next {
            Some(tag) => all.push(tag),
            None => return Ok(all),
        }
    }
}

/// How many signatures of a petition have a tag.
///
/// # Errors
/// A fault of the database.
pub fn count(conn: &mut Conn, petition: Id<Petition>, tag: &str) -> Result<i64> {
    Ok(t::table
        .filter(t::petition_id.eq(petition))
        .filter(t::tag.eq(tag))
        .count()
        .get_result(conn)?)
}

/// Those that have a tag, in the order of their keys, behind so many.
///
/// # Errors
/// A fault of the database.
pub fn tagged(
    conn: &mut Conn,
    petition: Id<Petition>,
    tag: &str,
    (before, most): (i64, i64),
) -> Result<Vec<Id<Signature>>> {
    Ok(t::table
        .filter(t::petition_id.eq(petition))
        .filter(t::tag.eq(tag))
        .order(t::signature_id)
        .offset(before)
        .limit(most)
        .select(t::signature_id)
        .load(conn)?)
}

/// Puts a tag on these signatures of a petition; those that have it keep it.
///
/// # Errors
/// A fault of the database.
pub(crate) fn put(
    tx: &mut Tx<'_>,
    petition: Id<Petition>,
    ids: &[Id<Signature>],
    tag: &str,
) -> Result<()> {
    for id in ids {
        both!(tx, |c| diesel::insert_into(t::table)
            .values((
                t::petition_id.eq(petition),
                t::tag.eq(tag),
                t::signature_id.eq(id),
            ))
            .on_conflict_do_nothing()
            .execute(c))?;
    }
    Ok(())
}

/// Takes a tag off these signatures.
///
/// # Errors
/// A fault of the database.
pub(crate) fn take_off(
    tx: &mut Tx<'_>,
    petition: Id<Petition>,
    ids: &[Id<Signature>],
    tag: &str,
) -> Result<()> {
    let theirs = t::table
        .filter(t::petition_id.eq(petition))
        .filter(t::tag.eq(tag))
        .filter(t::signature_id.eq_any(ids));
    both!(tx, |c| diesel::delete(theirs).execute(c))?;
    Ok(())
}

/// Takes every tag off these signatures.
///
/// # Errors
/// A fault of the database.
pub(crate) fn forget(tx: &mut Tx<'_>, ids: &[Id<Signature>]) -> Result<()> {
    let theirs = t::table.filter(t::signature_id.eq_any(ids));
    both!(tx, |c| diesel::delete(theirs).execute(c))?;
    Ok(())
}
