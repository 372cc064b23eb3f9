//! `undersigned backup`: a copy of the database while it is in use.

use super::copy::copy;
use super::draft::{Draft, Writing};
use super::failure::Failure;
use super::moment;
use crate::base::Time;
use crate::db::Conn;
use crate::db::opening::open::Target;
use crate::db::opening::whole;
use diesel::RunQueryDsl;
use diesel::connection::SimpleConnection;
use diesel::sql_types::Text;
use std::path::PathBuf;

/// Where a copy goes.
///
/// # Errors
/// [`Failure::Refused`].
pub fn destination(typed: &str) -> Result<Target, Failure> {
    match typed.parse::<Target>() {
        Ok(target) => Ok(target),
        Err(error) if typed.contains("://") || typed.starts_with("postgres") => {
            Err(Failure::Refused(format!("backup: {error}")))
        }
        Err(_) => Ok(Target::Sqlite(PathBuf::from(typed))),
    }
}

/// Writes a consistent copy into a file that does not exist yet, readable by its owner only; or into an empty PostgreSQL
/// database. The file is a one-file database whatever it is a copy of: give it to `--database` and it serves. It knows its moment: `now`,
/// which is before anything is read.
///
/// The file is written beside its place, as `FILE.part`, and takes its name when it is whole and on the disk. A part of one is
/// known by what stands in it: `whole`.
///
/// # Errors
/// One line for the operator; nothing half-written stays.
pub fn backup(from: &Target, into: &Target, writing: &Writing, now: Time) -> Result<(), Failure> {
    from.must_exist().map_err(Failure::Refused)?;
    match into {
        Target::Postgres(_) => copy(from, into).map(|_| ()),
        Target::Sqlite(file) => {
            let draft = Draft::begin("backup", file)?;
            writing.begins(&draft.part);
            let done = write(from, &draft, now).and_then(|()| draft.finish());
            match done {
                Ok(()) => writing.ends(),
                Err(_) => writing.abandon(),
            }
            done
        }
    }
}

fn write(from: &Target, draft: &Draft, now: Time) -> Result<(), Failure> {
    let told = |error: String| draft.failed(&error);
    match from {
        Target::Sqlite(_) => {
            vacuum_into(from, draft)?;
            moment::note(&draft.part, now).map_err(told)
        }
        Target::Postgres(_) => {
            whole::begin(&draft.part).map_err(told)?;
            copy(from, &Target::Sqlite(draft.part.clone()))?;
            moment::note(&draft.part, now).map_err(told)?;
            whole::leave_wal_mode(&draft.part).map_err(told)
        }
    }
}

fn vacuum_into(from: &Target, draft: &Draft) -> Result<(), Failure> {
    whole::must_be_whole(from).map_err(Failure::Refused)?;
    let name = draft.part.to_str();
    let name = name.ok_or_else(|| draft.failed(&"its name is not UTF-8"))?;
    let cannot_open = |error: &dyn std::fmt::Display| {
        Failure::Refused(format!("backup: cannot open {from:?}: {error}"))
    };
    let mut conn = from.open(true).map_err(|error| cannot_open(&error))?;
    let Conn::Sqlite(conn) = &mut conn else {
        return Err(cannot_open(&"not the one-file database"));
    };
    if whole::is_marked(from) {
        // A copy that serves now; its own copies get the mark when they are finished.
        conn.batch_execute("PRAGMA application_id = 0")
            .map_err(|error| cannot_open(&error))?;
    }
    diesel::sql_query("VACUUM INTO $1")
        .bind::<Text, _>(name)
        .execute(conn)
        .map(|_| ())
        .map_err(|error| draft.failed(&error))
}
