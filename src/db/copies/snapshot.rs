//! A long read of the database as it stands at one moment.

use crate::db::pool::Db;
use crate::db::{Conn, Result};
use diesel::QueryableByName;
use diesel::RunQueryDsl;
use diesel::connection::{AnsiTransactionManager, SimpleConnection, TransactionManager};

impl Db {
    /// Reads on a connection of its own, in one snapshot: what is written meanwhile is seen in no table, rather than in one and
    /// not in another. For numbers that are held against each other. Nobody's statement is cut off for taking long.
    ///
    /// # Errors
    /// A fault of the database, or what `work` refuses with.
    pub fn snapshot_here<T, E: From<crate::db::Error>>(
        &self,
        work: impl FnOnce(&mut Conn) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        let mut conn = self.open_reader()?;
        begin_reading(&mut conn)?;
        let found = work(&mut conn);
        // Nothing was written, so that there is nothing to lose.
        let _ = match &mut conn {
            Conn::Sqlite(c) => AnsiTransactionManager::rollback_transaction(c),
            Conn::Postgres(c) => AnsiTransactionManager::rollback_transaction(c),
        };
        found
    }
}

/// How many lines of damage are told.
const TOLD: &str = "PRAGMA quick_check(5)";

#[derive(QueryableByName)]
struct DamageLine {
    #[diesel(sql_type = diesel::sql_types::Text)]
    quick_check: String,
}

impl Db {
    /// What SQLite finds wrong with the form of its file: pages and indexes, no values. Nothing on PostgreSQL, which has tools of
    /// its own for that.
    ///
    /// # Errors
    /// A fault of the database.
    pub(crate) fn damage(&self) -> Result<Vec<String>> {
        let Conn::Sqlite(conn) = &mut self.open_reader()? else {
            return Ok(Vec::new());
        };
        let lines = diesel::sql_query(TOLD).load::<DamageLine>(conn)?;
        let lines = lines.into_iter().map(|line| line.quick_check);
        Ok(lines.filter(|line| line != "ok").collect())
    }
}

/// Nothing that is written meanwhile is seen in one table and missed in another.
pub(crate) fn begin_reading(conn: &mut Conn) -> Result<()> {
    match conn {
        Conn::Sqlite(c) => AnsiTransactionManager::begin_transaction_sql(c, "BEGIN")?,
        Conn::Postgres(c) => {
            c.batch_execute("SET statement_timeout = 0")?;
            AnsiTransactionManager::begin_transaction_sql(
                c,
                "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
            )?;
        }
    }
    Ok(())
}
