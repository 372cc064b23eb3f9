//! The worker of an instance: promises what happened, finds webhooks to which something is due, and keeps a lane for each.

use crate::account::occurrence::store as occurrence;
use crate::base::time::days;
use crate::base::{Clock, Id, Secrets};
use crate::db::{self, Db};
use crate::mail::store::mail_held_since;
use crate::partner::webhook::body::BodyContext;
use crate::partner::webhook::client::WebhookClient;
use crate::partner::webhook::model::Webhook;
use crate::partner::webhook::store::deliveries;
use crate::partner::webhook::store::lanes::{self, SendingInstance};
use crate::partner::webhook::store::promise::promise;
use futures_util::StreamExt;
use futures_util::stream::FuturesUnordered;
use std::collections::BTreeSet;
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::{sleep, timeout};

/// How often the database is asked whether something happened, and whether something is due.
const LOOK: Duration = Duration::from_millis(250);
/// How long it is left alone when it does not answer.
const AWAY: Duration = Duration::from_secs(2);
/// Occurrences promised in one transaction; while people sign, and how long they are left alone after it.
const PROMISED: i64 = 1_000;
const PROMISED_BESIDE: i64 = 200;
const BESIDE: Duration = Duration::from_millis(200);
/// Webhooks an instance sends to at once.
const LANES: usize = 200;
/// How long a delivery is kept, whatever became of it.
const KEPT_FOR: Duration = days(30);
/// How many are deleted in one transaction, and how often it is looked for old ones.
const FORGOTTEN: i64 = 1_000;
const FORGET: Duration = Duration::from_secs(60);
/// When the program stops, attempts under way get this long.
const FINISH_WITHIN: Duration = Duration::from_secs(5);

/// Sends what is due to webhooks. Several instances share the work: each takes what no other has.
pub struct WebhookWorker {
    /// The database.
    pub db: Db,
    /// The time.
    pub clock: Clock,
    /// What the secrets of webhooks are sealed with.
    pub secrets: Secrets,
    /// What bodies are made of.
    pub context: BodyContext,
    /// How receivers are reached.
    pub client: WebhookClient,
    /// By which others know whose lanes these are.
    pub instance: Id<SendingInstance>,
}

impl WebhookWorker {
    /// Works until `stop` becomes true. What is not sent by then is due at once to whoever comes next.
    pub async fn run(self, stop: watch::Receiver<bool>) {
        tokio::join!(
            self.promises(stop.clone()),
            self.sends(stop.clone()),
            self.forgets(stop)
        );
    }

    async fn promises(&self, mut stop: watch::Receiver<bool>) {
        while !*stop.borrow() {
            let pause = match self.promise_all().await {
                Ok(()) => LOOK,
                Err(error) => {
                    tracing::warn!(%error, "webhooks: promised later");
                    AWAY
                }
            };
            tokio::select! { () = sleep(pause) => {}, _ = stop.changed() => {} }
        }
    }

    /// Promises everything that happened until now.
    ///
    /// # Errors
    /// A fault of the database; what is left is promised the next time.
    pub async fn promise_all(&self) -> db::Result<()> {
        let mut most = PROMISED;
        while self.db.read(occurrence::is_waiting).await? {
            let (now, commits) = (self.clock.now(), self.db.shared_commits());
            let taken = self.db.write(move |tx| promise(tx, now, most)).await?;
            if taken == 0 {
                // another instance is at it
                return Ok(());
            }
            most = PROMISED;
            if self.db.shared_commits() != commits {
                most = PROMISED_BESIDE;
                sleep(BESIDE).await;
            }
        }
        Ok(())
    }

    async fn sends(&self, mut stop: watch::Receiver<bool>) {
        let (mut lanes, mut running) = (FuturesUnordered::new(), BTreeSet::new());
        let mut looking = Box::pin(self.look(LANES, Duration::ZERO));
        loop {
            tokio::select! {
                Some(ended) = lanes.next(), if !lanes.is_empty() => {
                    running.remove(&ended);
                }
                found = &mut looking => {
                    let (webhooks, pause) = found;
                    for webhook in webhooks {
                        // one whose lease ran out under a lane of ours is at work still
                        if running.insert(webhook.id) {
                            lanes.push(self.lane(webhook, stop.clone()));
                        }
                    }
                    looking = Box::pin(self.look(LANES - lanes.len().min(LANES), pause));
                }
                _ = stop.changed() => break,
            }
        }
        let finish = async { while lanes.next().await.is_some() {} };
        let _ = timeout(FINISH_WITHIN, finish).await;
    }

    /// After a pause, takes webhooks to which something is due; and how long to pause before the next look.
    async fn look(&self, most: usize, pause: Duration) -> (Vec<Webhook>, Duration) {
        sleep(pause).await;
        match self.take(most).await {
            Ok(taken) => (taken, LOOK),
            Err(error) => {
                tracing::warn!(%error, "webhooks: sent later");
                (Vec::new(), AWAY)
            }
        }
    }

    async fn take(&self, most: usize) -> db::Result<Vec<Webhook>> {
        let (now, instance) = (self.clock.now(), self.instance);
        let is_free = move |conn: &mut db::Conn| {
            // a restored database tells nobody what it may have told long ago, by mail or otherwise
            Ok::<_, db::Error>(lanes::is_free(conn, now)? && mail_held_since(conn)?.is_none())
        };
        if most == 0 || !self.db.read(is_free).await? {
            return Ok(Vec::new());
        }
        let most = i64::try_from(most).unwrap_or(1);
        self.db
            .write(move |tx| lanes::take(tx, instance, now, most))
            .await
    }

    async fn forgets(&self, mut stop: watch::Receiver<bool>) {
        while !*stop.borrow() {
            if let Err(error) = self.forget().await {
                tracing::warn!(%error, "webhooks: old deliveries are deleted later");
            }
            tokio::select! { () = sleep(FORGET) => {}, _ = stop.changed() => {} }
        }
    }

    /// Deletes deliveries that were kept long enough.
    ///
    /// # Errors
    /// A fault of the database; what is left is deleted the next time.
    pub async fn forget(&self) -> db::Result<()> {
        let before = self.clock.now().minus(KEPT_FOR);
        let oldest = move |conn: &mut db::Conn| deliveries::is_older(conn, before);
        while self.db.read(oldest).await? {
            self.db
                .write(move |tx| deliveries::forget(tx, before, FORGOTTEN))
                .await?;
        }
        Ok(())
    }
}
