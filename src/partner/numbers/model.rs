//! The number as other sites and programs read it.

use crate::petition::numbers::public_count::PublicCount;
use crate::web::answers::answer::CachePolicy;
use serde::Serialize;

/// Numbers may be ten seconds old at a partner's.
pub(super) const KEPT: CachePolicy = CachePolicy {
    cache: "public, max-age=10, s-maxage=10, stale-while-revalidate=60",
    is_open: true,
};

/// The number and what it is counted towards.
#[derive(Serialize)]
pub(super) struct Count {
    signatures: i64,
    goal: i64,
    /// When somebody was counted last, where that may be told.
    #[serde(skip_serializing_if = "Option::is_none")]
    updated_at: Option<String>,
}

impl Count {
    /// With the time of the last change, where times are told.
    pub(super) fn with_time(count: &PublicCount) -> Self {
        Self {
            updated_at: count.moved_at.map(|at| at.rfc3339()),
            ..Self::alone(count)
        }
    }

    /// Without it: an event says when it comes.
    pub(super) fn alone(count: &PublicCount) -> Self {
        Self {
            signatures: count.signatures,
            goal: count.goal,
            updated_at: None,
        }
    }
}
