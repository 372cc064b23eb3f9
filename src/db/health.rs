//! What `/readyz` tells: whether the database takes writes, and whether everybody who works on it lives.

use super::{Error, Result, Tx};
use crate::base::Time;
use crate::both;
use crate::db::schema::write_checks as w;
use diesel::prelude::*;
use parking_lot::RwLock;
use std::collections::BTreeMap;
use std::sync::Arc;
use tokio::sync::watch;

/// More than a page or two of either database: where the disk is full, a single row may still find a place that is free already.
const FILLER: usize = 64 * 1024;

/// Cheap to clone, shared by all.
#[derive(Debug, Clone)]
pub struct Health {
    /// Why the last write was refused, until one is taken.
    refused: Arc<RwLock<Option<&'static str>>>,
    /// The first worker that ended although nobody stopped it.
    ended: Arc<watch::Sender<Option<&'static str>>>,
    /// When each worker was last at work.
    seen: Arc<RwLock<BTreeMap<&'static str, Time>>>,
}

impl Default for Health {
    fn default() -> Self {
        Self {
            refused: Arc::default(),
            ended: Arc::new(watch::Sender::new(None)),
            seen: Arc::default(),
        }
    }
}

impl Health {
    /// Why writes are refused, if they are: a full disk, a database that may only be read.
    #[must_use]
    pub fn refused(&self) -> Option<&'static str> {
        *self.refused.read()
    }

    /// Notes what a write met.
    pub(super) fn note(&self, error: Error) {
        let Some(why) = error.no_writes() else {
            return;
        };
        if self.refused.write().replace(why).is_none() {
            tracing::error!(why, "the database takes no writes: not ready");
        }
    }

    /// Notes that a write was taken.
    pub(super) fn takes_writes(&self) {
        if self.refused.write().take().is_some() {
            tracing::info!("the database takes writes again");
        }
    }

    /// Writes a row of its own: what anybody else would write might be nothing.
    pub(super) fn try_a_write(tx: &mut Tx<'_>) -> Result<()> {
        // Chance, because PostgreSQL would press anything else together.
        let mut filler = vec![0_u8; FILLER];
        crate::base::fill(&mut filler);
        let row = (w::id.eq(1_i16), w::filler.eq(&filler));
        both!(tx, |c| diesel::insert_into(w::table)
            .values(row)
            .on_conflict(w::id)
            .do_update()
            .set(w::filler.eq(&filler))
            .execute(c))?;
        Ok(())
    }

    /// The worker that ended although nobody stopped it, if one did: the program is to be started anew.
    #[must_use]
    pub(crate) fn ended(&self) -> Option<&'static str> {
        *self.ended.borrow()
    }

    /// Says that a worker ended although nobody stopped it.
    pub fn worker_ended(&self, name: &'static str) {
        let is_first = self.ended.send_if_modified(|ended| {
            let is_first = ended.is_none();
            ended.get_or_insert(name);
            is_first
        });
        if is_first {
            tracing::error!(worker = name, "a worker ended: not ready any more");
        }
    }

    /// Notes that a worker of this instance is at work, whether there is anything to do or not.
    pub(crate) fn at_work(&self, name: &'static str, now: Time) {
        self.seen.write().insert(name, now);
    }

    /// When each worker that says so was last at work.
    #[must_use]
    pub fn seen_at_work(&self) -> Vec<(&'static str, Time)> {
        self.seen
            .read()
            .iter()
            .map(|(name, at)| (*name, *at))
            .collect()
    }

    /// Waits until a worker ends although nobody stopped it.
    pub(crate) async fn one_ended(&self) -> &'static str {
        let mut ended = self.ended.subscribe();
        match ended.wait_for(Option::is_some).await.map(|name| *name) {
            Ok(Some(name)) => name,
            // The sender is ours.
            Ok(None) | Err(_) => std::future::pending().await,
        }
    }

    /// Watches a worker's thread: dropped in a panic, it says that the worker ended.
    pub(super) fn guard(&self, name: &'static str) -> Guard {
        Guard {
            health: self.clone(),
            name,
            is_well: false,
        }
    }
}

/// What a worker's thread holds while it works.
pub(super) struct Guard {
    health: Health,
    name: &'static str,
    is_well: bool,
}

impl Guard {
    /// There is nothing to do any more.
    pub(super) fn ends_well(mut self) {
        self.is_well = true;
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        if !self.is_well {
            self.health.worker_ended(self.name);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_thread_that_panics_is_told_of_and_one_that_ends_is_not() {
        let health = Health::default();
        let well = health.guard("well");
        std::thread::Builder::new()
            .spawn(move || well.ends_well())
            .unwrap()
            .join()
            .unwrap();
        assert_eq!(health.ended(), None);
        let ill = health.guard("ill");
        let thread = std::thread::Builder::new().spawn(move || {
            let _ill = ill;
            panic!("it breaks");
        });
        assert!(thread.unwrap().join().is_err());
        assert_eq!(health.one_ended().await, "ill");
    }

    #[test]
    fn only_what_stops_every_write_counts() {
        let health = Health::default();
        health.note(Error::Unavailable("busy"));
        health.note(Error::Duplicate);
        health.note(Error::Refused("statement"));
        assert_eq!(health.refused(), None);
        health.note(Error::Unavailable("disk full"));
        assert_eq!(health.refused(), Some("disk full"));
        health.takes_writes();
        assert_eq!(health.refused(), None);
    }
}
