//! Waiting for what happens beside a story: bounded, and never by a length of time that a story depends on.

use std::time::{Duration, Instant};

/// The longest a story waits for what happens by itself: longer than anything takes on a busy machine, so that only what hangs is ended.
pub const PATIENCE: Duration = Duration::from_secs(120);

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

/// The same in a story that waits for another program, or for a thread.
#[expect(
    clippy::disallowed_methods,
    reason = "another process gives no sign of what it has done"
)]
pub fn holds_soon(what: &str, mut holds: impl FnMut() -> bool) {
    let begun = begun();
    while !holds() {
        assert!(begun.elapsed() < PATIENCE, "never: {what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}
