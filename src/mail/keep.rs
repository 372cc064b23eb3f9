//! What became of letters is learned from and stored.

use super::model::{Kind, Outbox};
use super::round::Done;
use super::schedule::after;
use super::store::{self, Ended, State};
use super::verdict::{Fault, Refused};
use super::worker::{Sent, Worker};
use crate::base::time::days;
use crate::base::{Id, Time};
use crate::db::Error;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::sleep;

/// A mailbox its server does not know is left alone this long.
const SUPPRESSED_FOR: Duration = days(30);
/// Between two tries to store, while the database is away.
const STORE_AGAIN: Duration = Duration::from_millis(250);

impl Worker {
    /// Learns from letters that were tried, and stores what became of them.
    pub(super) async fn keep(&mut self, done: Vec<Done>, stop: &watch::Receiver<bool>) {
        let mut ended = Vec::with_capacity(done.len());
        let (mut sent, mut unknown) = (Vec::new(), Vec::new());
        for one in done {
            let Done {
                promise,
                domain,
                outcome,
                at,
            } = one;
            let end = match outcome {
                Ok(accepted) => Ended::For(State::Sent, accepted.code.to_string()),
                Err(refused) => after(&promise, &refused, at),
            };
            self.learn(outcome.err().as_ref(), &domain, at);
            if outcome.is_err_and(|refused| refused.says_no_such_mailbox()) {
                unknown.push(promise.mailbox);
            }
            if matches!(end, Ended::For(State::Sent, _)) {
                sent.push(Sent {
                    kind: promise.kind,
                    subject: promise.subject,
                    at,
                });
            }
            count(promise.kind, &end);
            ended.push((end, promise.id));
        }
        self.store(ended, sent, unknown, stop).await;
    }

    fn learn(&mut self, refused: Option<&Refused>, domain: &str, at: Time) {
        match refused {
            Some(refused) if refused.concerns_the_relay() => {
                self.weather.relay_is_away(refused, at);
                return;
            }
            Some(refused) if refused.fault == Fault::Policy => {
                self.weather.domain_is_closed(domain, refused, at);
            }
            _ => {}
        }
        self.weather.relay_is_there();
    }

    /// One transaction; again and again while the database is away: what was sent must be known.
    pub(super) async fn store(
        &self,
        ended: Vec<(Ended, Id<Outbox>)>,
        sent: Vec<Sent>,
        unknown: Vec<[u8; 32]>,
        stop: &watch::Receiver<bool>,
    ) {
        if ended.is_empty() {
            return;
        }
        let all = Arc::new((ended, sent, unknown));
        loop {
            let (all, renderer, now) = (all.clone(), self.renderer.clone(), self.clock.now());
            let storing = self.db.write(move |tx| {
                let (ended, sent, unknown) = &*all;
                store::settle(tx, ended.clone(), now)?;
                store::suppress(tx, unknown, now, now.plus(SUPPRESSED_FOR))?;
                if sent.is_empty() {
                    Ok(())
                } else {
                    renderer.sent(tx, sent)
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

fn count(kind: Kind, end: &Ended) {
    let name = match end {
        Ended::For(State::Sent, _) => "mail_sent",
        Ended::For(State::Failed, _) => "mail_failed",
        Ended::For(State::Skipped, _) => "mail_skipped",
        Ended::Again { .. } => "mail_deferred",
    };
    metrics::counter!(name, "kind" => kind.as_str()).increment(1);
}
