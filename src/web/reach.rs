//! Which addresses mail can be sent to from here.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// What is known of the relay: whether it takes addresses that are not in ASCII (RFC 6531). Until it has said so, nobody is turned
/// away. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct ReachableMail(Arc<AtomicBool>);

impl ReachableMail {
    /// The relay has said whether it takes every script.
    pub(crate) fn note(&self, takes_every_script: bool) {
        self.0.store(!takes_every_script, Ordering::Relaxed);
    }

    /// Whether a mail to this address can leave, as far as is known.
    #[must_use]
    pub fn reaches(&self, address: &str) -> bool {
        address.is_ascii() || !self.0.load(Ordering::Relaxed)
    }
}
