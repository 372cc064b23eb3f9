//! States of deliveries, written out: a plan that is kept for any state finds none of the indexes of one.

use crate::partner::webhook::model::DeliveryState;

/// It is due at some time.
pub(super) const WAITS: &str = "webhook_deliveries.state = 0";
/// It was taken.
const TAKEN: &str = "webhook_deliveries.state = 1";
/// It was tried as often as the schedule says.
pub(super) const GIVEN_UP: &str = "webhook_deliveries.state = 2";

/// Stands so.
pub(super) fn stands(state: DeliveryState) -> &'static str {
    match state {
        DeliveryState::Waiting => WAITS,
        DeliveryState::Taken => TAKEN,
        DeliveryState::GivenUp => GIVEN_UP,
    }
}
