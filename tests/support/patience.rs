//! Waiting for what happens beside a story: bounded, and never by a length of time that a story depends on.

use std::time::{Duration, Instant};

#[expect(
    clippy::disallowed_methods,
    reason = "a bound for waiting, no rule depends on it"
)]
pub(super) fn begun() -> Instant {
    Instant::now()
}

pub(super) async fn pause() {
    tokio::time::sleep(Duration::from_millis(5)).await;
}
