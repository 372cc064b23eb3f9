//! Tallies in the database.

use super::milestones::milestones_reached;
use crate::account::occurrence::{Occurrence, OccurrenceKind, store as occurrence};
use crate::base::{Id, Time};
use crate::both;
use crate::count::model::{Change, Counted, Counts, Tally};
use crate::db::schema::{tallies as t, tally_hours as h};
use crate::db::statements::types::Instant;
use crate::db::{Conn, Result, Tx};
use diesel::dsl::case_when;
use diesel::prelude::*;
use diesel::sql_types::Nullable;

#[derive(Queryable, Selectable)]
#[diesel(table_name = t)]
struct TallyRow {
    petition_id: Id<Counted>,
    counted: i64,
    held: i64,
    withdrawn: i64,
    removed: i64,
    goal_met_at: Option<Time>,
    version: i64,
    updated_at: Time,
}

impl From<TallyRow> for Tally {
    fn from(row: TallyRow) -> Self {
        Self {
            petition: row.petition_id,
            counts: Counts {
                counted: row.counted,
                held: row.held,
                withdrawn: row.withdrawn,
                removed: row.removed,
            },
            goal_met_at: row.goal_met_at,
            version: row.version,
            updated_at: row.updated_at,
        }
    }
}

/// Locks the counts of these petitions and tells where they stand. Whoever is about to settle
/// signatures asks first: until the commit nobody else settles one of the same petitions, so what
/// is read after this cannot change underneath. Locks in the order of ids, so that two commits
/// cannot wait for each other.
pub(crate) fn lock_counts(tx: &mut Tx<'_>, petitions: &[Id<Counted>]) -> Result<Vec<Tally>> {
    let rows = match &mut **tx {
        // BEGIN IMMEDIATE has taken the one turn there is.
        Conn::Sqlite(c) => {
            let mut rows = Vec::with_capacity(petitions.len());
            for id in petitions {
                rows.extend(t::table.find(id).select(TallyRow::as_select()).load(c)?);
            }
            rows
        }
        Conn::Postgres(c) => t::table
            .filter(t::petition_id.eq_any(petitions))
            .order(t::petition_id)
            .select(TallyRow::as_select())
            .for_update()
            .load::<TallyRow>(c)?,
    };
    Ok(rows.into_iter().map(Tally::from).collect())
}

/// Begins a petition's number at nothing, with its fixed goal if it has one.
///
/// # Errors
/// A fault of the database.
pub fn begin(tx: &mut Tx<'_>, petition: Id<Counted>, goal: Option<i64>, at: Time) -> Result<()> {
    diesel::insert_into(t::table)
        .values((
            t::petition_id.eq(petition),
            t::goal.eq(goal),
            t::updated_at.eq(at),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Whether anybody has signed, in whatever state their signature is now.
///
/// # Errors
/// A fault of the database.
pub(crate) fn has_any(conn: &mut Conn, petition: Id<Counted>) -> Result<bool> {
    let some = (t::counted + t::held + t::withdrawn + t::removed).gt(0_i64);
    let signed = t::table.find(petition).filter(some);
    Ok(diesel::select(diesel::dsl::exists(signed)).get_result(conn)?)
}

/// Whether anybody was counted, held or withdrawn since a moment.
///
/// # Errors
/// A fault of the database.
pub(crate) fn has_moved_since(conn: &mut Conn, petition: Id<Counted>, since: Time) -> Result<bool> {
    let moved = t::table.find(petition).filter(t::updated_at.ge(since));
    Ok(diesel::select(diesel::dsl::exists(moved)).get_result(conn)?)
}

/// Moves a petition's counts, and the counted number's hour with it. Where this brings the number
/// to a fixed goal for the first time, the same row says since when it is met; no later change
/// takes that away.
pub fn add(tx: &mut Tx<'_>, petition: Id<Counted>, change: Change, now: Time) -> Result<Tally> {
    let changes = (
        t::counted.eq(t::counted + change.counted),
        t::held.eq(t::held + change.held),
        t::withdrawn.eq(t::withdrawn + change.withdrawn),
        t::removed.eq(t::removed + change.removed),
        t::goal_met_at.eq(case_when(
            t::goal_met_at
                .is_null()
                .and(t::goal.le((t::counted + change.counted).nullable())),
            now.into_sql::<Nullable<Instant>>(),
        )
        .otherwise(t::goal_met_at)),
        t::version.eq(t::version + 1_i64),
        t::updated_at.eq(now),
    );
    let row = both!(tx, |c| diesel::update(t::table.find(petition))
        .set(changes)
        .returning(TallyRow::as_returning())
        .get_result::<TallyRow>(c))?;
    if change.counted > 0 {
        let moved = (row.counted - change.counted, row.counted);
        if row.goal_met_at == Some(now) {
            goal_reached(tx, row.petition_id, moved, now)?;
        }
        milestones_reached(tx, row.petition_id, moved, now)?;
    }
    if change.counted != 0 {
        let hour = (
            h::petition_id.eq(petition),
            h::hour.eq(now.hour()),
            h::change.eq(change.counted),
        );
        both!(tx, |c| diesel::insert_into(h::table)
            .values(hour)
            .on_conflict((h::petition_id, h::hour))
            .do_update()
            .set(h::change.eq(h::change + change.counted))
            .execute(c))?;
    }
    Ok(row.into())
}

/// Lets programs hear that the goal is reached, if it is this change that reached it.
fn goal_reached(
    tx: &mut Tx<'_>,
    petition: Id<Counted>,
    (before, after): (i64, i64),
    now: Time,
) -> Result<()> {
    let goal = t::table.find(petition).select(t::goal);
    let goal: Option<i64> = goal.first(&mut **tx)?;
    match goal.is_some_and(|goal| before < goal && goal <= after) {
        true => {
            let reached = Occurrence::of(petition.cast(), OccurrenceKind::GoalReached, now);
            occurrence::note_one(tx, reached)
        }
        false => Ok(()),
    }
}

/// The tally of one petition.
pub fn find(conn: &mut Conn, petition: Id<Counted>) -> Result<Option<Tally>> {
    Ok(t::table
        .find(petition)
        .select(TallyRow::as_select())
        .first::<TallyRow>(conn)
        .optional()?
        .map(Tally::from))
}

/// The sums over all petitions.
///
/// # Errors
/// A fault of the database.
pub(crate) fn sums(conn: &mut Conn) -> Result<Counts> {
    let rows: Vec<TallyRow> = t::table.select(TallyRow::as_select()).load(conn)?;
    let mut sums = Counts::default();
    for row in rows {
        sums.counted += row.counted;
        sums.held += row.held;
        sums.withdrawn += row.withdrawn;
        sums.removed += row.removed;
    }
    Ok(sums)
}

/// Those of these petitions, in no order.
pub fn list(conn: &mut Conn, petitions: &[Id<Counted>]) -> Result<Vec<Tally>> {
    let rows = both!(conn, |c| t::table
        .filter(t::petition_id.eq_any(petitions))
        .select(TallyRow::as_select())
        .load::<TallyRow>(c))?;
    Ok(rows.into_iter().map(Tally::from).collect())
}

/// Tallies that moved at `since` or later (see [`Changes`](crate::db::Changes)).
pub(crate) fn changed_since(conn: &mut Conn, since: i64) -> Result<Vec<Tally>> {
    Ok(t::table
        .filter(t::moved.ge(since))
        .select(TallyRow::as_select())
        .load::<TallyRow>(conn)?
        .into_iter()
        .map(Tally::from)
        .collect())
}

/// The change of the counted number in one hour (UTC).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable)]
pub struct Hour {
    /// Hours since 1970.
    pub hour: i64,
    /// May be negative.
    pub change: i64,
}

/// The hours in which the number moved, from `from` on, oldest first.
pub fn hours(conn: &mut Conn, petition: Id<Counted>, from: i64) -> Result<Vec<Hour>> {
    Ok(h::table
        .filter(h::petition_id.eq(petition))
        .filter(h::hour.ge(from))
        .order(h::hour)
        .select((h::hour, h::change))
        .load(conn)?)
}

/// The same of several petitions, in no order.
pub(crate) fn hours_of(
    conn: &mut Conn,
    petitions: &[Id<Counted>],
    from: i64,
) -> Result<Vec<(Id<Counted>, Hour)>> {
    let rows = both!(conn, |c| h::table
        .filter(h::petition_id.eq_any(petitions))
        .filter(h::hour.ge(from))
        .select((h::petition_id, h::hour, h::change))
        .load::<(Id<Counted>, i64, i64)>(c))?;
    let hour = |(petition, hour, change)| (petition, Hour { hour, change });
    Ok(rows.into_iter().map(hour).collect())
}
