//! What taking organizations in needs, and what stands behind their links.

use super::bench::Bench;
use super::link::Links;
use super::model::Endorsement;
use super::store;
use crate::base::time::{hours, minutes};
use crate::base::{Clock, Token};
use crate::db::Db;
use crate::mail::Bell;
use crate::web::{Error, Limit, Result, Source};
use std::sync::Arc;
use std::time::Duration;

/// Limits, the bench, links. Cheap to clone.
#[derive(Clone)]
pub struct Endorsing {
    /// The secrets of links.
    pub links: Links,
    /// Where logos are made.
    pub bench: Bench,
    /// How often one source may sign.
    pub limit: Arc<Limit>,
    /// How often one source may look behind links.
    pub looks: Arc<Limit>,
    /// Wakes the mail worker.
    pub bell: Bell,
}

/// As often as a person may sign (signing rules 3.5).
const LIMITS: [(u32, Duration); 3] = [(5, minutes(1)), (30, minutes(10)), (200, hours(24))];

/// Nothing stands behind this link, or nothing any more.
pub const NOTHING: Error = Error::NOT_FOUND.saying("endorse-gone");

impl Endorsing {
    /// Nobody has come yet.
    #[must_use]
    pub fn new(clock: &Clock, links: Links, bell: Bell) -> Self {
        Self {
            links,
            bench: Bench::new(clock),
            limit: Limit::new(clock, &LIMITS),
            looks: Limit::new(clock, &[(60, minutes(1))]),
            bell,
        }
    }

    /// What stands behind a link.
    ///
    /// # Errors
    /// 404 when nothing does; 429 over 60 a minute; 503 while the database is away.
    pub async fn behind(&self, db: &Db, token: &Token, source: Source) -> Result<Endorsement> {
        if !self.looks.admits(source) {
            return Err(Error::too_many(60));
        }
        let id = self.links.open(token);
        let found = db.read(move |conn| store::find(conn, id)).await?;
        found.ok_or(NOTHING)
    }

    /// Forgets those who have not come for a while.
    pub fn tidy(&self) {
        self.bench.tidy();
        self.limit.tidy();
        self.looks.tidy();
    }
}
