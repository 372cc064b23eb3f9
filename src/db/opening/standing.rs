//! How far the schema of a database is, against the steps this program knows.

use super::steps;
use crate::both;
use crate::db::schema::schema_floors as f;
use crate::db::{Conn, Error, Result};
use diesel::QueryableByName;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

/// Whose a database is, and whether this program knows all of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// No table is in it.
    Empty,
    /// Tables are in it, and none of them says that this program made them.
    Foreign,
    /// A database of this program.
    Ours {
        /// Whether a newer program has taken a step that this one does not know.
        is_ahead: bool,
    },
}

/// The oldest program that may work on a schema.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Floor {
    /// One that knows this step.
    From(String),
    /// The schema does not say so.
    Unknown,
}

#[derive(QueryableByName)]
struct TableCount {
    #[diesel(sql_type = BigInt)]
    many: i64,
}

#[derive(QueryableByName)]
struct StepRow {
    #[diesel(sql_type = Text)]
    version: String,
}

/// Tables that are there; those of this name, where one is given.
fn tables(conn: &mut Conn, named: &str) -> Result<i64> {
    let sqlite = "select count(*) as many from sqlite_schema where type = 'table' and name like $1 escape '!'";
    let postgres = "select count(*) as many from pg_class where relkind in ('r', 'p') and relname like $1 escape '!' \
                    and relnamespace in (select oid from pg_namespace where nspname = current_schema())";
    let row: TableCount = match conn {
        Conn::Sqlite(c) => diesel::sql_query(sqlite)
            .bind::<Text, _>(named)
            .get_result(c)?,
        Conn::Postgres(c) => diesel::sql_query(postgres)
            .bind::<Text, _>(named)
            .get_result(c)?,
    };
    Ok(row.many)
}

/// Whether there is a table of this name.
///
/// # Errors
/// A fault of the database.
pub(crate) fn has_table(conn: &mut Conn, name: &str) -> Result<bool> {
    Ok(tables(conn, &name.replace('_', "!_"))? > 0)
}

/// The steps that were taken, in order; none where no table says so. Changes nothing.
///
/// # Errors
/// A fault of the database.
pub(crate) fn applied(conn: &mut Conn) -> Result<Option<Vec<String>>> {
    if !has_table(conn, "__diesel_schema_migrations")? {
        return Ok(None);
    }
    let all = "select version from __diesel_schema_migrations order by version";
    let rows: Vec<StepRow> = both!(conn, |c| diesel::sql_query(all).load(c))?;
    Ok(Some(rows.into_iter().map(|row| row.version).collect()))
}

/// Looks at a database. Changes nothing.
///
/// # Errors
/// A fault of the database.
pub(super) fn standing_of(conn: &mut Conn) -> Result<Standing> {
    let known = steps::versions().map_err(|_| Error::Refused("no steps of the schema"))?;
    Ok(match applied(conn)? {
        None if tables(conn, "%")? == 0 => Standing::Empty,
        None => Standing::Foreign,
        Some(applied) => Standing::Ours {
            is_ahead: applied.iter().any(|version| !known.contains(version)),
        },
    })
}

/// The oldest program that may work on this schema.
///
/// # Errors
/// A fault of the database.
pub(super) fn floor(conn: &mut Conn) -> Result<Floor> {
    if !has_table(conn, "schema_floors")? {
        return Ok(Floor::Unknown);
    }
    let version = f::table.select(f::version).first(conn).optional()?;
    Ok(version.map_or(Floor::Unknown, Floor::From))
}
