//! By which names programs know signatures, in the database.

use crate::account::model::Organization;
use crate::base::Id;
use crate::both;
use crate::db::schema::{petitions as p, signature_identifiers as i};
use crate::db::{Conn, Result, Tx};
use crate::petition::Petition;
use crate::signature::model::Signature;
use diesel::prelude::*;
use std::collections::HashMap;

/// Most of one signature.
pub const MOST: usize = 20;

/// Those of each of these signatures, in their order; of one without any there is no entry.
///
/// # Errors
/// A fault of the database.
pub fn of_all(
    conn: &mut Conn,
    ids: &[Id<Signature>],
) -> Result<HashMap<Id<Signature>, Vec<String>>> {
    let rows: Vec<(Id<Signature>, String)> = both!(conn, |c| i::table
        .filter(i::signature_id.eq_any(ids))
        .order((i::signature_id, i::folded))
        .select((i::signature_id, i::identifier))
        .load(c))?;
    let mut all: HashMap<_, Vec<String>> = HashMap::new();
    for (id, identifier) in rows {
        all.entry(id).or_default().push(identifier);
    }
    Ok(all)
}

/// Those of one, in their order.
///
/// # Errors
/// A fault of the database.
pub fn of(conn: &mut Conn, id: Id<Signature>) -> Result<Vec<String>> {
    Ok(of_all(conn, &[id])?.remove(&id).unwrap_or_default())
}

/// Which signatures of an organization have these names, compared without case.
///
/// # Errors
/// A fault of the database.
pub fn find_all(
    conn: &mut Conn,
    organization: Id<Organization>,
    identifiers: &[String],
) -> Result<HashMap<String, Id<Signature>>> {
    let folded: Vec<String> = identifiers.iter().map(|one| fold(one)).collect();
    let rows: Vec<(String, Id<Signature>)> = both!(conn, |c| i::table
        .filter(i::organization_id.eq(organization))
        .filter(i::folded.eq_any(&folded))
        .select((i::folded, i::signature_id))
        .load(c))?;
    Ok(rows.into_iter().collect())
}

/// Gives a signature these names. A name is of one signature of an organization: of that which was given it last. What would be one
/// name too many of a signature is passed over.
///
/// # Errors
/// A fault of the database.
pub fn put(
    tx: &mut Tx<'_>,
    petition: Id<Petition>,
    id: Id<Signature>,
    identifiers: &[String],
) -> Result<()> {
    let organization: Id<Organization> = p::table
        .find(petition)
        .select(p::organization_id)
        .first(&mut **tx)?;
    let there = of(tx, id)?.len();
    for identifier in identifiers.iter().take(MOST.saturating_sub(there)) {
        let folded = fold(identifier);
        diesel::delete(i::table.find((organization, &folded))).execute(&mut **tx)?;
        diesel::insert_into(i::table)
            .values((
                i::organization_id.eq(organization),
                i::folded.eq(&folded),
                i::identifier.eq(identifier),
                i::signature_id.eq(id),
            ))
            .execute(&mut **tx)?;
    }
    Ok(())
}

/// Forgets those of these signatures.
///
/// # Errors
/// A fault of the database.
pub(crate) fn forget(tx: &mut Tx<'_>, ids: &[Id<Signature>]) -> Result<()> {
    let theirs = i::table.filter(i::signature_id.eq_any(ids));
    both!(tx, |c| diesel::delete(theirs).execute(c))?;
    Ok(())
}

fn fold(identifier: &str) -> String {
    identifier.to_lowercase()
}
