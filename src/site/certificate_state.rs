//! How it stands with the certificate: for the door on port 80, for health, and for the log.

use crate::base::Time;
use crate::base::time::{hours, minutes};
use parking_lot::RwLock;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

/// How long an authority is left alone at most.
const LONGEST: Duration = hours(24);

/// Why a certificate authority makes no certificate now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CertificateTrouble {
    /// It cannot be reached, or is broken.
    Away,
    /// It has made or refused too many lately.
    TooMany,
    /// It finds another server, or none, under the name.
    NotOurs,
    /// It makes none for this name.
    Name,
    /// Anything else it says.
    Other,
    /// What it sent cannot be kept: the disk is full, or the folder cannot be written.
    Disk,
}

impl CertificateTrouble {
    const ALL: [Self; 6] = [
        Self::Away,
        Self::TooMany,
        Self::NotOurs,
        Self::Name,
        Self::Other,
        Self::Disk,
    ];

    /// Its word in files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Away => "away",
            Self::TooMany => "too-many",
            Self::NotOurs => "not-ours",
            Self::Name => "name",
            Self::Other => "other",
            Self::Disk => "disk",
        }
    }

    /// Reads its word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == word)
    }

    /// How long it is waited after so many refusals one after another, from 1. An authority counts what it refused: Let's Encrypt asks
    /// five times an hour for one name, and then no more for an hour.
    #[must_use]
    pub fn pause(self, times: u32) -> Duration {
        let (first, most) = match self {
            Self::Away | Self::Disk => (minutes(1), hours(1)),
            Self::NotOurs => (minutes(10), hours(6)),
            Self::Other => (minutes(15), hours(12)),
            Self::TooMany | Self::Name => (hours(1), LONGEST),
        };
        let doubled = 2_u32.saturating_pow(times.saturating_sub(1).min(16));
        first.saturating_mul(doubled).min(most)
    }
}

/// Whether an authority is still left alone. Not for longer than the longest pause: a clock that was a year ahead has noted a year.
#[must_use]
pub fn is_left_alone(until: Time, now: Time) -> bool {
    now < until && until.since(now) <= LONGEST
}

impl fmt::Display for CertificateTrouble {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(match self {
            Self::Away => "the certificate authority cannot be reached",
            Self::TooMany => "the certificate authority takes no more requests for this name now",
            Self::NotOurs => {
                "the certificate authority does not find this server under the name: its address must lead here, and port 443 must be open"
            }
            Self::Name => "the certificate authority makes no certificate for this name",
            Self::Other => "the certificate authority refuses",
            Self::Disk => "the certificate cannot be kept in the data folder",
        })
    }
}

/// How it stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HttpsFacts {
    /// Until when the certificate that is served is good; none while there is none.
    pub ends: Option<Time>,
    /// What was in the way the last time, and until when it is not tried again.
    pub trouble: Option<(CertificateTrouble, Time)>,
}

/// The same, shared. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct HttpsState(Arc<RwLock<HttpsFacts>>);

impl HttpsState {
    /// As it stands now.
    #[must_use]
    pub fn facts(&self) -> HttpsFacts {
        self.0.read().clone()
    }

    /// A certificate is served, good until then.
    pub fn serves(&self, ends: Time) {
        *self.0.write() = HttpsFacts {
            ends: Some(ends),
            trouble: None,
        };
    }

    /// Something is in the way; it is tried again then.
    pub fn waits(&self, why: CertificateTrouble, until: Time) {
        self.0.write().trouble = Some((why, until));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_clock_that_was_ahead_has_noted_holds_nobody_up() {
        let now = Time::from_micros(1_800_000_000_000_000);
        assert!(is_left_alone(now.plus(hours(24)), now));
        assert!(!is_left_alone(now, now));
        assert!(!is_left_alone(now.plus(hours(365 * 24)), now));
    }

    #[test]
    fn an_authority_is_asked_more_and_more_seldom() {
        assert_eq!(CertificateTrouble::Away.pause(1), minutes(1));
        assert_eq!(CertificateTrouble::Away.pause(4), minutes(8));
        assert_eq!(CertificateTrouble::Away.pause(40), hours(1));
        assert_eq!(CertificateTrouble::NotOurs.pause(2), minutes(20));
        assert_eq!(CertificateTrouble::TooMany.pause(9), hours(24));
        for one in CertificateTrouble::ALL {
            assert_eq!(CertificateTrouble::parse(one.as_str()), Some(one));
        }
    }
}
