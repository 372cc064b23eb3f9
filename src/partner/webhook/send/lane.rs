//! One webhook at its own pace: what is due to it in handfuls, over two connections at most, until nothing is.

use super::attempt::SendingTarget;
use super::turn_off::turn_off;
use super::verdict::tried;
use super::worker::WebhookWorker;
use crate::base::{Id, Time};
use crate::db::{self, Tx};
use crate::partner::webhook::client::WebhookConnection;
use crate::partner::webhook::model::{Webhook, WebhookDelivery, WebhookState};
use crate::partner::webhook::schedule::{FAILING_FOR, rest};
use crate::partner::webhook::store::lanes::{self, TriedDelivery};
use crate::partner::webhook::store::{deliveries, secrets};
use parking_lot::Mutex;
use std::collections::VecDeque;
use std::time::{Duration, Instant};
use tokio::sync::watch;
use tokio::time::sleep_until;

/// Connections to one receiver at once.
const CONNECTIONS: usize = 2;
/// Deliveries of one handful: the first is small, and what goes fast gets larger ones.
const FIRST: usize = 2;
const MOST: usize = 1_000;
/// What of a handful is not begun by then waits for the next, whose bodies are fresh.
const FRESH_FOR: Duration = Duration::from_millis(750);
/// While people sign, a webhook takes handfuls of this size at most, and so long for each delivery: what it has to do beside them is then a
/// small part of what the machine can.
const BESIDE: usize = 100;
const EACH: Duration = Duration::from_millis(2);
/// So many attempts in a row that are not taken, whatever was answered, and the receiver is left alone for a while.
const PATIENCE: i32 = 6;

/// A handful with what is posted.
struct Handful {
    target: SendingTarget,
    left: VecDeque<(WebhookDelivery, Vec<u8>)>,
}

impl WebhookWorker {
    /// Sends until nothing is due, the receiver is left alone, or the program stops; then leaves the webhook to others. Its key.
    pub(super) async fn lane(&self, webhook: Webhook, stop: watch::Receiver<bool>) -> Id<Webhook> {
        let id = webhook.id;
        let mut connections: [Option<WebhookConnection>; CONNECTIONS] = [None, None];
        let mut goes_on = Some(webhook);
        let mut size = FIRST;
        while let Some(webhook) = goes_on {
            if *stop.borrow() {
                break;
            }
            goes_on = match self.handful(webhook, &mut connections, &mut size).await {
                Ok(next) => next,
                Err(error) => {
                    tracing::warn!(webhook = %id, %error, "webhooks: sent again later");
                    break;
                }
            };
        }
        let instance = self.instance;
        let left = self.db.write(move |tx| lanes::leave(tx, id, instance));
        // should that fail, the lease ends by itself
        let _ = left.await;
        id
    }

    /// One handful; the webhook as it stands afterwards, or none when its lane ends.
    async fn handful(
        &self,
        webhook: Webhook,
        connections: &mut [Option<WebhookConnection>; CONNECTIONS],
        size: &mut usize,
    ) -> db::Result<Option<Webhook>> {
        // one alone finds out whether a receiver is back that was out
        let most = match webhook.failing_since {
            Some(_) => 1,
            None => *size,
        };
        let (commits, started) = (self.db.shared_commits(), instant());
        let handful = self.gather(webhook, most).await?;
        let asked = handful.left.len();
        if asked == 0 {
            return Ok(None);
        }
        let target = handful.target;
        let left = Mutex::new(handful.left);
        let begun = instant();
        let [one, two] = connections;
        let (mut all, others) = tokio::join!(
            self.line(&target, &left, one, begun),
            self.line(&target, &left, two, begun)
        );
        all.extend(others);
        *size = match all.len() == asked {
            true => (*size * 2).min(MOST),
            false => (all.len() * 2).clamp(FIRST, MOST),
        };
        let (instance, secrets) = (self.instance, self.secrets.clone());
        let (id, now) = (target.webhook.id, self.clock.now());
        let asked_at = target.webhook.url.clone();
        let many = u32::try_from(all.len()).unwrap_or(u32::MAX);
        let next = self
            .db
            .write(move |tx| {
                // the webhook before its deliveries: so does whoever changes one
                let kept = lanes::keep(tx, id, instance, now)?;
                lanes::record(tx, &all)?;
                match kept {
                    // what an address did not take says nothing of the one in its place
                    Some(webhook) if webhook.url != asked_at => Ok(Some(webhook)),
                    Some(webhook) => settle(tx, &secrets, webhook, &all, now),
                    None => Ok(None),
                }
            })
            .await?;
        if next.is_none() || self.db.shared_commits() == commits {
            return Ok(next);
        }
        *size = (*size).min(BESIDE);
        sleep_until((started + EACH * many).into()).await;
        // as it stands now: it can have been changed meanwhile
        let now = self.clock.now();
        self.db
            .write(move |tx| lanes::keep(tx, id, instance, now))
            .await
    }

    /// What is due now, with bodies that are made now.
    async fn gather(&self, webhook: Webhook, most: usize) -> db::Result<Handful> {
        let (context, site_secrets) = (self.context.clone(), self.secrets.clone());
        let (now, most) = (self.clock.now(), i64::try_from(most).unwrap_or(1));
        self.db
            .read(move |conn| {
                let due = deliveries::due(conn, webhook.id, now, most)?;
                let bodies = context.bodies(conn, &webhook, &due)?;
                let living = secrets::living(conn, &site_secrets, webhook.id, now)?;
                Ok(Handful {
                    target: SendingTarget {
                        webhook,
                        secrets: living,
                    },
                    left: due.into_iter().zip(bodies).collect(),
                })
            })
            .await
    }

    /// One connection: takes the next that nobody has begun, while the handful is fresh.
    async fn line(
        &self,
        target: &SendingTarget,
        left: &Mutex<VecDeque<(WebhookDelivery, Vec<u8>)>>,
        kept: &mut Option<WebhookConnection>,
        begun: Instant,
    ) -> Vec<TriedDelivery> {
        let mut all = Vec::new();
        loop {
            let next = left.lock().pop_front();
            let Some((delivery, body)) = next else {
                return all;
            };
            let sent = (&delivery, body);
            let attempt = target.attempt(&self.client, &self.clock, kept, sent).await;
            metrics::counter!(
                "undersigned_webhook_attempts",
                "taken" => if attempt.is_taken() { "yes" } else { "no" }
            )
            .increment(1);
            let is_outage = attempt.is_outage();
            all.push(tried(&delivery, attempt, self.clock.now()));
            if is_outage || begun.elapsed() > FRESH_FOR {
                return all;
            }
        }
    }
}

/// What a handful means for its webhook; none when its lane ends here.
fn settle(
    tx: &mut Tx<'_>,
    secrets: &crate::base::Secrets,
    webhook: Webhook,
    all: &[TriedDelivery],
    now: Time,
) -> db::Result<Option<Webhook>> {
    if all.iter().any(|one| one.attempt.says_gone()) {
        turn_off(tx, secrets, &webhook, WebhookState::Gone, now)?;
        return Ok(None);
    }
    if all.iter().any(|one| one.attempt.is_taken()) {
        lanes::is_well(tx, &webhook, now)?;
        return Ok(Some(Webhook {
            failing_since: None,
            failures: 0,
            rests_until: None,
            ..webhook
        }));
    }
    let since = webhook.failing_since.unwrap_or(now);
    let many = i32::try_from(all.len()).unwrap_or(i32::MAX);
    let is_outage = all.iter().any(|one| one.attempt.is_outage());
    // an outage is one, however many attempts met it at once
    let failures = webhook
        .failures
        .saturating_add(if is_outage { 1 } else { many });
    if now.since(since) >= FAILING_FOR {
        turn_off(tx, secrets, &webhook, WebhookState::Failing, now)?;
        return Ok(None);
    }
    let asked = all.iter().filter_map(|one| one.attempt.retry_after).max();
    let rests = is_outage || failures >= PATIENCE;
    let rests_until = rests.then(|| now.plus(rest(failures, asked)));
    lanes::is_out(tx, webhook.id, (since, failures), rests_until)?;
    Ok(match rests {
        true => None,
        false => Some(Webhook {
            failing_since: Some(since),
            failures,
            ..webhook
        }),
    })
}

#[expect(
    clippy::disallowed_methods,
    reason = "how fresh bodies are, on the network: no rule of the trade depends on it"
)]
fn instant() -> Instant {
    Instant::now()
}
