//! Sends a batch over several connections at once, and hands back what is done in handfuls.

use crate::base::time::seconds;
use crate::base::{Clock, Id, Time};
use crate::mail::content::Mail;
use crate::mail::model::{Outbox, OutboxMessage};
use crate::mail::relay::fault::{Fault, Stage};
use crate::mail::relay::session::now as instant;
use crate::mail::relay::verdict::{Accepted, Refused};
use crate::mail::transport::Transport;
use parking_lot::Mutex;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;
use tokio::sync::{mpsc, watch};
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep, timeout_at};

/// What is done waits this long for more, so that many share one commit. Also how much a crash can
/// make us send twice.
const HANDFUL: Duration = Duration::from_millis(10);
/// At the end of the program, mails under way have this long.
const LAST_MOMENTS: Duration = seconds(7);

/// What one round did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RoundReport {
    /// Letters that were due, at most a batch.
    pub due: usize,
    /// Letters the relay took.
    pub sent: usize,
    /// Letters it did not take, or nobody knows.
    pub refused: usize,
}

impl RoundReport {
    pub(crate) fn count(&mut self, done: &[TriedMail]) {
        let sent = done.iter().filter(|one| one.outcome.is_ok()).count();
        self.sent += sent;
        self.refused += done.len() - sent;
    }
}

/// A mail to be sent.
pub(crate) struct MailToSend {
    pub(crate) message: OutboxMessage,
    pub(crate) mail: Mail,
}

/// A mail that was tried.
pub(crate) struct TriedMail {
    pub(crate) message: OutboxMessage,
    pub(crate) domain: String,
    pub(crate) outcome: Result<Accepted, Refused>,
    pub(crate) at: Time,
}

/// A batch under way.
pub(crate) struct Sending {
    queue: Arc<Mutex<Vec<MailToSend>>>,
    done: mpsc::UnboundedReceiver<TriedMail>,
    lanes: JoinSet<()>,
    /// One for the whole batch: it does not begin anew with each handful.
    last_moments: Pin<Box<dyn Future<Output = ()> + Send>>,
}

/// Starts sending. No mail is begun after `end`, after [`Halt`], or once `stop` is true.
pub(crate) fn send_all(
    transport: &Transport,
    clock: &Clock,
    mut jobs: Vec<MailToSend>,
    end: Instant,
    stop: &watch::Receiver<bool>,
) -> Sending {
    // lanes take from the end
    jobs.reverse();
    let width = transport.width().min(jobs.len());
    let queue = Arc::new(Mutex::new(jobs));
    let (out, done) = mpsc::unbounded_channel();
    let halt = Arc::new(Halt::new(width));
    let mut lanes = JoinSet::new();
    for _ in 0..width {
        let lane = Lane {
            transport: transport.clone(),
            clock: clock.clone(),
            queue: Arc::clone(&queue),
            halt: Arc::clone(&halt),
            stop: stop.clone(),
            out: out.clone(),
            end,
        };
        lanes.spawn(lane.run());
    }
    Sending {
        queue,
        done,
        lanes,
        last_moments: Box::pin(last_moments(stop.clone())),
    }
}

/// Ends a batch early: when the relay cannot be used, or has fallen silent in the middle of every
/// conversation. Otherwise each mail of the batch would wait out the whole patience.
struct Halt {
    is_called: AtomicBool,
    silences: AtomicUsize,
    most: usize,
}

impl Halt {
    fn new(width: usize) -> Self {
        Self {
            is_called: AtomicBool::new(false),
            silences: AtomicUsize::new(0),
            most: width * 2,
        }
    }

    fn is_called(&self) -> bool {
        self.is_called.load(Ordering::Acquire)
    }

    fn hear(&self, outcome: &Result<Accepted, Refused>) {
        let silences = match outcome {
            Err(refused) if refused.code.is_none() => {
                self.silences.fetch_add(1, Ordering::AcqRel) + 1
            }
            _ => {
                self.silences.store(0, Ordering::Release);
                0
            }
        };
        if silences >= self.most || outcome.is_err_and(|refused| refused.concerns_the_relay()) {
            self.is_called.store(true, Ordering::Release);
        }
    }
}

struct Lane {
    transport: Transport,
    clock: Clock,
    queue: Arc<Mutex<Vec<MailToSend>>>,
    halt: Arc<Halt>,
    stop: watch::Receiver<bool>,
    out: mpsc::UnboundedSender<TriedMail>,
    end: Instant,
}

impl Lane {
    async fn run(self) {
        while !self.halt.is_called() && !*self.stop.borrow() && instant() < self.end {
            let Some(MailToSend { message, mail }) = self.queue.lock().pop() else {
                break;
            };
            let outcome = match mail.raw() {
                Ok(raw) => self.transport.send(raw).await,
                Err(error) => {
                    tracing::error!(%error, kind = message.kind.as_str(), "mail: a letter cannot be sent");
                    Err(Refused::silent(Fault::Permanent, Stage::Data, "no message"))
                }
            };
            self.halt.hear(&outcome);
            let at = self.clock.now();
            let domain = mail.to.domain().to_owned();
            if self
                .out
                .send(TriedMail {
                    message,
                    domain,
                    outcome,
                    at,
                })
                .is_err()
            {
                break;
            }
        }
    }
}

impl Sending {
    /// The next handful of tried mails; `None` when no more will come.
    pub(crate) async fn next(&mut self) -> Option<Vec<TriedMail>> {
        let mut handful = Vec::new();
        tokio::select! {
            got = self.done.recv_many(&mut handful, usize::MAX) => {
                if got == 0 {
                    return None;
                }
            }
            () = &mut self.last_moments => {
                self.lanes.abort_all();
                return None;
            }
        }
        let until = instant() + HANDFUL;
        while let Ok(1..) = timeout_at(until, self.done.recv_many(&mut handful, usize::MAX)).await {
        }
        Some(handful)
    }

    /// Letters nobody began to send.
    pub(crate) fn left(self) -> Vec<Id<Outbox>> {
        self.queue.lock().iter().map(|job| job.message.id).collect()
    }
}

async fn last_moments(mut stop: watch::Receiver<bool>) {
    if stop.wait_for(|stopped| *stopped).await.is_err() {
        // nobody can stop us any more
        std::future::pending::<()>().await;
    }
    sleep(LAST_MOMENTS).await;
}
