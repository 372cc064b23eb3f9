//! Which signatures a list shows, by state.

use crate::count::Counts;
use crate::signature::model::SignatureState;

/// Which signatures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SignatureFilter {
    /// All that were confirmed.
    Confirmed,
    /// Those of one state.
    Of(SignatureState),
    /// Those that wait for their mailbox.
    Waiting,
}

impl SignatureFilter {
    /// In the order of the chips.
    pub(crate) const ALL: [Self; 6] = [
        Self::Confirmed,
        Self::Of(SignatureState::Counted),
        Self::Of(SignatureState::Held),
        Self::Of(SignatureState::Withdrawn),
        Self::Of(SignatureState::Removed),
        Self::Waiting,
    ];

    /// Its word in addresses and words keys.
    #[must_use]
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Confirmed => "all",
            Self::Of(state) => state.as_str(),
            Self::Waiting => "waiting",
        }
    }

    /// Reads its word; all that were confirmed for any other.
    #[must_use]
    pub(crate) fn parse(text: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|which| which.as_str() == text)
            .unwrap_or(Self::Confirmed)
    }

    /// How many there are of them.
    #[must_use]
    pub(crate) fn count(self, counts: &Counts, waiting: i64) -> i64 {
        match self {
            Self::Confirmed => counts.counted + counts.held + counts.withdrawn + counts.removed,
            Self::Of(SignatureState::Counted) => counts.counted,
            Self::Of(SignatureState::Held) => counts.held,
            Self::Of(SignatureState::Withdrawn) => counts.withdrawn,
            Self::Of(SignatureState::Removed) => counts.removed,
            Self::Waiting => waiting,
        }
    }
}
