//! The worker: takes what is due, has it rendered, sends it, stores what became of it.
//!
//! Any number of workers may run over one database; a mail is taken by one of them at a time.

use super::outcome::{learn_all, set_aside};
use super::preparer::{Batch, Preparer};

use super::circuit_breaker::{BreakerState, CircuitBreakers};
use super::claim::LEASE;
use super::send_batch::{RoundReport, send_all};
use crate::base::time::{days, hours, seconds};
use crate::base::{Clock, Time};
use crate::db::{Db, Result};
use crate::mail::model::Kind;
use crate::mail::outgoing::MailMark;
use crate::mail::queue::OutboxSignal;
use crate::mail::relay::session::now as instant;
use crate::mail::renderer::Renderer;
use crate::mail::store;
use crate::mail::transport::Transport;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::{sleep, timeout};

/// Letters taken at once.
const BATCH: i64 = 256;
/// How often a worker that heard no bell looks for itself.
const LOOK: Duration = seconds(1);
/// A bell is answered this much later: mails queued together are taken together, in one
/// transaction, and a crowd that signs does not have the outbox looked at for each of them.
const GATHER: Duration = Duration::from_millis(50);
/// Connections nobody used this long are closed.
const REST_AFTER: Duration = seconds(30);
/// No mail is begun so late in the lease that it might outlast it.
const LAST_BEGIN: Duration = seconds(60);
/// A batch made ready ahead is not used later than this: its mails may be wrong by then.
const FRESH_FOR: Duration = seconds(10);
/// Settled rows are kept this long, without recipient and arguments.
const KEPT_FOR: Duration = days(90);
/// Rows forgotten at once.
const PURGED: i64 = 1_000;

/// Sends what is queued.
pub struct Worker {
    managed: Preparer,
    transport: Transport,
    bell: OutboxSignal,
    breakers: CircuitBreakers,
    ahead: Option<Batch>,
    purged_at: Option<Time>,
    counted_at: Option<Time>,
}

impl Worker {
    /// `mail_host` is the right side of every Message-ID, `mark` that of how mail goes out.
    pub fn new(
        db: Db,
        transport: Transport,
        renderer: Arc<dyn Renderer>,
        clock: Clock,
        bell: OutboxSignal,
        mail_host: &str,
        mark: MailMark,
    ) -> Self {
        Self {
            managed: Preparer {
                db,
                renderer,
                clock,
                mail_host: mail_host.into(),
                mark,
            },
            transport,
            bell,
            breakers: CircuitBreakers::default(),
            ahead: None,
            purged_at: None,
            counted_at: None,
        }
    }

    /// Works until `stop` becomes true, then ends within ten seconds; what was taken and not begun
    /// is given back.
    pub async fn run(mut self, mut stop: watch::Receiver<bool>) {
        let (mut is_well, mut busy_at) = (true, instant());
        while !*stop.borrow() {
            let (health, now) = (self.managed.db.health(), self.managed.clock.now());
            health.at_work("mail", now);
            let round = self.round(&stop).await;
            match (&round, is_well) {
                (Err(error), true) => tracing::error!(%error, "mail: no outbox; letters wait"),
                (Ok(_), false) => tracing::info!("mail: the outbox is back"),
                _ => {}
            }
            is_well = round.is_ok();
            self.tidy().await;
            if round.is_ok_and(|round| round.due > 0) {
                busy_at = instant();
                continue;
            }
            if instant().duration_since(busy_at) > REST_AFTER {
                self.transport.rest().await;
                busy_at = instant();
            }
            tokio::select! {
                () = self.bell.rung(), if is_well => sleep(GATHER).await,
                () = sleep(LOOK) => {}
                gone = stop.changed() => if gone.is_err() { break },
            }
        }
        if let Some(batch) = self.ahead.take() {
            // if the database is away, the lease ends by itself
            let _ = self.give_back(batch).await;
        }
        let _ = timeout(seconds(1), self.transport.rest()).await;
    }

    /// One round: at most one batch of mails. Nothing to do is a round too.
    ///
    /// # Errors
    /// The database is away. Nothing is lost: what was taken is due again when its lease ends.
    pub async fn round(&mut self, stop: &watch::Receiver<bool>) -> Result<RoundReport> {
        let most = match self.breakers.state(self.managed.clock.now()) {
            BreakerState::Open => return Ok(RoundReport::default()),
            BreakerState::HalfOpen => 1,
            BreakerState::Closed => BATCH,
        };
        let batch = match self.ahead.take() {
            Some(batch) => batch,
            None => self.managed.fetch(most, stop).await?,
        };
        let is_full = i64::try_from(batch.due).is_ok_and(|due| due >= BATCH);
        let managed = self.managed.clone();
        let fetching = async {
            if is_full {
                managed.fetch(BATCH, stop).await.ok()
            } else {
                None
            }
        };
        // the next batch is made ready while this one is on its way
        let (round, ahead) = tokio::join!(self.send(batch, stop), fetching);
        self.look_ahead(ahead, stop).await?;
        round
    }

    async fn send(
        &mut self,
        mut batch: Batch,
        stop: &watch::Receiver<bool>,
    ) -> Result<RoundReport> {
        let mut round = RoundReport {
            due: batch.due,
            ..RoundReport::default()
        };
        if batch.jobs.is_empty() {
            return Ok(round);
        }
        let aside = set_aside(&self.breakers, &mut batch.jobs, self.managed.clock.now());
        self.managed.store(aside, stop).await;
        let end = batch.taken_at + LEASE - LAST_BEGIN;
        let mut sending = send_all(&self.transport, &self.managed.clock, batch.jobs, end, stop);
        while let Some(done) = sending.next().await {
            round.count(&done);
            let endings = learn_all(&mut self.breakers, done);
            self.managed.store(endings, stop).await;
        }
        let now = self.managed.clock.now();
        self.managed.release(sending.left(), now).await?;
        Ok(round)
    }

    /// Keeps a batch for the next round, unless it cannot be sent then, or would be stale.
    async fn look_ahead(
        &mut self,
        ahead: Option<Batch>,
        stop: &watch::Receiver<bool>,
    ) -> Result<()> {
        let Some(batch) = ahead.filter(|batch| batch.due > 0) else {
            return Ok(());
        };
        let now = self.managed.clock.now();
        let is_fresh = instant().duration_since(batch.taken_at) < FRESH_FOR;
        if is_fresh && !*stop.borrow() && self.breakers.state(now) == BreakerState::Closed {
            self.ahead = Some(batch);
            return Ok(());
        }
        self.give_back(batch).await
    }

    async fn give_back(&self, batch: Batch) -> Result<()> {
        let ids = batch.jobs.iter().map(|job| job.message.id).collect();
        self.managed.release(ids, self.managed.clock.now()).await
    }

    /// Counts what waits, and forgets what is old. A fault here is no reason to stop.
    async fn tidy(&mut self) {
        let now = self.managed.clock.now();
        if self
            .counted_at
            .is_none_or(|at| now.since(at) >= seconds(30))
        {
            self.counted_at = Some(now);
            if let Ok(waiting) = self.managed.db.read(store::waiting).await {
                show(&waiting);
            }
        }
        if self.purged_at.is_none_or(|at| now.since(at) >= hours(1)) {
            let before = now.minus(KEPT_FOR);
            let purging = self
                .managed
                .db
                .write(move |tx| store::purge(tx, before, now, PURGED));
            if purging.await.is_ok_and(|is_all| is_all) {
                self.purged_at = Some(now);
            }
        }
    }
}

fn show(waiting: &[(Kind, i64)]) {
    for kind in Kind::ALL {
        let found = waiting.iter().find(|(one, _)| *one == kind);
        let rows = u32::try_from(found.map_or(0, |(_, rows)| *rows)).unwrap_or(u32::MAX);
        metrics::gauge!("undersigned_outbox_waiting", "kind" => kind.as_str()).set(f64::from(rows));
    }
}
