//! The name of a request: told on error pages and in `x-request-id`, and written beside whatever is logged while it is answered, so
//! that an operator finds the lines that belong to what a visitor saw.

use std::cell::Cell;
use std::fmt;
use std::future::Future;
use std::hash::{BuildHasher, RandomState};

/// 64 bits, 16 hexadecimal digits: a keyed hash of a count, so that nobody reads from it how much is asked here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct RequestId(u64);

tokio::task_local! {
    /// Of the request that is answered here. A span for each request would do the same and costs a twentieth of what a number
    /// from memory costs in all: it is written out whether anything is logged or not.
    static ANSWERED: RequestId;
}

impl RequestId {
    /// Another one.
    pub(crate) fn next() -> Self {
        thread_local! {
            // each thread counts by itself, with keys of its own: it takes turns with nobody
            static COUNTED: (RandomState, Cell<u64>) = (RandomState::new(), Cell::new(0));
        }
        COUNTED.with(|(keys, count)| {
            count.set(count.get().wrapping_add(1));
            Self(keys.hash_one(count.get()))
        })
    }

    /// That of the request that is answered here, if one is.
    pub(crate) fn current() -> Option<Self> {
        ANSWERED.try_with(|id| *id).ok()
    }

    /// Stands beside whatever this logs.
    pub(crate) fn beside<Work: Future>(self, work: Work) -> impl Future<Output = Work::Output> {
        ANSWERED.scope(self, work)
    }

    /// The same for what is done at once.
    pub(crate) fn beside_all<T>(self, work: impl FnOnce() -> T) -> T {
        ANSWERED.sync_scope(self, work)
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

    #[tokio::test]
    async fn it_is_known_while_its_request_is_answered_and_no_longer() {
        let (id, other) = (RequestId::next(), RequestId::next());
        assert_eq!(RequestId::current(), None);
        let waits = id.beside(async {
            tokio::task::yield_now().await;
            RequestId::current()
        });
        let both = tokio::join!(waits, other.beside(async { RequestId::current() }));
        assert_eq!(both, (Some(id), Some(other)));
        assert_eq!(id.beside_all(RequestId::current), Some(id));
        assert_eq!(RequestId::current(), None);
    }

    #[test]
    fn each_request_has_its_own() {
        let ids: HashSet<_> = (0..1_000).map(|_| RequestId::next().to_string()).collect();
        assert_eq!(ids.len(), 1_000);
        assert!(ids.iter().all(|id| id.len() == 16), "{ids:?}");
    }
}
