//! What is in a database that somebody chose, before anything is made in it.

use super::open::Target;
use super::standing::{Standing, standing_of};
use super::unreachable;
use crate::db::{Conn, Result};
use diesel::QueryableByName;
use diesel::RunQueryDsl;
use diesel::sql_types::Bool;

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
struct RightRow {
    #[diesel(sql_type = Bool)]
    may_make: bool,
}

/// Whether this account may make tables.
fn may_make(conn: &mut Conn) -> Result<bool> {
    let Conn::Postgres(c) = conn else {
        return Ok(true);
    };
    let asked =
        "select coalesce(has_schema_privilege(current_schema(), 'CREATE'), false) as may_make";
    let row: RightRow = diesel::sql_query(asked).get_result(c)?;
    Ok(row.may_make)
}

/// Looks. Makes nothing, not even the file.
///
/// # Errors
/// Why it cannot be opened, without what the address says.
pub fn holds(target: &Target) -> std::result::Result<Holds, String> {
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
    let mut look = || {
        Ok::<_, crate::db::Error>(match standing_of(&mut conn)? {
            Standing::Ours { .. } => Holds::Installation,
            Standing::Foreign => Holds::Others,
            Standing::Empty if may_make(&mut conn)? => Holds::Nothing,
            Standing::Empty => Holds::NoRight,
        })
    };
    look().map_err(|error| format!("the database cannot be read: {error}"))
}
