//! The backups that are made by themselves: which instance makes the next one, and how the newest went.

use super::last_backup::last_backup;
use crate::base::Time;
use crate::base::time::minutes;
use crate::both;
use crate::db::schema::backup_runs as r;
use crate::db::{Conn, Result, Tx};
use diesel::prelude::*;
use std::time::Duration;

/// Whoever makes a backup says so at least as often; of one that was silent for so long nobody is at work any more.
const SILENT: Duration = minutes(2);
/// Between two tries while it cannot be made.
const AGAIN: Duration = minutes(10);

/// The newest of them.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct BackupRun {
    /// When it was begun.
    pub begun_at: Time,
    /// When whoever made it was last at work.
    pub seen_at: Time,
    /// When it ended; none while it is made, and where it was cut off.
    pub ended_at: Option<Time>,
    /// Why it was not made: `full`, `fault`, `read-only`, `missing`, `hook` (it was made, and what was to be done with it failed) or `other`.
    pub trouble: Option<String>,
}

impl BackupRun {
    /// Whether another may be begun, as far as this one is concerned.
    fn lets_begin(&self, now: Time) -> bool {
        match (self.ended_at, &self.trouble) {
            (None, _) => now.since(self.seen_at) > SILENT,
            (Some(ended), Some(_)) => now.since(ended) >= AGAIN,
            (Some(_), None) => true,
        }
    }
}

/// How the newest went; none where none was begun.
///
/// # Errors
/// A fault of the database.
pub fn newest_run(conn: &mut Conn) -> Result<Option<BackupRun>> {
    let columns = (r::begun_at, r::seen_at, r::ended_at, r::trouble);
    Ok(r::table.select(columns).first(conn).optional()?)
}

fn is_due(conn: &mut Conn, every: Duration, now: Time) -> Result<bool> {
    let made = last_backup(conn)?;
    if made.is_some_and(|made| now.since(made) < every) {
        return Ok(false);
    }
    Ok(newest_run(conn)?.is_none_or(|run| run.lets_begin(now)))
}

/// Whether one is due: a cheap question. A backup by hand counts.
///
/// # Errors
/// A fault of the database.
pub fn is_backup_due(conn: &mut Conn, every: Duration, now: Time) -> Result<bool> {
    is_due(conn, every, now)
}

/// Begins one, where one is due and nobody else is at it. True: it is the caller's to make.
///
/// # Errors
/// A fault of the database.
pub fn begin_run(tx: &mut Tx<'_>, every: Duration, now: Time) -> Result<bool> {
    if let Conn::Postgres(c) = &mut **tx {
        diesel::sql_query("select pg_advisory_xact_lock(7305806163)").execute(c)?;
    }
    if !is_due(tx, every, now)? {
        return Ok(false);
    }
    let fresh = (
        r::begun_at.eq(now),
        r::seen_at.eq(now),
        r::ended_at.eq(None::<Time>),
        r::trouble.eq(None::<String>),
    );
    both!(tx, |c| diesel::insert_into(r::table)
        .values((r::id.eq(1_i16), fresh.clone()))
        .on_conflict(r::id)
        .do_update()
        .set(fresh)
        .execute(c))?;
    Ok(true)
}

/// Says that it is still being made.
///
/// # Errors
/// A fault of the database.
pub fn run_goes_on(tx: &mut Tx<'_>, now: Time) -> Result<()> {
    let all = diesel::update(r::table).set(r::seen_at.eq(now));
    both!(tx, |c| all.execute(c))?;
    Ok(())
}

/// Ends it: made, or why not.
///
/// # Errors
/// A fault of the database.
pub fn end_run(tx: &mut Tx<'_>, trouble: Option<&str>, now: Time) -> Result<()> {
    let all = diesel::update(r::table).set((r::ended_at.eq(now), r::trouble.eq(trouble)));
    both!(tx, |c| all.execute(c))?;
    Ok(())
}
