//! The name of a request: told on error pages and in `x-request-id`, and written beside whatever is logged while it is answered, so
//! that an operator finds the lines that belong to what a visitor saw.

use std::fmt;
use std::hash::{BuildHasher, RandomState};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};

/// 64 bits, 16 hexadecimal digits: a keyed hash of a count, so that nobody reads from it how much is asked here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct RequestId(u64);

impl RequestId {
    /// Another one.
    pub(crate) fn next() -> Self {
        static KEYS: LazyLock<RandomState> = LazyLock::new(RandomState::new);
        static COUNT: AtomicU64 = AtomicU64::new(0);
        Self(KEYS.hash_one(COUNT.fetch_add(1, Ordering::Relaxed)))
    }
}

impl fmt::Display for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn each_request_has_its_own() {
        let ids: HashSet<_> = (0..1_000).map(|_| RequestId::next().to_string()).collect();
        assert_eq!(ids.len(), 1_000);
        assert!(ids.iter().all(|id| id.len() == 16), "{ids:?}");
    }
}
