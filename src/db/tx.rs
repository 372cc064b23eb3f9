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

/// A transaction that did not end well.
#[derive(Debug)]
pub(super) enum Broken<E> {
    /// Nothing of it stands.
    Undone(E),
    /// The connection died before COMMIT was answered: it may stand or not, and must not be done again.
    Unknown(Error),
}

/// Runs `work` in one write transaction. SQLite begins IMMEDIATE: a deferred transaction that
/// reads and then writes fails at once when another writer came between.
pub(super) fn transaction<T, E: From<Error>>(
    conn: &mut Conn,
    work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
) -> Result<T, E> {
    attempt(conn, work).map_err(|broken| match broken {
        Broken::Undone(error) => error,
        Broken::Unknown(error) => error.into(),
    })
}

/// The same for whoever can do it once more where nothing of it stands.
pub(super) fn attempt<T, E: From<Error>>(
    conn: &mut Conn,
    work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
) -> Result<T, Broken<E>> {
    begin(conn).map_err(|error| Broken::Undone(error.into()))?;
    match work(&mut Tx(conn)) {
        Ok(done) => match commit(conn) {
            Ok(()) => Ok(done),
            Err(error) if error.is_lost() => Err(Broken::Unknown(error)),
            Err(error) => Err(Broken::Undone(error.into())),
        },
        Err(refused) => {
            // A failed rollback leaves the connection broken; the pool then drops it.
            let _ = rollback(conn);
            Err(Broken::Undone(refused))
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
