//! Webhooks and deliveries as programs read them.

use crate::account::occurrence::OccurrenceKind;
use crate::partner::api::caller::Caller;
use crate::partner::webhook::model::{
    DeliveryAttempt, DeliveryFailure, DeliveryState, Webhook, WebhookDelivery, message_id,
};
use crate::web::urls;
use serde_json::{Value, json};

/// A webhook. Its secret is told where it is made, and nowhere else.
pub(super) fn webhook(caller: &Caller, one: &Webhook) -> Value {
    let kinds: Vec<_> = one.kinds.each().map(OccurrenceKind::as_str).collect();
    json!({
        "id": one.id,
        "url": one.url,
        "events": kinds,
        "petition_id": one.petition,
        "format": one.format.as_str(),
        "state": one.state.as_str(),
        "created_at": one.created_at.rfc3339(),
        "failing_since": one.failing_since.map(|at| at.rfc3339()),
        "links": {
            "self": caller.url(&urls::api_webhook(one.id)),
            "deliveries": caller.url(&urls::api_deliveries(one.id)),
            "console": caller.url(&urls::webhook(one.id)),
        },
    })
}

/// What was, or is to be, sent to one. Of what was answered there is the status alone.
pub(super) fn delivery(one: &WebhookDelivery, attempts: &[DeliveryAttempt]) -> Value {
    let due_at = Some(one.due_at).filter(|_| one.state == DeliveryState::Waiting);
    let attempt = |one: &DeliveryAttempt| {
        json!({
            "at": one.at.rfc3339(),
            "status": one.status,
            "failure": one.failure.map(DeliveryFailure::as_str),
            "milliseconds": one.millis,
        })
    };
    json!({
        "id": one.id,
        "webhook_id": message_id(one.occurrence),
        "event": one.kind.map(OccurrenceKind::as_str),
        "petition_id": one.petition,
        "sequence": one.sequence,
        "happened_at": one.happened_at.rfc3339(),
        "state": one.state.as_str(),
        "due_at": due_at.map(|at| at.rfc3339()),
        "attempts": attempts.iter().map(attempt).collect::<Vec<_>>(),
    })
}
