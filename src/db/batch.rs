//! Shared commits: many small writes, one durable commit.
//!
//! One worker owns one connection and takes whatever is waiting; nobody waits for a timer. A lone
//! write commits at once, a crowd shares its commit. Each caller hears of its own outcome only
//! after the commit, so that "done" means "on disk".

use super::tx::{Tx, transaction};
use super::{Conn, Db, Error, Result};
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
        name: &str,
        work: impl FnMut(&mut Tx<'_>, &[I]) -> Result<Vec<O>> + Send + 'static,
    ) -> std::io::Result<Self> {
        let (queue, inbox) = mpsc::channel(WAITING);
        let worker = Worker {
            db: db.clone(),
            conn: None,
            work: Box::new(work),
        };
        std::thread::Builder::new()
            .name(name.to_owned())
            .spawn(move || worker.run(inbox))?;
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

    fn commit(&mut self, inputs: &[I]) -> Result<Vec<O>> {
        let mut conn = match self.conn.take() {
            Some(conn) => conn,
            None => self.db.open_writer().inspect_err(|_| {
                #[expect(
                    clippy::disallowed_methods,
                    reason = "the worker's own thread: a database that is away is not asked at once again"
                )]
                std::thread::sleep(PAUSE);
            })?,
        };
        let turn = self.db.turn();
        let outcome = transaction(&mut conn, |tx| (self.work)(tx, inputs)).and_then(|outputs| {
            if outputs.len() == inputs.len() {
                Ok(outputs)
            } else {
                Err(Error::Refused("outcomes and inputs differ in number"))
            }
        });
        drop(turn);
        // A connection that met a fault is not used again.
        if !matches!(outcome, Err(Error::Unavailable(_))) {
            self.conn = Some(conn);
        }
        outcome
    }
}
