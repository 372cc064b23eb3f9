//! Of when what a copy holds was so: written into the copy before it is whole, read when it is restored.

use crate::base::Time;
use crate::both;
use crate::db::opening::standing::has_table;
use crate::db::schema::copy_moments as m;
use crate::db::{Conn, Result};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use std::path::Path;

/// Writes it into a one-file copy that is not whole yet. A copy of a schema that knows no moments stays without.
///
/// # Errors
/// What SQLite says.
pub(super) fn note(part: &Path, at: Time) -> std::result::Result<(), String> {
    let conn = SqliteConnection::establish(&part.to_string_lossy());
    let mut conn = Conn::Sqlite(conn.map_err(|error| error.to_string())?);
    write(&mut conn, at).map_err(|error| error.to_string())
}

fn write(conn: &mut Conn, at: Time) -> Result<()> {
    conn.batch_execute("PRAGMA busy_timeout = 10000")?;
    if !has_table(conn, "copy_moments")? {
        return Ok(());
    }
    both!(conn, |c| diesel::insert_into(m::table)
        .values((m::id.eq(1_i16), m::at.eq(at)))
        .on_conflict(m::id)
        .do_update()
        .set(m::at.eq(at))
        .execute(c))?;
    Ok(())
}

/// Of when a copy is; none where an older program made it.
///
/// # Errors
/// A fault of the database.
pub fn copy_moment(conn: &mut Conn) -> Result<Option<Time>> {
    Ok(m::table.select(m::at).first(conn).optional()?)
}
