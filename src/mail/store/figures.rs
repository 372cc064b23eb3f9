//! How mail stands, for the operator: numbers and reasons, no address and nobody's letter.

use super::codes::WAITS;
use crate::base::time::days;
use crate::base::{Id, Time};
use crate::db::schema::outbox as o;
use crate::db::{Conn, Result};
use crate::mail::model::{Campaign, Outbox};
use diesel::dsl::{count_star, sql};
use diesel::prelude::*;
use diesel::sql_types::Bool;
use std::collections::HashMap;

/// Letters that were taken last, of which the newest answer is told: ids follow the time they were queued, answers do not.
const NEWEST: i64 = 100;
/// A letter may have been queued so long before it is given up.
const TRIED_FOR: std::time::Duration = days(4);

/// What waits, and when the relay last took something.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MailFigures {
    /// Due now, and not on its way yet.
    pub due: i64,
    /// Due later: its turn has not come, it is tried again, or somebody is at it.
    pub later: i64,
    /// Since when the oldest of them waits.
    pub oldest: Option<Time>,
    /// When the relay took the last one, about.
    pub accepted_at: Option<Time>,
    /// Letters that were tried and wait, by what the outbox says of their last try.
    pub put_off: Vec<(String, i64)>,
    /// Letters that were given up, likewise.
    pub failed: Vec<(String, i64)>,
}

/// Reads them; of those given up, what failed since then. Walks what waits, and letters of some days: for a page that few open.
///
/// # Errors
/// A fault of the database.
pub fn figures(conn: &mut Conn, since: Time, now: Time) -> Result<MailFigures> {
    let due: i64 = o::table
        .filter(sql::<Bool>(WAITS))
        .filter(o::due_at.le(now))
        .count()
        .get_result(conn)?;
    let later: i64 = o::table
        .filter(sql::<Bool>(WAITS))
        .filter(o::due_at.gt(now))
        .count()
        .get_result(conn)?;
    let oldest: Option<Time> = o::table
        .filter(sql::<Bool>(WAITS))
        .order(o::created_at)
        .select(o::created_at)
        .first(conn)
        .optional()?;
    let accepted: Vec<Option<Time>> = o::table
        .filter(o::state.eq(1_i16))
        .order(o::id.desc())
        .limit(NEWEST)
        .select(o::settled_at)
        .load(conn)?;
    let put_off = o::table
        .filter(sql::<Bool>(WAITS))
        .filter(o::outcome.is_not_null())
        .group_by(o::outcome)
        .select((o::outcome, count_star()))
        .load::<(Option<String>, i64)>(conn)?;
    let first = Id::<Outbox>::first_of(since.minus(TRIED_FOR));
    let failed = o::table
        .filter(o::id.ge(first))
        .filter(o::state.eq(2_i16))
        .filter(o::settled_at.ge(since))
        .group_by(o::outcome)
        .select((o::outcome, count_star()))
        .load::<(Option<String>, i64)>(conn)?;
    let named = |rows: Vec<(Option<String>, i64)>| {
        let each = rows.into_iter();
        each.map(|(why, rows)| (why.unwrap_or_default(), rows))
            .collect()
    };
    Ok(MailFigures {
        due,
        later,
        oldest,
        accepted_at: accepted.into_iter().flatten().max(),
        put_off: named(put_off),
        failed: named(failed),
    })
}

/// How many letters about each petition were given up since then and before `until`. Walks letters of some days.
///
/// # Errors
/// A fault of the database.
pub fn failed_about(
    conn: &mut Conn,
    since: Time,
    until: Time,
) -> Result<HashMap<Id<Campaign>, i64>> {
    let first = Id::<Outbox>::first_of(since.minus(TRIED_FOR));
    let rows = o::table
        .filter(o::id.ge(first))
        .filter(o::state.eq(2_i16))
        .filter(o::settled_at.ge(since))
        .filter(o::settled_at.lt(until))
        .filter(o::petition_id.is_not_null())
        .group_by(o::petition_id)
        .select((o::petition_id, count_star()))
        .load::<(Option<Id<Campaign>>, i64)>(conn)?;
    let about = rows.into_iter();
    Ok(about
        .filter_map(|(petition, rows)| petition.map(|petition| (petition, rows)))
        .collect())
}

/// What became of one letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LetterState {
    /// It waits; with what its last try met, if there was one, and when the next one is.
    Waits(Option<String>, Time),
    /// The relay took it, at this time, with this code.
    Taken(String, Option<Time>),
    /// It was given up; why.
    Failed(String),
    /// It was not sent at all.
    Skipped,
}

/// What became of the letter that was queued under this key; none where there is none.
///
/// # Errors
/// A fault of the database.
pub fn of_once_key(conn: &mut Conn, key: &str) -> Result<Option<LetterState>> {
    let row = o::table
        .filter(o::once_key.eq(key))
        .select((o::state, o::outcome, o::due_at, o::settled_at))
        .first::<(i16, Option<String>, Time, Option<Time>)>(conn)
        .optional()?;
    Ok(row.map(|(state, outcome, due_at, settled_at)| match state {
        0 => LetterState::Waits(outcome, due_at),
        1 => LetterState::Taken(outcome.unwrap_or_default(), settled_at),
        2 => LetterState::Failed(outcome.unwrap_or_default()),
        _ => LetterState::Skipped,
    }))
}
