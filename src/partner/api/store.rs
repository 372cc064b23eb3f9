//! What programs told of: people, for a day, and tags.

use crate::account::model::Organization;
use crate::base::time::days;
use crate::base::{Id, Time};
use crate::both;
use crate::db::schema::{api_people as p, api_tags as t};
use crate::db::{Conn, Result, Tx};
use crate::signature::model::Signature;
use diesel::prelude::*;
use std::time::Duration;

/// How long what nobody has confirmed is kept.
const KEPT_FOR: Duration = days(1);
/// Most of an organization at once.
const MOST: i64 = 10_000;

/// Keeps what was told of a person; false, and nothing is kept, where there are too many.
///
/// # Errors
/// A fault of the database.
pub(super) fn keep(
    tx: &mut Tx<'_>,
    id: Id<Signature>,
    organization: Id<Organization>,
    person: &str,
    now: Time,
) -> Result<bool> {
    let all = p::table.filter(p::organization_id.eq(organization));
    if all.count().get_result::<i64>(&mut **tx)? >= MOST {
        return Ok(false);
    }
    diesel::insert_into(p::table)
        .values((
            p::id.eq(id),
            p::organization_id.eq(organization),
            p::person.eq(person),
            p::created_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(true)
}

/// What was told of this person, to this organization.
///
/// # Errors
/// A fault of the database.
pub(super) fn find(
    conn: &mut Conn,
    id: Id<Signature>,
    organization: Id<Organization>,
    now: Time,
) -> Result<Option<String>> {
    Ok(p::table
        .find(id)
        .filter(p::organization_id.eq(organization))
        .filter(p::created_at.gt(now.minus(KEPT_FOR)))
        .select(p::person)
        .first(conn)
        .optional()?)
}

/// Most tags of an organization that are on nobody yet.
const TAGS: i64 = 1_000;

/// Notes a tag; false, and nothing is noted, where there are too many.
///
/// # Errors
/// A fault of the database.
pub(super) fn note_tag(
    tx: &mut Tx<'_>,
    organization: Id<Organization>,
    tag: &str,
    now: Time,
) -> Result<bool> {
    let all = t::table.filter(t::organization_id.eq(organization));
    if all.count().get_result::<i64>(&mut **tx)? >= TAGS {
        return Ok(false);
    }
    let fresh = (
        t::organization_id.eq(organization),
        t::tag.eq(tag),
        t::created_at.eq(now),
    );
    both!(tx, |c| diesel::insert_into(t::table)
        .values(fresh)
        .on_conflict_do_nothing()
        .execute(c))?;
    Ok(true)
}

/// The tags that were noted, in their order.
///
/// # Errors
/// A fault of the database.
pub(super) fn tags(conn: &mut Conn, organization: Id<Organization>) -> Result<Vec<String>> {
    Ok(t::table
        .filter(t::organization_id.eq(organization))
        .order(t::tag)
        .select(t::tag)
        .load(conn)?)
}

/// Forgets those that were kept long enough.
///
/// # Errors
/// A fault of the database.
pub fn expire(tx: &mut Tx<'_>, now: Time) -> Result<()> {
    let old = p::table.filter(p::created_at.le(now.minus(KEPT_FOR)));
    diesel::delete(old).execute(&mut **tx)?;
    Ok(())
}
