//! Everything from one database into another of the other kind: the way from the one file to
//! PostgreSQL, and back.

use super::failure::Failure;
use super::snapshot::begin_reading;
use super::tables::TABLES;
use crate::db::opening::migrate::{self, Standing};
use crate::db::opening::open::Target;
use crate::db::opening::standing::has_table;
use crate::db::opening::whole::must_be_whole;
use crate::db::tx::transaction;
use crate::db::{Conn, Error, Result, Tx};
use diesel::RunQueryDsl;
use std::time::Duration;

/// How many rows a table of this name has; none where there is no such table, or it cannot be counted.
pub(crate) fn rows_of(conn: &mut Conn, name: &str) -> Option<i64> {
    let table = TABLES.iter().find(|table| table.name == name)?;
    (table.rows)(conn).ok()
}

/// Whether a PostgreSQL database is there, and nothing is in it: no table, or only empty ones of this program.
///
/// # Errors
/// What keeps it from being restored into, behind the name of the command.
pub(super) fn is_vacant(target: &Target) -> std::result::Result<(), String> {
    let give = "give it an empty database";
    match migrate::standing(target)? {
        Standing::Empty => return Ok(()),
        Standing::Foreign => {
            return Err(format!(
                "{target:?} holds tables of another program: {give}"
            ));
        }
        Standing::Ours { is_ahead: true } => {
            return Err(format!(
                "{target:?} is one of a newer version of this program: {give}"
            ));
        }
        Standing::Ours { is_ahead: false } => {}
    }
    let open = target.open(false);
    let mut conn = open.map_err(|_| format!("cannot open {target:?}"))?;
    for table in TABLES {
        // A restore that was killed leaves a part of the schema, and no row in it.
        let is_there = has_table(&mut conn, table.name);
        let rows = is_there.and_then(|is_there| match is_there {
            true => (table.rows)(&mut conn),
            false => Ok(0),
        });
        let rows = rows.map_err(|error| format!("cannot read {target:?}: {error}"))?;
        if rows > 0 {
            return Err(format!(
                "there is a database at {target:?} already (rows in {}): stop the program that serves it, and {give}",
                table.name
            ));
        }
    }
    Ok(())
}

/// Copies every row as it stands at one moment, in one transaction, into a database that holds
/// none. Returns how many rows there were.
///
/// # Errors
/// One line for the operator; nothing is written then.
pub(crate) fn copy(from: &Target, to: &Target) -> std::result::Result<u64, Failure> {
    let unreadable = |_| Failure::Refused(format!("backup: cannot read {from:?}"));
    must_be_whole(from).map_err(Failure::Refused)?;
    if migrate::standing(from) == Ok(Standing::Ours { is_ahead: true }) {
        return Err(Failure::Refused(format!(
            "backup: a newer version of this program has extended {from:?}, and this one would leave out what it does not know: copy it \
             with that version"
        )));
    }
    migrate::bring_up(from, Duration::ZERO).map_err(Failure::Refused)?;
    migrate::bring_up(to, Duration::ZERO).map_err(|line| match to {
        // Its file has been begun already: a disk that is full is no wrong argument.
        Target::Sqlite(_) => Failure::Broken(format!("backup: {line}")),
        Target::Postgres(_) => Failure::Refused(line),
    })?;
    let cannot_open = |which: &Target| Failure::Refused(format!("backup: cannot open {which:?}"));
    let mut source = from.open(false).map_err(|_| cannot_open(from))?;
    let mut target = to.open(true).map_err(|_| cannot_open(to))?;
    begin_reading(&mut source).map_err(unreadable)?;
    for table in TABLES {
        if (table.rows)(&mut target).map_err(unreadable)? > 0 {
            return Err(Failure::Refused(format!(
                "backup: {to:?} holds rows already (in {}): give it an empty database",
                table.name
            )));
        }
    }
    transaction(&mut target, |tx| {
        let mut copied = 0;
        for table in TABLES {
            copied += (table.copy)(&mut source, tx)?;
        }
        index_words(tx)?;
        Ok::<_, Error>(copied)
    })
    .map_err(|error| Failure::Broken(format!("backup: cannot copy into {to:?}: {error}")))
}

/// SQLite's full-text indexes are tables of their own; PostgreSQL's follow their columns.
fn index_words(tx: &mut Tx<'_>) -> Result<()> {
    if let Conn::Sqlite(c) = &mut **tx {
        for text in [
            "insert into signature_search (rowid, words) select rowid, search from signature_details",
            "insert into register_search (rowid, words) select rowid, words from register_entries",
        ] {
            diesel::sql_query(text).execute(c)?;
        }
    }
    Ok(())
}
