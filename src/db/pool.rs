//! Readers and writers of one database.

use super::open::Target;
use super::tx::{Tx, transaction};
use super::{Conn, Error, Result};
use diesel::QueryableByName;
use diesel::RunQueryDsl;
use diesel::connection::{AnsiTransactionManager, SimpleConnection, TransactionManager};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Semaphore, SemaphorePermit};

/// Connections kept for reading, for each database.
const READERS: u32 = 4;
/// Connections kept for ordinary writes on PostgreSQL; SQLite has one writer.
const WRITERS: u32 = 4;
/// How long opening a connection may take before the caller hears "not available".
const PATIENCE: Duration = Duration::from_secs(2);

/// Opens connections of one kind for the pool.
struct Opener {
    target: Target,
    write: bool,
}

impl r2d2::ManageConnection for Opener {
    type Connection = Conn;
    type Error = Error;

    fn connect(&self) -> Result<Conn> {
        self.target
            .open(self.write)
            .map_err(|_| Error::Unavailable("cannot connect"))
    }

    fn is_valid(&self, conn: &mut Conn) -> Result<()> {
        match conn {
            Conn::Sqlite(_) => Ok(()),
            Conn::Postgres(c) => {
                diesel::sql_query("SELECT 1").execute(c)?;
                Ok(())
            }
        }
    }

    fn has_broken(&self, conn: &mut Conn) -> bool {
        // As diesel's own manager: a panic inside a transaction must not hand it to the next.
        std::thread::panicking()
            || match conn {
                Conn::Sqlite(c) => AnsiTransactionManager::is_broken_transaction_manager(c),
                Conn::Postgres(c) => AnsiTransactionManager::is_broken_transaction_manager(c),
            }
    }
}

/// The database of this program: cheap to clone, shared by all.
#[derive(Clone)]
pub struct Db {
    target: Target,
    readers: r2d2::Pool<Opener>,
    writers: r2d2::Pool<Opener>,
    read_gate: Arc<Semaphore>,
    write_gate: Arc<Semaphore>,
    /// SQLite only: whoever writes holds it, the shared-commit workers included.
    single_writer: Arc<tokio::sync::Mutex<()>>,
}

impl Db {
    /// Opens the pools; brings the schema up to date first.
    ///
    /// # Errors
    /// One line for the operator: cannot be opened, or written by a newer program.
    pub fn open(target: &Target) -> std::result::Result<Self, String> {
        super::migrate::bring_up(target)?;
        let pool = |write: bool, size: u32| {
            r2d2::Pool::builder()
                .max_size(size)
                .min_idle(Some(1))
                .connection_timeout(PATIENCE)
                .error_handler(Box::new(r2d2::NopErrorHandler))
                .build_unchecked(Opener {
                    target: target.clone(),
                    write,
                })
        };
        let writers = if target.is_sqlite() { 1 } else { WRITERS };
        let permits = |n: u32| Arc::new(Semaphore::new(usize::try_from(n).unwrap_or(1)));
        Ok(Self {
            target: target.clone(),
            readers: pool(false, READERS),
            writers: pool(true, writers),
            read_gate: permits(READERS),
            write_gate: permits(writers),
            single_writer: Arc::default(),
        })
    }

    /// Where this database is.
    #[must_use]
    pub fn target(&self) -> &Target {
        &self.target
    }

    /// Runs a read off the async threads.
    ///
    /// # Errors
    /// A fault of the database, or what `work` refuses with.
    pub async fn read<T, E>(
        &self,
        work: impl FnOnce(&mut Conn) -> std::result::Result<T, E> + Send + 'static,
    ) -> std::result::Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let permit = enter(&self.read_gate).await?;
        let pool = self.readers.clone();
        let done = tokio::task::spawn_blocking(move || {
            let mut conn = pool.get().map_err(Error::from)?;
            work(&mut conn)
        })
        .await;
        drop(permit);
        done.unwrap_or_else(|_| Err(Error::Refused("panic").into()))
    }

    /// Runs a write in one transaction off the async threads. Committed when this returns `Ok`,
    /// rolled back otherwise; it cannot be cut off half-way when the visitor goes away.
    ///
    /// # Errors
    /// A fault of the database, or what `work` refuses with.
    pub async fn write<T, E>(
        &self,
        work: impl FnOnce(&mut Tx<'_>) -> std::result::Result<T, E> + Send + 'static,
    ) -> std::result::Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let gate = Arc::clone(&self.write_gate);
        let permit = gate
            .acquire_owned()
            .await
            .map_err(|_| Error::Unavailable("shutting down"))?;
        let this = self.clone();
        tokio::task::spawn_blocking(move || {
            let _permit = permit;
            this.write_here(work)
        })
        .await
        .unwrap_or_else(|_| Err(Error::Refused("panic").into()))
    }

    /// The same on the calling thread, which may block: for command-line work and workers.
    ///
    /// # Errors
    /// As [`Db::write`].
    pub fn write_here<T, E: From<Error>>(
        &self,
        work: impl FnOnce(&mut Tx<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        let mut conn = self.writers.get().map_err(Error::from)?;
        let _turn = self.turn();
        transaction(&mut conn, work)
    }

    /// As [`Db::read`], on the calling thread.
    ///
    /// # Errors
    /// As [`Db::read`].
    pub fn read_here<T, E: From<Error>>(
        &self,
        work: impl FnOnce(&mut Conn) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        work(&mut *self.readers.get().map_err(Error::from)?)
    }

    /// A connection of one's own that cannot write, for a long read on a thread of its own.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub fn open_reader(&self) -> Result<Conn> {
        self.target
            .open(false)
            .map_err(|_| Error::Unavailable("cannot connect"))
    }

    /// A connection of one's own, for workers that write in shared commits.
    pub(super) fn open_writer(&self) -> Result<Conn> {
        self.target
            .open(true)
            .map_err(|_| Error::Unavailable("cannot connect"))
    }

    /// Waits for SQLite's one writer's turn; nothing on PostgreSQL. First come, first served.
    pub(super) fn turn(&self) -> Option<tokio::sync::OwnedMutexGuard<()>> {
        self.target
            .is_sqlite()
            .then(|| Arc::clone(&self.single_writer).blocking_lock_owned())
    }

    /// At the end of the program: brings what SQLite keeps in its log into the file itself, so that the file is whole
    /// alone. Nothing is lost without it; nothing happens on PostgreSQL.
    pub async fn fold(&self) {
        if !self.target.is_sqlite() {
            return;
        }
        let pool = self.writers.clone();
        let _ = tokio::task::spawn_blocking(move || {
            if let Ok(mut conn) = pool.get()
                && let Conn::Sqlite(conn) = &mut *conn
            {
                // Somebody who still reads keeps a part of the log, and the next start folds it.
                let _ = conn.batch_execute("PRAGMA wal_checkpoint(TRUNCATE)");
            }
        })
        .await;
    }

    /// Asks the database for a sign of life, with a write lock but without a change.
    ///
    /// # Errors
    /// What a write would meet now.
    pub async fn probe(&self) -> Result<()> {
        self.write(|tx| {
            #[derive(QueryableByName)]
            struct One {
                #[diesel(sql_type = diesel::sql_types::Integer)]
                #[expect(dead_code, reason = "the row itself is the sign")]
                one: i32,
            }
            diesel::sql_query("SELECT 1 AS one").load::<One>(&mut **tx)?;
            Ok::<_, Error>(())
        })
        .await
    }
}

async fn enter(gate: &Semaphore) -> Result<SemaphorePermit<'_>> {
    gate.acquire()
        .await
        .map_err(|_| Error::Unavailable("shutting down"))
}
