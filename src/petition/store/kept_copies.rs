//! What is typed into pages of the editor and not saved, in the database: a row an open page.

use super::petition_versions::{PageFields, written};
use crate::account::model::Organizer;
use crate::base::time::days;
use crate::base::{Id, Time};
use crate::db::schema::kept_copies as k;
use crate::db::statements::types::JsonText;
use crate::db::{Conn, Error, Result, Tx};
use crate::petition::model::Petition;
use diesel::prelude::*;
use std::time::Duration;

/// How long one is kept after it was last written into.
pub const KEPT_FOR: Duration = days(30);
/// Copies that one organizer has of one petition; the oldest go.
const MOST: i64 = 12;

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptCopy {
    /// Made up when the page was shown.
    pub id: Id<Self>,
    /// The page: a word of `EditPart`.
    pub part: String,
    /// Who typed it.
    pub by: Id<Organizer>,
    /// The revision that the page showed.
    pub revision: i64,
    /// What was typed.
    pub fields: PageFields,
    /// When it was last written into.
    pub kept_at: Time,
}

type Row = (Id<KeptCopy>, String, Id<Organizer>, i64, JsonText, Time);

fn read((id, part, by, revision, json, kept_at): Row) -> Result<KeptCopy> {
    Ok(KeptCopy {
        id,
        part,
        by,
        revision,
        fields: serde_json::from_str(&json.0).map_err(|_| Error::Refused("a kept copy"))?,
        kept_at,
    })
}

/// All copies of a petition, the newest first.
///
/// # Errors
/// A fault of the database.
pub fn of(conn: &mut Conn, petition: Id<Petition>) -> Result<Vec<KeptCopy>> {
    let rows = k::table
        .filter(k::petition_id.eq(petition))
        .order((k::kept_at.desc(), k::id))
        .select((
            k::id,
            k::part,
            k::organizer_id,
            k::revision,
            k::fields,
            k::kept_at,
        ))
        .load::<Row>(conn)?;
    rows.into_iter().map(read).collect()
}

/// Keeps a copy, new or not. False, and nothing is written, where another page of somebody has this key.
///
/// # Errors
/// A fault of the database.
pub fn keep(tx: &mut Tx<'_>, petition: Id<Petition>, copy: &KeptCopy) -> Result<bool> {
    let mine = k::table
        .find(copy.id)
        .filter(k::petition_id.eq(petition))
        .filter(k::part.eq(&copy.part))
        .filter(k::organizer_id.eq(copy.by));
    let changes = (
        k::revision.eq(copy.revision),
        k::fields.eq(written(&copy.fields)?),
        k::kept_at.eq(copy.kept_at),
    );
    if diesel::update(mine)
        .set(changes.clone())
        .execute(&mut **tx)?
        == 1
    {
        return Ok(true);
    }
    let there: Option<Id<KeptCopy>> = k::table
        .find(copy.id)
        .select(k::id)
        .first(&mut **tx)
        .optional()?;
    if there.is_some() {
        return Ok(false);
    }
    diesel::insert_into(k::table)
        .values((
            k::id.eq(copy.id),
            k::petition_id.eq(petition),
            k::part.eq(&copy.part),
            k::organizer_id.eq(copy.by),
            changes,
        ))
        .execute(&mut **tx)?;
    let of_one = k::table
        .filter(k::petition_id.eq(petition))
        .filter(k::organizer_id.eq(copy.by));
    let oldest: Vec<Id<KeptCopy>> = of_one
        .order((k::kept_at.desc(), k::id))
        .offset(MOST)
        .select(k::id)
        .load(&mut **tx)?;
    for id in oldest {
        diesel::delete(k::table.find(id)).execute(&mut **tx)?;
    }
    Ok(true)
}

/// Throws a copy of a petition away, for whoever typed it. Nothing happens where there is none of theirs.
///
/// # Errors
/// A fault of the database.
pub fn discard(
    tx: &mut Tx<'_>,
    petition: Id<Petition>,
    id: Id<KeptCopy>,
    by: Id<Organizer>,
) -> Result<()> {
    let copy = k::table
        .find(id)
        .filter(k::petition_id.eq(petition))
        .filter(k::organizer_id.eq(by));
    diesel::delete(copy).execute(&mut **tx)?;
    Ok(())
}

/// Forgets those that nobody has written into for long.
///
/// # Errors
/// A fault of the database.
pub fn expire(tx: &mut Tx<'_>, now: Time) -> Result<usize> {
    let old = k::table.filter(k::kept_at.lt(now.minus(KEPT_FOR)));
    Ok(diesel::delete(old).execute(&mut **tx)?)
}
