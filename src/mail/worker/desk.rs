//! The worker's desk: letters are fetched from the outbox and made ready on it, and what became of
//! them is written back. Everything here may run while other letters are on their way.

use super::keep::Endings;
use super::round::Job;
use super::schedule::after;
use super::take::take;
use crate::base::time::{days, seconds};
use crate::base::{Clock, Id, Time};
use crate::db::{Db, Error, Result};
use crate::mail::content::Mail;
use crate::mail::model::{Outbox, OutboxMessage};
use crate::mail::relay::fault::{Fault, Stage};
use crate::mail::relay::session::now as instant;
use crate::mail::relay::verdict::Refused;
use crate::mail::renderer::Renderer;
use crate::mail::store::{self, Ended, MailState};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::{Instant, sleep};

/// A mailbox its server does not know is left alone this long.
const SUPPRESSED_FOR: Duration = days(30);
/// Between two tries to write back, while the database is away.
const STORE_AGAIN: Duration = Duration::from_millis(250);

/// Where letters are made ready. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Preparer {
    pub(crate) db: Db,
    pub(crate) renderer: Arc<dyn Renderer>,
    pub(crate) clock: Clock,
    pub(crate) mail_host: Arc<str>,
}

/// Letters made ready.
pub(crate) struct Batch {
    /// Rows that were due, whatever became of them.
    pub(crate) due: usize,
    /// To be sent.
    pub(crate) jobs: Vec<Job>,
    /// When they were taken.
    pub(crate) taken_at: Instant,
}

impl Preparer {
    /// Takes what is due, at most `most`, and has it rendered. Settles what needs no letter any more.
    pub(crate) async fn fetch(&self, most: i64, stop: &watch::Receiver<bool>) -> Result<Batch> {
        let (now, taken_at) = (self.clock.now(), instant());
        let mut batch = Batch {
            due: 0,
            jobs: Vec::new(),
            taken_at,
        };
        if !self.db.read(move |conn| store::is_due(conn, now)).await? {
            return Ok(batch);
        }
        let renderer = Arc::clone(&self.renderer);
        let taking = self.db.write(move |tx| take(tx, &*renderer, now, most));
        let taken = taking.await?;
        batch.due = taken.looked_at;
        if taken.promises.is_empty() {
            return Ok(batch);
        }
        let letters = self.letters(&taken.promises).await?;
        let mut endings = Endings::default();
        for (promise, letter) in taken.promises.into_iter().zip(letters) {
            match letter {
                Ok(Some(letter)) => batch.jobs.push(self.job(promise, letter, now)),
                Ok(None) => {
                    let nothing = Ended::For(MailState::Skipped, "nothing to send".to_owned());
                    endings.ended.push((nothing, promise.id));
                }
                Err(error) => {
                    let kind = promise.kind.as_str();
                    tracing::error!(%error, kind, "mail: a letter cannot be rendered");
                    let broken = Refused::silent(Fault::Transient, Stage::Data, "not rendered");
                    endings
                        .ended
                        .push((after(&promise, &broken, now), promise.id));
                }
            }
        }
        self.store(endings, stop).await;
        Ok(batch)
    }

    /// One visit to the database for all. If one letter breaks it, each is rendered alone, so that
    /// only the culprit waits.
    async fn letters(&self, promises: &[OutboxMessage]) -> Result<Vec<Result<Option<Mail>>>> {
        match self.render(promises.to_vec()).await {
            Ok(letters) => Ok(letters.into_iter().map(Ok).collect()),
            Err(Error::Unavailable(why)) => {
                let ids = promises.iter().map(|one| one.id).collect();
                self.release(ids, self.clock.now().plus(seconds(5))).await?;
                Err(Error::Unavailable(why))
            }
            Err(_) => {
                let mut letters = Vec::with_capacity(promises.len());
                for promise in promises {
                    let alone = self.render(vec![promise.clone()]).await;
                    letters.push(alone.map(|mut one| one.pop().flatten()));
                }
                Ok(letters)
            }
        }
    }

    async fn render(&self, promises: Vec<OutboxMessage>) -> Result<Vec<Option<Mail>>> {
        let (renderer, count) = (Arc::clone(&self.renderer), promises.len());
        let rendering = self.db.read(move |conn| renderer.render(conn, &promises));
        let letters = rendering.await?;
        if letters.len() == count {
            Ok(letters)
        } else {
            Err(Error::Refused("letters and promises differ in number"))
        }
    }

    /// Puts the fixed Message-ID and the date on a letter.
    fn job(&self, promise: OutboxMessage, mut letter: Mail, now: Time) -> Job {
        letter.message_id = format!("{}@{}", promise.id, self.mail_host);
        letter.date = now;
        Job { promise, letter }
    }

    /// Gives back letters nobody began to send.
    pub(crate) async fn release(&self, ids: Vec<Id<Outbox>>, at: Time) -> Result<()> {
        if ids.is_empty() {
            return Ok(());
        }
        self.db.write(move |tx| store::release(tx, &ids, at)).await
    }

    /// One transaction; again and again while the database is away: what was sent must be known.
    pub(crate) async fn store(&self, endings: Endings, stop: &watch::Receiver<bool>) {
        if endings.ended.is_empty() {
            return;
        }
        let endings = Arc::new(endings);
        loop {
            let (all, renderer, now) = (endings.clone(), self.renderer.clone(), self.clock.now());
            let storing = self.db.write(move |tx| {
                store::settle(tx, &all.ended, now)?;
                store::suppress(tx, &all.unknown, now, now.plus(SUPPRESSED_FOR))?;
                if all.sent.is_empty() {
                    Ok(())
                } else {
                    renderer.sent(tx, &all.sent)
                }
            });
            match storing.await {
                Ok(()) => return,
                Err(Error::Unavailable(_)) if !*stop.borrow() => sleep(STORE_AGAIN).await,
                Err(error) => {
                    tracing::error!(%error, "mail: endings not stored; letters may be sent twice");
                    return;
                }
            }
        }
    }
}
