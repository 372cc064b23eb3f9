//! A webhook is tried out: `webhook.test`, posted at once, once, and written down.

use super::attempt::SendingTarget;
use super::verdict::tried;
use crate::base::{Clock, Secrets};
use crate::db::{self, Db};
use crate::partner::webhook::body::BodyContext;
use crate::partner::webhook::client::WebhookClient;
use crate::partner::webhook::model::{DeliveryAttempt, DeliveryState, Webhook, WebhookDelivery};
use crate::partner::webhook::store::{deliveries, lanes, secrets};

/// Posts a test, and writes down what became of it. Not tried again by itself.
///
/// # Errors
/// A fault of the database.
pub async fn try_out(
    db: &Db,
    clock: &Clock,
    (site_secrets, context, client): (&Secrets, &BodyContext, &WebhookClient),
    webhook: Webhook,
) -> db::Result<DeliveryAttempt> {
    let now = clock.now();
    let (delivery, own, context) = (
        WebhookDelivery::test(webhook.id, now),
        site_secrets.clone(),
        context.clone(),
    );
    let asked = (webhook.clone(), delivery.clone());
    let (living, body) = db
        .read(move |conn| {
            let (webhook, delivery) = asked;
            let bodies = context.bodies(conn, &webhook, &[delivery])?;
            let living = secrets::living(conn, &own, webhook.id, now)?;
            Ok::<_, db::Error>((living, bodies.into_iter().next().unwrap_or_default()))
        })
        .await?;
    let target = SendingTarget {
        webhook,
        secrets: living,
    };
    let attempt = target
        .attempt(client, clock, &mut None, (&delivery, body))
        .await;
    let mut tried = tried(&delivery, attempt, clock.now());
    if tried.state == DeliveryState::Waiting {
        tried.state = DeliveryState::GivenUp;
    }
    let settled = WebhookDelivery {
        // no worker is to find it meanwhile
        state: tried.state,
        ..delivery
    };
    db.write(move |tx| {
        deliveries::insert_all(tx, &[settled])?;
        lanes::record(tx, &[tried])
    })
    .await?;
    Ok(attempt)
}
