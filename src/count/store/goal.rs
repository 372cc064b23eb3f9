//! A fixed goal beside the count, where the commit that meets it finds it.

use crate::base::{Id, Time};
use crate::count::model::Counted;
use crate::db::schema::{tallies as t, tally_hours as h};
use crate::db::{Conn, Result, Tx};
use diesel::prelude::*;

/// Puts another goal beside the count, or none. Where as many have signed already, it was met in
/// the first hour at whose end the count stood there; should it have come down since and up again
/// within the hour, now.
///
/// # Errors
/// A fault of the database.
pub(crate) fn change_goal(
    tx: &mut Tx<'_>,
    petition: Id<Counted>,
    goal: Option<i32>,
    now: Time,
) -> Result<()> {
    let counted = lock_counts(tx, petition)?;
    let goal = goal.map(i64::from);
    let met_at = match goal {
        Some(goal) if goal <= counted => Some(reached(tx, petition, goal)?.unwrap_or(now)),
        _ => None,
    };
    diesel::update(t::table.find(petition))
        .set((
            t::goal.eq(goal),
            t::goal_met_at.eq(met_at),
            t::version.eq(t::version + 1_i64),
            t::updated_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Keeps every commit that moves the count waiting until this one is through; the count.
fn lock_counts(tx: &mut Tx<'_>, petition: Id<Counted>) -> Result<i64> {
    let counted = t::table.find(petition).select(t::counted);
    Ok(match &mut **tx {
        // BEGIN IMMEDIATE has taken the one turn there is.
        Conn::Sqlite(c) => counted.first(c)?,
        Conn::Postgres(c) => counted.for_update().first(c)?,
    })
}

/// The beginning of the first hour at whose end this many were counted.
fn reached(tx: &mut Tx<'_>, petition: Id<Counted>, goal: i64) -> Result<Option<Time>> {
    let hours: Vec<(i64, i64)> = h::table
        .filter(h::petition_id.eq(petition))
        .order(h::hour)
        .select((h::hour, h::change))
        .load(&mut **tx)?;
    let mut counted = 0_i64;
    Ok(hours
        .into_iter()
        .find(|(_, change)| {
            counted += change;
            counted >= goal
        })
        .map(|(hour, _)| Time::from_micros(hour.saturating_mul(HOUR))))
}

/// Microseconds of an hour.
const HOUR: i64 = 3_600_000_000;
