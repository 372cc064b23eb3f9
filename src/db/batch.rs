//! Shared commits: many small writes, one durable commit.
//!
//! One worker owns one connection and takes whatever is waiting; nobody waits for a timer. A lone
//! write commits at once, a crowd shares its commit. Each caller hears of its own outcome only
//! after the commit, so that "done" means "on disk".

use super::tx::{Broken, Tx, attempt};
use super::{Conn, Db, Error, Result};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;
use tokio::sync::{mpsc, oneshot};

/// Most inputs of one commit.
const MOST: usize = 1024;
/// Most inputs waiting: beyond it callers hear "busy" and come again.
const WAITING: usize = 8192;
/// Pause before a lost connection is opened again.
const PAUSE: Duration = Duration::from_millis(250);

type Work<I, O> = dyn FnMut(&mut Tx<'_>, &[I]) -> Result<Vec<O>> + Send;
type Waiting<I, O> = (I, oneshot::Sender<Result<O>>);

/// A queue of inputs `I` written together, each answered with its own `O`.
pub struct Batch<I, O> {
    queue: mpsc::Sender<Waiting<I, O>>,
}

impl<I, O> Clone for Batch<I, O> {
    fn clone(&self) -> Self {
        Self {
            queue: self.queue.clone(),
        }
    }
}

impl<I: Send + 'static, O: Send + 'static> Batch<I, O> {
    /// Starts the worker thread. It ends when the last clone of the `Batch` is dropped, after
    /// what waits is written. `work` gives one output for each input, in order.
    pub fn start(
        db: &Db,
        name: &'static str,
        work: impl FnMut(&mut Tx<'_>, &[I]) -> Result<Vec<O>> + Send + 'static,
    ) -> std::io::Result<Self> {
        let (queue, inbox) = mpsc::channel(WAITING);
        let guard = db.health().guard(name);
        let worker = Worker {
            db: db.clone(),
            conn: None,
            work: Box::new(work),
        };
        std::thread::Builder::new()
            .name(name.to_owned())
            .spawn(move || {
                worker.run(inbox);
                guard.ends_well();
            })?;
        Ok(Self { queue })
    }

    /// Hands in one input and waits until it is on disk.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the queue is full or the database is away.
    pub async fn put(&self, input: I) -> Result<O> {
        let (answer, outcome) = oneshot::channel();
        self.queue
            .try_send((input, answer))
            .map_err(|_| Error::Unavailable("busy"))?;
        outcome
            .await
            .unwrap_or(Err(Error::Unavailable("shutting down")))
    }
}

struct Worker<I, O> {
    db: Db,
    conn: Option<Conn>,
    work: Box<Work<I, O>>,
}

impl<I, O> Worker<I, O> {
    fn run(mut self, mut inbox: mpsc::Receiver<Waiting<I, O>>) {
        let mut taken = Vec::with_capacity(MOST);
        while inbox.blocking_recv_many(&mut taken, MOST) > 0 {
            let (inputs, answers): (Vec<I>, Vec<_>) = taken.drain(..).unzip();
            let outcomes = self.write(&inputs);
            self.db.has_shared_commit();
            for (answer, outcome) in answers.into_iter().zip(outcomes) {
                // A caller that went away does not want to know.
                let _ = answer.send(outcome);
            }
        }
    }

    /// All together; if a statement is refused, one by one, so that only the culprit hears of it.
    fn write(&mut self, inputs: &[I]) -> Vec<Result<O>> {
        match self.commit(inputs) {
            Ok(outputs) => outputs.into_iter().map(Ok).collect(),
            Err(Error::Unavailable(why)) => inputs
                .iter()
                .map(|_| Err(Error::Unavailable(why)))
                .collect(),
            Err(refused) if inputs.len() == 1 => vec![Err(refused)],
            Err(_) => inputs
                .iter()
                .map(|input| {
                    self.commit(std::slice::from_ref(input))
                        .and_then(|mut one| one.pop().ok_or(Error::Refused("no outcome")))
                })
                .collect(),
        }
    }

    /// Commits them, and once more where nothing of the first try stands and the second may well succeed: the connection had died,
    /// as a pooler or a firewall ends one that was idle, or another transaction went first.
    fn commit(&mut self, inputs: &[I]) -> Result<Vec<O>> {
        match self.try_once(inputs) {
            Err(Broken::Undone(error)) if error.is_lost() || error.is_collision() => {
                self.try_once(inputs)
            }
            tried => tried,
        }
        .map_err(|broken| match broken {
            Broken::Undone(error) | Broken::Unknown(error) => error,
        })
        .inspect_err(|error| self.db.health().note(*error))
    }

    fn try_once(&mut self, inputs: &[I]) -> std::result::Result<Vec<O>, Broken<Error>> {
        let mut conn = match self.conn.take() {
            Some(conn) => conn,
            None => self.db.open_writer().map_err(|error| {
                #[expect(
                    clippy::disallowed_methods,
                    reason = "the worker's own thread: a database that is away is not asked at once again"
                )]
                std::thread::sleep(PAUSE);
                Broken::Undone(error)
            })?,
        };
        let lock = self.db.writer_lock();
        let work = &mut self.work;
        // What one input is to blame for is no reason that nobody's are written any more: the panic is told as a refusal, so that
        // the inputs are tried one by one. The connection goes, and with it what was not committed.
        let tried = catch_unwind(AssertUnwindSafe(|| {
            attempt(&mut conn, |tx| {
                let outputs = work(tx, inputs)?;
                if outputs.len() == inputs.len() {
                    Ok(outputs)
                } else {
                    Err(Error::Refused("outcomes and inputs differ in number"))
                }
            })
        }));
        drop(lock);
        let Ok(outcome) = tried else {
            return Err(Broken::Undone(Error::Refused("panic")));
        };
        // A connection that met a fault is not used again; one that gave way is as good as before.
        let is_usable = match &outcome {
            Ok(_) => true,
            Err(Broken::Undone(error)) => {
                error.is_collision() || !matches!(error, Error::Unavailable(_))
            }
            Err(Broken::Unknown(_)) => false,
        };
        if is_usable {
            self.conn = Some(conn);
        }
        outcome
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn db() -> (tempfile::TempDir, Db) {
        let folder = tempfile::tempdir().unwrap();
        let target = format!("sqlite:{}", folder.path().join("a.db").display());
        let db = Db::open(&target.parse().unwrap()).unwrap();
        (folder, db)
    }

    /// Whoever shares a commit with an input that breaks the work is written all the same.
    #[tokio::test]
    async fn an_input_that_panics_harms_nobody_else() {
        let (_folder, db) = db();
        let work = |_: &mut Tx<'_>, inputs: &[u8]| {
            assert!(!inputs.contains(&7), "an input that breaks the work");
            Ok(inputs.to_vec())
        };
        let batch = Batch::start(&db, "numbers", work).unwrap();
        let put = |input: u8| {
            let batch = batch.clone();
            async move { batch.put(input).await }
        };
        let (one, seven, eight) = tokio::join!(put(1), put(7), put(8));
        assert_eq!((one, eight), (Ok(1), Ok(8)));
        assert_eq!(seven, Err(Error::Refused("panic")));
        assert_eq!(put(9).await, Ok(9), "the worker goes on");
        assert_eq!(db.health().ended(), None);
    }

    /// What fails once by a deadlock is done at the second try, and what goes on failing is told.
    #[tokio::test]
    async fn a_deadlock_is_one_more_try() {
        let (_folder, db) = db();
        let gives_way = Error::from(diesel::result::Error::DatabaseError(
            diesel::result::DatabaseErrorKind::SerializationFailure,
            Box::new(String::new()),
        ));
        let mut tries = 0;
        let batch = Batch::start(&db, "numbers", move |_, inputs: &[u8]| {
            tries += 1;
            match tries {
                2 => Ok(vec![tries; inputs.len()]),
                _ => Err(gives_way),
            }
        })
        .unwrap();
        assert_eq!(batch.put(1).await, Ok(2), "written at the second try");
        assert_eq!(batch.put(1).await, Err(gives_way), "and not tried for ever");
    }

    /// A statement that took too long is not said again for each of a thousand inputs.
    #[tokio::test]
    async fn a_timeout_is_not_replayed_one_by_one() {
        let (_folder, db) = db();
        let slow = Error::from(diesel::result::Error::DatabaseError(
            diesel::result::DatabaseErrorKind::Unknown,
            Box::new("canceling statement due to statement timeout".to_owned()),
        ));
        let tries = std::sync::Arc::new(parking_lot::Mutex::new(0));
        let seen = std::sync::Arc::clone(&tries);
        let mut worker = Worker {
            db,
            conn: None,
            work: Box::new(move |_: &mut Tx<'_>, _: &[u8]| -> Result<Vec<u8>> {
                *seen.lock() += 1;
                Err(slow)
            }),
        };
        let told = tokio::task::spawn_blocking(move || worker.write(&[1, 2, 3])).await;
        assert_eq!(told.unwrap(), [Err(slow); 3]);
        assert_eq!(*tries.lock(), 1);
    }
}
