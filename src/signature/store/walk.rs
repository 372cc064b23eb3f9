//! Walks over the counted signatures of a petition, in the order of their keys: for lists that are read page by page by number.

use crate::base::{Id, Time};
use crate::db::schema::{signature_details as d, signatures as g};
use crate::db::{Conn, Result};
use crate::petition::Petition;
use crate::signature::model::{Signature, SignatureState};
use diesel::prelude::*;

/// The keys of the counted ones behind `after`, at most `most`: the index of states holds them, and no row is read.
///
/// # Errors
/// A fault of the database.
pub fn keys(
    conn: &mut Conn,
    petition: Id<Petition>,
    after: Option<Id<Signature>>,
    most: i64,
) -> Result<Vec<Id<Signature>>> {
    let mut counted = g::table
        .filter(g::petition_id.eq(petition))
        .filter(g::state.eq(SignatureState::Counted.number()))
        .order(g::id)
        .limit(most)
        .select(g::id)
        .into_boxed();
    if let Some(after) = after {
        counted = counted.filter(g::id.gt(after));
    }
    Ok(counted.load(conn)?)
}

/// The same of those whose details are kept.
///
/// # Errors
/// A fault of the database.
pub fn keys_of_people(
    conn: &mut Conn,
    petition: Id<Petition>,
    after: Option<Id<Signature>>,
    most: i64,
) -> Result<Vec<Id<Signature>>> {
    let mut counted = g::table
        .inner_join(d::table.on(d::signature_id.eq(g::id)))
        .filter(g::petition_id.eq(petition))
        .filter(g::state.eq(SignatureState::Counted.number()))
        .order(g::id)
        .limit(most)
        .select(g::id)
        .into_boxed();
    if let Some(after) = after {
        counted = counted.filter(g::id.gt(after));
    }
    Ok(counted.load(conn)?)
}

/// Key, time of the form, time of the last change.
pub type Dated = (Id<Signature>, Time, Time);

/// The same with their times.
///
/// # Errors
/// A fault of the database.
pub fn dated(
    conn: &mut Conn,
    petition: Id<Petition>,
    after: Option<Id<Signature>>,
    most: i64,
) -> Result<Vec<Dated>> {
    let mut counted = g::table
        .filter(g::petition_id.eq(petition))
        .filter(g::state.eq(SignatureState::Counted.number()))
        .order(g::id)
        .limit(most)
        .select((g::id, g::signed_at, g::changed_at))
        .into_boxed();
    if let Some(after) = after {
        counted = counted.filter(g::id.gt(after));
    }
    Ok(counted.load(conn)?)
}
