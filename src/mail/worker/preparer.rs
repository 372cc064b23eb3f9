//! The worker's desk: mails are fetched from the outbox and made ready on it, and what became of
//! them is written back. Everything here may run while other mails are on their way.

use super::claim::take;
use super::outcome::BatchOutcome;
use super::schedule::after;
use super::send_batch::MailToSend;
use crate::base::time::{days, seconds};
use crate::base::{Clock, Id, Time};
use crate::db::{Db, Error, Result};
use crate::mail::content::Mail;
use crate::mail::model::{Outbox, OutboxMessage};
use crate::mail::outgoing::MailMark;
use crate::mail::relay::fault::{Fault, Stage};
use crate::mail::relay::session::now as instant;
use crate::mail::relay::verdict::Refused;
use crate::mail::renderer::Renderer;
use crate::mail::store::{self, MailOutcome, MailState};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::{Instant, sleep};

/// A mailbox its server does not know is left alone this long.
const SUPPRESSED_FOR: Duration = days(30);
/// Between two tries to write back, while the database is away.
const STORE_AGAIN: Duration = Duration::from_millis(250);

/// Where mails are made ready. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Preparer {
    pub(crate) db: Db,
    pub(crate) renderer: Arc<dyn Renderer>,
    pub(crate) clock: Clock,
    pub(crate) mail_host: Arc<str>,
    /// Of how mail goes out.
    pub(crate) mark: MailMark,
}

/// Letters made ready.
pub(crate) struct Batch {
    /// Rows that were due, whatever became of them.
    pub(crate) due: usize,
    /// To be sent.
    pub(crate) jobs: Vec<MailToSend>,
    /// When they were taken.
    pub(crate) taken_at: Instant,
}

impl Preparer {
    /// Takes what is due, at most `most`, and has it rendered. Settles what needs no mail any more.
    pub(crate) async fn fetch(&self, most: i64, stop: &watch::Receiver<bool>) -> Result<Batch> {
        let (now, taken_at) = (self.clock.now(), instant());
        let mut batch = Batch {
            due: 0,
            jobs: Vec::new(),
            taken_at,
        };
        let looking = self.db.read(move |conn| {
            Ok::<_, Error>(store::is_due(conn, now)? && store::mail_held_since(conn)?.is_none())
        });
        if !looking.await? {
            return Ok(batch);
        }
        let renderer = Arc::clone(&self.renderer);
        let taking = self.db.write(move |tx| take(tx, &*renderer, now, most));
        let taken = taking.await?;
        batch.due = taken.looked_at;
        if taken.messages.is_empty() {
            return Ok(batch);
        }
        let mails = self.mails(&taken.messages).await?;
        let mut endings = BatchOutcome::default();
        for (message, mail) in taken.messages.into_iter().zip(mails) {
            match mail {
                Ok(Some(mail)) => batch.jobs.push(self.job(message, mail, now)),
                Ok(None) => {
                    let nothing =
                        MailOutcome::For(MailState::Skipped, "nothing to send".to_owned());
                    endings.ended.push((nothing, message.id));
                }
                Err(error) => {
                    let kind = message.kind.as_str();
                    tracing::error!(%error, kind, "mail: a letter cannot be rendered");
                    let broken = Refused::silent(Fault::Transient, Stage::Data, "not rendered");
                    endings
                        .ended
                        .push((after(&message, &broken, now), message.id));
                }
            }
        }
        self.store(endings, stop).await;
        Ok(batch)
    }

    /// One visit to the database for all. If one mail breaks it, each is rendered alone, so that
    /// only the culprit waits.
    async fn mails(&self, messages: &[OutboxMessage]) -> Result<Vec<Result<Option<Mail>>>> {
        match self.render(messages.to_vec()).await {
            Ok(mails) => Ok(mails.into_iter().map(Ok).collect()),
            Err(Error::Unavailable(why)) => {
                let ids = messages.iter().map(|one| one.id).collect();
                self.release(ids, self.clock.now().plus(seconds(5))).await?;
                Err(Error::Unavailable(why))
            }
            Err(_) => {
                let mut mails = Vec::with_capacity(messages.len());
                for message in messages {
                    let alone = self.render(vec![message.clone()]).await;
                    mails.push(alone.map(|mut one| one.pop().flatten()));
                }
                Ok(mails)
            }
        }
    }

    async fn render(&self, messages: Vec<OutboxMessage>) -> Result<Vec<Option<Mail>>> {
        let (renderer, count) = (Arc::clone(&self.renderer), messages.len());
        let rendering = self.db.read(move |conn| renderer.render(conn, &messages));
        let mails = rendering.await?;
        if mails.len() == count {
            Ok(mails)
        } else {
            Err(Error::Refused("letters and promises differ in number"))
        }
    }

    /// Puts the fixed Message-ID and the date on a mail.
    fn job(&self, message: OutboxMessage, mut mail: Mail, now: Time) -> MailToSend {
        mail.message_id = format!("{}@{}", message.id, self.mail_host);
        mail.date = now;
        MailToSend { message, mail }
    }

    /// Gives back mails nobody began to send.
    pub(crate) async fn release(&self, ids: Vec<Id<Outbox>>, at: Time) -> Result<()> {
        if ids.is_empty() {
            return Ok(());
        }
        self.db.write(move |tx| store::release(tx, &ids, at)).await
    }

    /// One transaction; again and again while the database is away: what was sent must be known.
    pub(crate) async fn store(&self, endings: BatchOutcome, stop: &watch::Receiver<bool>) {
        if endings.ended.is_empty() {
            return;
        }
        let endings = Arc::new(endings);
        loop {
            let (all, renderer, now) = (endings.clone(), self.renderer.clone(), self.clock.now());
            let mark = self.mark.clone();
            let storing = self.db.write(move |tx| {
                store::settle(tx, &all.ended, now)?;
                store::suppress(tx, &all.unknown, now, now.plus(SUPPRESSED_FOR))?;
                if let Some((is_accepted, outcome)) = &all.check {
                    store::note_mail_check(tx, &mark, (*is_accepted, outcome), now)?;
                }
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
