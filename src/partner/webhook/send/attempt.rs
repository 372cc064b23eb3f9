//! One attempt: signed anew, with the time of this attempt and every living secret.

use crate::base::{Clock, Time};
use crate::partner::webhook::client::{SignedMessage, WebhookClient, WebhookConnection};
use crate::partner::webhook::model::{
    DeliveryAttempt, DeliveryFailure, Webhook, WebhookDelivery, message_id,
};
use crate::partner::webhook::secret::{WebhookSecret, signatures};
use crate::partner::webhook::target::WebhookUrl;
use bytes::Bytes;
use std::time::Instant;

/// A webhook as it is sent to: its address and its living secrets.
pub struct SendingTarget {
    /// Which.
    pub webhook: Webhook,
    /// What it is signed with, the newest first.
    pub secrets: Vec<WebhookSecret>,
}

impl SendingTarget {
    /// Posts a delivery once.
    pub async fn attempt(
        &self,
        client: &WebhookClient,
        clock: &Clock,
        kept: &mut Option<WebhookConnection>,
        (delivery, body): (&WebhookDelivery, Vec<u8>),
    ) -> DeliveryAttempt {
        let (at, begun) = (clock.now(), instant());
        let answered = self.post(client, kept, (delivery, body), at).await;
        let millis = i32::try_from(begun.elapsed().as_millis()).unwrap_or(i32::MAX);
        let (status, retry_after, failure) = match answered {
            Ok(answered) => {
                let is_taken = (200..300).contains(&answered.status);
                let failure = (!is_taken).then_some(DeliveryFailure::Status);
                (Some(answered.status), answered.retry_after, failure)
            }
            Err(failure) => (None, None, Some(failure)),
        };
        DeliveryAttempt {
            at,
            status,
            failure,
            millis,
            retry_after,
        }
    }

    async fn post(
        &self,
        client: &WebhookClient,
        kept: &mut Option<WebhookConnection>,
        (delivery, body): (&WebhookDelivery, Vec<u8>),
        at: Time,
    ) -> Result<crate::partner::webhook::client::Answered, DeliveryFailure> {
        if self.secrets.is_empty() {
            return Err(DeliveryFailure::Secret);
        }
        let allows_private = self.webhook.allows_private;
        // rules may have become stricter since it was stored
        let url = WebhookUrl::parse(&self.webhook.url, allows_private)
            .map_err(|_| DeliveryFailure::Private)?;
        let id = message_id(delivery.occurrence);
        let message = SignedMessage {
            signatures: signatures(&self.secrets, &id, at.seconds(), &body),
            id,
            at: at.seconds(),
            body: Bytes::from(body),
        };
        client.post(kept, (&url, allows_private), &message).await
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "a measurement that no rule depends on"
)]
fn instant() -> Instant {
    Instant::now()
}
