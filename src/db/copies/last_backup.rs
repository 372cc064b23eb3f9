//! When the newest copy was made: noted in the database that was copied, for the operator's pages.

use crate::base::Time;
use crate::both;
use crate::db::opening::open::Target;
use crate::db::schema::last_backup as b;
use crate::db::tx::transaction;
use crate::db::{Conn, Error, Result, Tx};
use diesel::prelude::*;

/// Notes that a copy is whole that holds what was so at this moment. An older one changes nothing. Blocks.
///
/// # Errors
/// The database takes no writes, or its schema is an older one: the copy is whole all the same.
pub fn note_backup(from: &Target, at: Time) -> Result<()> {
    let open = from.open(true);
    let mut conn = open.map_err(|_| Error::Unavailable("cannot connect"))?;
    transaction(&mut conn, |tx| note(tx, at))
}

fn note(tx: &mut Tx<'_>, at: Time) -> Result<()> {
    let known = last_backup(tx)?;
    let at = known.map_or(at, |known| known.max(at));
    let row = (b::id.eq(1_i16), b::made_at.eq(at));
    both!(tx, |c| diesel::insert_into(b::table)
        .values(row)
        .on_conflict(b::id)
        .do_update()
        .set(b::made_at.eq(at))
        .execute(c))?;
    Ok(())
}

/// Of when the newest copy is; none where none was ever made with `undersigned backup`.
///
/// # Errors
/// A fault of the database.
pub fn last_backup(conn: &mut Conn) -> Result<Option<Time>> {
    Ok(b::table.select(b::made_at).first(conn).optional()?)
}
