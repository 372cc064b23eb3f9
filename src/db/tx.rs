//! A transaction as a type.

use super::{Conn, Error};
use diesel::connection::{AnsiTransactionManager, TransactionManager};
use std::ops::{Deref, DerefMut};

/// Proof that a write transaction is open. Made only by [`Db::write`](super::Db::write) and
/// [`Batch`](super::Batch); whoever wants to write, queue mail or leave an audit line asks for one.
pub struct Tx<'a>(&'a mut Conn);

impl Deref for Tx<'_> {
    type Target = Conn;
    fn deref(&self) -> &Conn {
        self.0
    }
}

impl DerefMut for Tx<'_> {
    fn deref_mut(&mut self) -> &mut Conn {
        self.0
    }
}

/// Runs `work` in one write transaction. SQLite begins IMMEDIATE: a deferred transaction that
/// reads and then writes fails at once when another writer came between.
pub(super) fn transaction<T, E: From<Error>>(
    conn: &mut Conn,
    work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
) -> Result<T, E> {
    begin(conn)?;
    match work(&mut Tx(conn)) {
        Ok(done) => {
            commit(conn)?;
            Ok(done)
        }
        Err(refused) => {
            // A failed rollback leaves the connection broken; the pool then drops it.
            let _ = rollback(conn);
            Err(refused)
        }
    }
}

fn begin(conn: &mut Conn) -> Result<(), Error> {
    match conn {
        Conn::Sqlite(c) => AnsiTransactionManager::begin_transaction_sql(c, "BEGIN IMMEDIATE")?,
        Conn::Postgres(c) => AnsiTransactionManager::begin_transaction(c)?,
    }
    Ok(())
}

fn commit(conn: &mut Conn) -> Result<(), Error> {
    match conn {
        Conn::Sqlite(c) => AnsiTransactionManager::commit_transaction(c)?,
        Conn::Postgres(c) => AnsiTransactionManager::commit_transaction(c)?,
    }
    Ok(())
}

fn rollback(conn: &mut Conn) -> Result<(), Error> {
    match conn {
        Conn::Sqlite(c) => AnsiTransactionManager::rollback_transaction(c)?,
        Conn::Postgres(c) => AnsiTransactionManager::rollback_transaction(c)?,
    }
    Ok(())
}
