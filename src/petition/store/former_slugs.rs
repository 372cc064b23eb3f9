//! Where published petitions were before, in the database. An address leads to one petition for ever: none is given to another.

use crate::base::{Id, Slug, Time};
use crate::both;
use crate::db::schema::{former_slugs as f, petitions as p};
use crate::db::{Conn, Error, Result, Tx};
use crate::petition::model::Petition;
use crate::petition::rules::kind::Kind;
use diesel::prelude::*;

/// Where this petition was before, in no order.
///
/// # Errors
/// A fault of the database.
pub fn of(conn: &mut Conn, petition: Id<Petition>) -> Result<Vec<Slug>> {
    let all = f::table
        .filter(f::petition_id.eq(petition))
        .select(f::slug)
        .load::<String>(conn)?;
    let read = |slug: String| Slug::parse(&slug).map_err(|_| Error::Refused("slug"));
    all.into_iter().map(read).collect()
}

/// Whether this petition may not have the address: another stands there or stood there once.
///
/// # Errors
/// A fault of the database.
pub fn is_taken(conn: &mut Conn, slug: &Slug, by_other_than: Id<Petition>) -> Result<bool> {
    let stands = p::table
        .filter(p::slug.eq(slug.as_str()))
        .filter(p::id.ne(by_other_than));
    let stood = f::table
        .filter(f::slug.eq(slug.as_str()))
        .filter(f::petition_id.ne(by_other_than));
    Ok(
        diesel::select(diesel::dsl::exists(stands)).get_result::<bool>(conn)?
            || diesel::select(diesel::dsl::exists(stood)).get_result::<bool>(conn)?,
    )
}

/// How many numbers are tried behind a suggested address.
const NUMBERS: u32 = 50;

/// An address for a petition of this title that no other has or had: made of the title, with a number behind it where that is taken.
///
/// # Errors
/// A fault of the database.
pub(crate) fn free(conn: &mut Conn, title: &str, kind: Kind, id: Id<Petition>) -> Result<Slug> {
    let wanted = Slug::suggest(title)
        .or_else(|| Slug::parse(kind.as_str()).ok())
        .ok_or(Error::Refused("slug"))?;
    if !is_taken(conn, &wanted, id)? {
        return Ok(wanted);
    }
    for n in 2..NUMBERS {
        let numbered = wanted.numbered(n);
        if !is_taken(conn, &numbered, id)? {
            return Ok(numbered);
        }
    }
    // Its own id is taken by nobody.
    Slug::parse(&id.to_string()).map_err(|_| Error::Refused("slug"))
}

/// Notes that a petition moved: it is found where it was, and what it stands at now is no former address any more.
///
/// # Errors
/// A fault of the database.
pub fn note_move(
    tx: &mut Tx<'_>,
    petition: Id<Petition>,
    (from, to): (&Slug, &Slug),
    now: Time,
) -> Result<()> {
    diesel::delete(f::table.find(to.as_str())).execute(&mut **tx)?;
    both!(tx, |c| diesel::insert_into(f::table)
        .values((
            f::slug.eq(from.as_str()),
            f::petition_id.eq(petition),
            f::created_at.eq(now),
        ))
        .on_conflict(f::slug)
        .do_nothing()
        .execute(c))?;
    Ok(())
}
