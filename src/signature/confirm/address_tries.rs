//! How often a code may be tried by whoever has neither the link nor the browser that sent the form (signing rules 3.3).
//!
//! In memory and of one instance: a code is one of 2^40, and a few times sixty tries a day find none.

use crate::base::Clock;
use crate::base::time::{hours, minutes};
use crate::web::{Buckets, Source};
use std::net::IpAddr;

/// Of one source in ten minutes.
const OF_A_SOURCE: u32 = 10;
/// At one mailbox in a day, over all petitions.
const OF_A_MAILBOX: u32 = 60;

/// Tries so far.
pub struct AddressTries {
    sources: Buckets<IpAddr>,
    mailboxes: Buckets<[u8; 32]>,
}

impl AddressTries {
    /// Nobody has tried yet.
    #[must_use]
    pub fn new(clock: &Clock) -> Self {
        Self {
            sources: Buckets::new(clock, OF_A_SOURCE, minutes(10)),
            mailboxes: Buckets::new(clock, OF_A_MAILBOX, hours(24)),
        }
    }

    /// Takes a try of a source. False when there is none. A proxy that does not say for whom it asks counts for nobody.
    #[must_use]
    pub(crate) fn of_source(&self, source: Source) -> bool {
        source.is_shared() || self.sources.admits(&source.host())
    }

    /// Takes a try at a mailbox. False when there is none.
    #[must_use]
    pub(crate) fn of_mailbox(&self, mailbox: &[u8; 32]) -> bool {
        self.mailboxes.admits(mailbox)
    }

    /// Forgets those who have not tried for a while.
    pub fn tidy(&self) {
        self.sources.tidy();
        self.mailboxes.tidy();
    }
}
