//! Sources in the database, and what was counted of them.

use super::code::SourceCode;
use super::model::{Asking, DayCounts, SOURCES, Source, SourceDay, SourceKind};
use super::site::FrameSite;
use crate::base::{Day, Id, Time};
use crate::both;
use crate::db::schema::{
    shares, signature_details as sd, signatures as g, source_days as d, source_lists as l,
    sources as s,
};
use crate::db::{Conn, Error, Result, Tx};
use crate::petition::model::Petition;
use diesel::prelude::*;
use std::collections::{BTreeMap, HashMap};

#[derive(Queryable, Selectable)]
#[diesel(table_name = s)]
struct SourceRow {
    id: Id<Source>,
    petition_id: Id<Petition>,
    code: String,
    name: String,
    kind: i16,
    sites: String,
    asking: i16,
    paused_at: Option<Time>,
    created_at: Time,
    revision: i64,
    takes_posts: bool,
}

impl TryFrom<SourceRow> for Source {
    type Error = Error;

    fn try_from(row: SourceRow) -> Result<Self> {
        Ok(Self {
            id: row.id,
            petition: row.petition_id,
            code: SourceCode::parse(&row.code).map_err(|_| Error::Refused("code"))?,
            name: row.name,
            kind: SourceKind::from_number(row.kind),
            sites: FrameSite::list(&row.sites).map_err(|_| Error::Refused("site"))?,
            asking: Asking::from_number(row.asking),
            takes_posts: row.takes_posts,
            paused_at: row.paused_at,
            created_at: row.created_at,
            revision: row.revision,
        })
    }
}

fn joined(sites: &[FrameSite]) -> String {
    let sites: Vec<_> = sites.iter().map(FrameSite::as_str).collect();
    sites.join("\n")
}

/// Those of a petition, the oldest first.
///
/// # Errors
/// A fault of the database; one cannot be read.
pub fn of(conn: &mut Conn, petition: Id<Petition>) -> Result<Vec<Source>> {
    let rows = s::table
        .filter(s::petition_id.eq(petition))
        .order(s::id)
        .select(SourceRow::as_select())
        .load::<SourceRow>(conn)?;
    rows.into_iter().map(Source::try_from).collect()
}

/// The one with this code.
///
/// # Errors
/// As [`of`].
pub fn find(conn: &mut Conn, petition: Id<Petition>, code: &SourceCode) -> Result<Option<Source>> {
    let row = s::table
        .filter(s::petition_id.eq(petition))
        .filter(s::code.eq(code.as_str()))
        .select(SourceRow::as_select())
        .first::<SourceRow>(conn)
        .optional()?;
    row.map(Source::try_from).transpose()
}

/// The one with this key.
///
/// # Errors
/// As [`of`].
pub fn by_id(conn: &mut Conn, id: Id<Source>) -> Result<Option<Source>> {
    let row = s::table
        .find(id)
        .select(SourceRow::as_select())
        .first::<SourceRow>(conn)
        .optional()?;
    row.map(Source::try_from).transpose()
}

/// Petitions whose sources moved at `since` or later (see [`Changes`](crate::db::Changes)).
pub(crate) fn changed_since(conn: &mut Conn, since: i64) -> Result<Vec<Id<Petition>>> {
    Ok(l::table
        .filter(l::moved.ge(since))
        .select(l::petition_id)
        .load(conn)?)
}

/// What came of a new source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Added {
    /// It is there.
    Done,
    /// Another of the petition has its code.
    Taken,
    /// There are [`SOURCES`] already.
    Full,
}

/// Has everybody who changes a source of this petition wait, and the copies in memory read them anew.
fn touch(tx: &mut Tx<'_>, petition: Id<Petition>) -> Result<()> {
    let fresh = (l::petition_id.eq(petition), l::revision.eq(1_i64));
    both!(tx, |c| diesel::insert_into(l::table)
        .values(fresh)
        .on_conflict(l::petition_id)
        .do_update()
        .set(l::revision.eq(l::revision + 1_i64))
        .execute(c))?;
    Ok(())
}

/// Writes a new one.
///
/// # Errors
/// A fault of the database.
pub fn insert(tx: &mut Tx<'_>, source: &Source) -> Result<Added> {
    touch(tx, source.petition)?;
    let all = s::table.filter(s::petition_id.eq(source.petition));
    if all.count().get_result::<i64>(&mut **tx)? >= SOURCES {
        return Ok(Added::Full);
    }
    let fresh = (
        s::id.eq(source.id),
        s::petition_id.eq(source.petition),
        s::code.eq(source.code.as_str()),
        s::name.eq(&source.name),
        s::kind.eq(source.kind.number()),
        s::sites.eq(joined(&source.sites)),
        s::asking.eq(source.asking.number()),
        s::paused_at.eq(source.paused_at),
        s::created_at.eq(source.created_at),
        s::revision.eq(source.revision),
        s::takes_posts.eq(source.takes_posts),
    );
    let written = both!(tx, |c| diesel::insert_into(s::table)
        .values(fresh)
        .on_conflict_do_nothing()
        .execute(c))?;
    Ok(match written {
        0 => Added::Taken,
        _ => Added::Done,
    })
}

/// Writes everything of it but its code and kind, if it still is of the revision that `source` was read in; false, and nothing is
/// written, when somebody was quicker.
///
/// # Errors
/// A fault of the database.
pub fn update(tx: &mut Tx<'_>, source: &Source) -> Result<bool> {
    touch(tx, source.petition)?;
    let still = s::table
        .find(source.id)
        .filter(s::revision.eq(source.revision));
    let written = diesel::update(still)
        .set((
            s::name.eq(&source.name),
            s::sites.eq(joined(&source.sites)),
            s::asking.eq(source.asking.number()),
            s::paused_at.eq(source.paused_at),
            s::takes_posts.eq(source.takes_posts),
            s::revision.eq(s::revision + 1_i64),
        ))
        .execute(&mut **tx)?;
    Ok(written == 1)
}

/// Deletes one, with what was counted of it.
///
/// # Errors
/// A fault of the database.
pub fn delete(tx: &mut Tx<'_>, source: &Source) -> Result<()> {
    touch(tx, source.petition)?;
    let days = d::table
        .filter(d::petition_id.eq(source.petition))
        .filter(d::code.eq(source.code.as_str()));
    diesel::delete(days).execute(&mut **tx)?;
    diesel::delete(s::table.find(source.id)).execute(&mut **tx)?;
    Ok(())
}

/// Whether a petition has any, or anything that was counted of any.
///
/// # Errors
/// A fault of the database.
pub fn has_any(conn: &mut Conn, petition: Id<Petition>) -> Result<bool> {
    let sources = s::table.filter(s::petition_id.eq(petition));
    let days = d::table.filter(d::petition_id.eq(petition));
    Ok(
        diesel::select(diesel::dsl::exists(sources)).get_result::<bool>(conn)?
            || diesel::select(diesel::dsl::exists(days)).get_result::<bool>(conn)?,
    )
}

/// Deletes all of a petition, with what was counted of them.
///
/// # Errors
/// A fault of the database.
pub fn delete_all(tx: &mut Tx<'_>, petition: Id<Petition>) -> Result<()> {
    touch(tx, petition)?;
    diesel::delete(d::table.filter(d::petition_id.eq(petition))).execute(&mut **tx)?;
    diesel::delete(s::table.filter(s::petition_id.eq(petition))).execute(&mut **tx)?;
    Ok(())
}

/// Adds to what was counted, a row a source and day, in the order of their keys: whoever else adds takes them in the same order.
///
/// # Errors
/// A fault of the database.
pub fn count(tx: &mut Tx<'_>, counts: &BTreeMap<SourceDay, DayCounts>) -> Result<()> {
    for (of, by) in counts {
        let fresh = (
            d::petition_id.eq(of.petition),
            d::code.eq(of.code.as_str()),
            d::day.eq(of.day.to_string()),
            d::opened.eq(by.opened),
            d::sent.eq(by.sent),
            d::confirmed.eq(by.confirmed),
        );
        both!(tx, |c| diesel::insert_into(d::table)
            .values(fresh)
            .on_conflict((d::petition_id, d::code, d::day))
            .do_update()
            .set((
                d::opened.eq(d::opened + by.opened),
                d::sent.eq(d::sent + by.sent),
                d::confirmed.eq(d::confirmed + by.confirmed),
            ))
            .execute(c))?;
    }
    Ok(())
}

type DayRow = (String, String, i64, i64, i64);

fn counts((code, day, opened, sent, confirmed): DayRow) -> Result<(String, Day, DayCounts)> {
    let day = Day::parse(&day).map_err(|_| Error::Refused("day"))?;
    let counts = DayCounts {
        opened,
        sent,
        confirmed,
    };
    Ok((code, day, counts))
}

/// What was counted of one source, the first day first.
///
/// # Errors
/// A fault of the database.
pub fn days(
    conn: &mut Conn,
    petition: Id<Petition>,
    code: &SourceCode,
) -> Result<Vec<(Day, DayCounts)>> {
    let rows = d::table
        .filter(d::petition_id.eq(petition))
        .filter(d::code.eq(code.as_str()))
        .order(d::day)
        .select((d::code, d::day, d::opened, d::sent, d::confirmed))
        .load::<DayRow>(conn)?;
    let day = |row| counts(row).map(|(_, day, counts)| (day, counts));
    rows.into_iter().map(day).collect()
}

/// What was counted of each source of a petition in all, by code.
///
/// # Errors
/// A fault of the database.
pub fn totals(conn: &mut Conn, petition: Id<Petition>) -> Result<HashMap<String, DayCounts>> {
    let rows = d::table
        .filter(d::petition_id.eq(petition))
        .select((d::code, d::day, d::opened, d::sent, d::confirmed))
        .load::<DayRow>(conn)?;
    let mut totals: HashMap<String, DayCounts> = HashMap::new();
    for row in rows {
        let (code, _, counts) = counts(row)?;
        let total = totals.entry(code).or_default();
        *total = total.plus(counts);
    }
    Ok(totals)
}

/// How many signatures count now that came by each of these codes.
///
/// # Errors
/// A fault of the database.
pub fn counted(
    conn: &mut Conn,
    petition: Id<Petition>,
    codes: &[&str],
) -> Result<HashMap<String, i64>> {
    let rows: Vec<(String, i64)> = both!(conn, |c| shares::table
        .filter(shares::petition_id.eq(petition))
        .filter(shares::code.eq_any(codes))
        .select((shares::code, shares::counted))
        .load(c))?;
    Ok(rows.into_iter().collect())
}

/// Signatures that count, as the room above numbers their states.
const COUNTED: i16 = 0;

/// How many whose signature counts let this partner write: a seek in an index of those alone.
///
/// # Errors
/// A fault of the database.
pub fn opted_in(conn: &mut Conn, partner: Id<Source>) -> Result<i64> {
    let theirs = sd::table
        .inner_join(g::table.on(g::id.eq(sd::signature_id)))
        .filter(sd::opted_in_partner.eq(partner))
        .filter(g::state.eq(COUNTED));
    Ok(theirs.count().get_result(conn)?)
}
