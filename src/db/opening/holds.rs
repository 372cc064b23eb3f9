//! What is in a database that somebody chose, before anything is made in it.

use super::open::Target;
use super::unreachable;
use crate::both;
use crate::db::Conn;
use diesel::QueryableByName;
use diesel::RunQueryDsl;
use diesel::sql_types::{BigInt, Bool};

/// What a database holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// Nothing yet.
    Nothing,
    /// Nothing, and this account may not make anything: from version 15 on, only the owner of a PostgreSQL database may.
    NoRight,
    /// An installation of this program.
    Installation,
    /// What others have made.
    Others,
}

#[derive(QueryableByName)]
struct FoundTables {
    /// How many there are.
    #[diesel(sql_type = BigInt)]
    many: i64,
    /// How many of those that every installation has.
    #[diesel(sql_type = BigInt)]
    ours: i64,
    /// Whether more can be made.
    #[diesel(sql_type = Bool)]
    may_make: bool,
}

const IN_SQLITE: &str = "select count(*) as many, \
     coalesce(sum(name in ('petitions', '__diesel_schema_migrations')), 0) as ours, true as may_make from sqlite_schema";
const IN_POSTGRES: &str = "select count(*) as many, \
     count(*) filter (where tablename in ('petitions', '__diesel_schema_migrations')) as ours, \
     coalesce(has_schema_privilege(current_schema(), 'CREATE'), false) as may_make \
     from pg_tables where schemaname = current_schema()";

/// Looks. Makes nothing, not even the file.
///
/// # Errors
/// Why it cannot be opened, without what the address says.
pub fn holds(target: &Target) -> Result<Holds, String> {
    if let Target::Sqlite(path) = target
        && !path.exists()
    {
        return Ok(Holds::Nothing);
    }
    let opened = target.open(false);
    let mut conn = opened.map_err(|error| match target {
        Target::Sqlite(path) => format!("{} cannot be opened: {error}", path.display()),
        Target::Postgres(_) => format!("PostgreSQL: {}", unreachable::why(&error)),
    })?;
    let asked = match conn {
        Conn::Sqlite(_) => IN_SQLITE,
        Conn::Postgres(_) => IN_POSTGRES,
    };
    let found = both!(&mut conn, |c| diesel::sql_query(asked)
        .get_result::<FoundTables>(c));
    let found = found.map_err(|error| format!("the database cannot be read: {error}"))?;
    Ok(match found {
        FoundTables { ours: 2, .. } => Holds::Installation,
        FoundTables {
            many: 0, may_make, ..
        } if may_make => Holds::Nothing,
        FoundTables { many: 0, .. } => Holds::NoRight,
        FoundTables { .. } => Holds::Others,
    })
}
