//! What changed since it was looked at last, by a counter of the database's own: clocks of instances may be as far apart as they like.
//!
//! Each row that memory holds a copy of says in `moved` which transaction changed it last; a trigger writes it. On SQLite that is a
//! counter, and transactions commit in its order. On PostgreSQL it is the number of the transaction, which locks nothing, where a
//! counter in a row would have all commits wait for each other; but one with a lower number may commit later. So whoever looks
//! notes first the lowest number that was still under way, and looks the next time from there on.

use crate::db::{Conn, Result};
use diesel::prelude::*;
use diesel::sql_types::BigInt;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// How far changes have been read into one memory. Clones are the same.
#[derive(Debug, Clone, Default)]
pub struct Changes(Arc<AtomicI64>);

impl Changes {
    /// Has `read` read what moved at this number or later. What it has read is not read again unless it moves, but for what was under
    /// way meanwhile.
    ///
    /// # Errors
    /// A fault of the database: the same is read the next time.
    pub(crate) fn follow<T>(
        &self,
        conn: &mut Conn,
        read: impl FnOnce(&mut Conn, i64) -> Result<T>,
    ) -> Result<T> {
        let until = under_way(conn)?;
        let since = self.0.load(Ordering::Acquire);
        // Another database stands in the place of the one that was read: all of it is news.
        let since = if since > until { 0 } else { since };
        let told = read(conn, since)?;
        self.0.store(until, Ordering::Release);
        Ok(told)
    }
}

/// Whatever commits from now on has this number or a higher one.
fn under_way(conn: &mut Conn) -> Result<i64> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = BigInt)]
        number: i64,
    }
    let asked = match conn {
        Conn::Sqlite(_) => "select number + 1 as number from changes",
        Conn::Postgres(_) => {
            "select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as number"
        }
    };
    Ok(diesel::sql_query(asked).get_result::<Row>(conn)?.number)
}

/// Rows of a restored PostgreSQL have the numbers of the one they were saved from, which may be far ahead of its own: they get
/// numbers of this one.
pub(crate) fn renumber(conn: &mut PgConnection) -> QueryResult<()> {
    for table in [
        "update petitions set moved = 0 where moved >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint",
        "update updates set moved = 0 where moved >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint",
        "update petition_pictures set moved = 0 where moved >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint",
        "update source_lists set moved = 0 where moved >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint",
        "update tallies set moved = 0 where moved >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint",
        "update endorsements set moved = 0 where moved >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint",
        "update reason_tallies set moved = 0 where moved >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint",
    ] {
        diesel::sql_query(table).execute(conn)?;
    }
    Ok(())
}
