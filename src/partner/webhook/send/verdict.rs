//! What an attempt means for its delivery.

use crate::base::{Time, fill};
use crate::partner::webhook::model::{DeliveryAttempt, DeliveryState, WebhookDelivery};
use crate::partner::webhook::schedule::wait;
use crate::partner::webhook::store::lanes::TriedDelivery;

/// Taken, to be tried again later, or given up.
pub(super) fn tried(
    delivery: &WebhookDelivery,
    attempt: DeliveryAttempt,
    now: Time,
) -> TriedDelivery {
    let tries = delivery.tries.saturating_add(1);
    let mut draw = [0];
    fill(&mut draw);
    let [draw] = draw;
    let (state, due_at) = match wait(tries, draw, attempt.retry_after) {
        _ if attempt.is_taken() => (DeliveryState::Taken, delivery.due_at),
        Some(wait) => (DeliveryState::Waiting, now.plus(wait)),
        None => (DeliveryState::GivenUp, now),
    };
    TriedDelivery {
        id: delivery.id,
        number: delivery.attempts.saturating_add(1),
        attempt,
        state,
        tries,
        due_at,
    }
}
