//! Readers and writers of one database.

use super::opening::open::Target;
use super::opening::served_file::ServedFile;
use super::tx::{Tx, transaction};
use super::{Conn, Error, Health, Result};
use diesel::QueryableByName;
use diesel::RunQueryDsl;
use diesel::connection::{AnsiTransactionManager, SimpleConnection, TransactionManager};
use std::any::Any;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tracing::Span;

/// Connections kept for reading, for each database.
const READERS: u32 = 4;
/// Connections kept for ordinary writes on PostgreSQL; SQLite has one writer.
const WRITERS: u32 = 4;
/// Connections of one instance to PostgreSQL at once: readers, writers, one each for signing and confirming, and two for lists that are
/// read for long.
pub(crate) const CONNECTIONS: u32 = READERS + WRITERS + 4;
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
    health: Health,
    /// How many shared commits there were.
    shared_commits: Arc<AtomicU64>,
    /// Nothing else opens the file while this is there.
    _served: ServedFile,
}

impl Db {
    /// Opens the pools; brings the schema up to date first.
    ///
    /// # Errors
    /// One line for the operator: cannot be opened, or written by a newer program.
    pub fn open(target: &Target) -> std::result::Result<Self, String> {
        Self::open_within(target, Duration::ZERO)
    }

    /// The same; a PostgreSQL that does not answer yet, as when both start with the machine, is waited for so long.
    ///
    /// # Errors
    /// As [`Db::open`].
    pub(crate) fn open_within(
        target: &Target,
        wait: Duration,
    ) -> std::result::Result<Self, String> {
        super::opening::whole::must_be_whole(target)?;
        super::opening::migrate::bring_up(target, wait)?;
        Ok(Self::over(target))
    }

    /// The pools over a database whose schema is up to date, and which the caller knows to be whole.
    pub(super) fn over(target: &Target) -> Self {
        Self::pooled(target, READERS, 1)
    }

    /// The same for work on one thread, after which the file may be taken away: nothing is opened but what is asked for, so that nobody
    /// opens it, and with that makes it anew, behind the end of the work.
    pub(super) fn alone(target: &Target) -> Self {
        Self::pooled(target, 1, 0)
    }

    fn pooled(target: &Target, readers: u32, idle: u32) -> Self {
        let pool = |write: bool, size: u32| {
            r2d2::Pool::builder()
                .max_size(size)
                .min_idle(Some(idle))
                .connection_timeout(PATIENCE)
                .error_handler(Box::new(r2d2::NopErrorHandler))
                .build_unchecked(Opener {
                    target: target.clone(),
                    write,
                })
        };
        let writers = if target.is_sqlite() { 1 } else { WRITERS };
        let permits = |n: u32| Arc::new(Semaphore::new(usize::try_from(n).unwrap_or(1)));
        Self {
            target: target.clone(),
            readers: pool(false, readers),
            writers: pool(true, writers),
            read_gate: permits(readers),
            write_gate: permits(writers),
            single_writer: Arc::default(),
            health: Health::default(),
            shared_commits: Arc::default(),
            _served: ServedFile::of(target),
        }
    }

    /// How many shared commits this instance has made: where it moved, somebody has signed or confirmed meanwhile, and work that can
    /// wait leaves them the machine.
    #[must_use]
    pub fn shared_commits(&self) -> u64 {
        self.shared_commits.load(Ordering::Relaxed)
    }

    /// Notes one more.
    pub(super) fn has_shared_commit(&self) {
        self.shared_commits.fetch_add(1, Ordering::Relaxed);
    }

    /// Whether it takes writes, and whether everybody who works on it lives.
    #[must_use]
    pub fn health(&self) -> &Health {
        &self.health
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
        let (pool, asked_by) = (self.readers.clone(), Span::current());
        tokio::task::spawn_blocking(move || {
            let _asked_by = asked_by.entered();
            // Given back with the connection, not when a visitor hangs up: the read goes on then, and whoever came after it would
            // find no connection.
            let _permit = permit;
            let mut conn = pool.get().map_err(Error::from)?;
            work(&mut conn)
        })
        .await
        .unwrap_or_else(|_| Err(Error::Refused("panic").into()))
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
        let permit = enter(&self.write_gate).await?;
        let (this, asked_by) = (self.clone(), Span::current());
        tokio::task::spawn_blocking(move || {
            let _asked_by = asked_by.entered();
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
    pub fn write_here<T, E: From<Error> + 'static>(
        &self,
        work: impl FnOnce(&mut Tx<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        // The pool asks a connection for a sign of life before it hands it out: one that died idle is opened again.
        let mut conn = self.writers.get().map_err(Error::from)?;
        let _lock = self.writer_lock();
        transaction(&mut conn, work).inspect_err(|refused| {
            let refused: &dyn Any = refused;
            if let Some(error) = refused.downcast_ref::<Error>() {
                self.health.note(*error);
            }
        })
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

    /// Waits for SQLite's one writer; nothing on PostgreSQL. First come, first served.
    pub(super) fn writer_lock(&self) -> Option<tokio::sync::OwnedMutexGuard<()>> {
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

    /// Asks the database for a sign of life, with a write lock but without a change; once a write was refused, with a write.
    ///
    /// # Errors
    /// What a write would meet now.
    pub(crate) async fn probe(&self) -> Result<()> {
        if self.health.refused().is_some() {
            self.write(Health::try_a_write).await?;
            self.health.takes_writes();
            return Ok(());
        }
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

async fn enter(gate: &Arc<Semaphore>) -> Result<OwnedSemaphorePermit> {
    Arc::clone(gate)
        .acquire_owned()
        .await
        .map_err(|_| Error::Unavailable("shutting down"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc;

    /// Visitors who hang up leave reads behind. Whoever comes next waits for one of them to end.
    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn a_read_keeps_its_place_when_the_visitor_hangs_up() {
        let folder = tempfile::tempdir().unwrap();
        let target = format!("sqlite:{}", folder.path().join("a.db").display());
        let db = Db::open(&target.parse().unwrap()).unwrap();
        let mut ends = Vec::new();
        for _ in 0..READERS {
            let (begun, begins) = tokio::sync::oneshot::channel();
            let (end, ended) = mpsc::channel::<()>();
            let read = db.read(move |_| {
                let _ = begun.send(());
                let _ = ended.recv();
                Ok::<_, Error>(())
            });
            tokio::select! {
                _ = read => panic!("it goes on until it is told to end"),
                begun = begins => begun.unwrap(),
            }
            ends.push(end);
        }
        assert_eq!(
            db.read_gate.available_permits(),
            0,
            "all of them still read"
        );
        drop(ends);
        assert_eq!(db.read(|_| Ok::<_, Error>(1)).await, Ok(1));
    }
}
