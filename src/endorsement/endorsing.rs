//! What taking organizations in needs, and what stands behind their links.

use super::bench::Bench;
use super::link::Links;
use super::model::Endorsement;
use super::store;
use crate::base::time::seconds;
use crate::base::{Clock, Token};
use crate::db::Db;
use crate::guard::{Look, Openings, Visits};
use crate::mail::{Bell, Pace};
use crate::web::{Result, Source};
use std::time::Duration;

/// Limits, the bench, links. Cheap to clone.
#[derive(Clone)]
pub struct Endorsing {
    /// The secrets of links.
    pub links: Links,
    /// Where logos are made.
    pub bench: Bench,
    /// When letters may go that forms ask for.
    pub pace: Pace,
    /// How often links may be opened and pressed.
    pub visits: Visits<Endorsement>,
    /// Which host opened which links just now.
    pub openings: Openings<Endorsement>,
    /// Wakes the mail worker.
    pub bell: Bell,
}

/// How long a page waits at most for a look to be noted.
const LOOK_WITHIN: Duration = seconds(2);

impl Endorsing {
    /// Nobody has come yet.
    #[must_use]
    pub fn new(clock: &Clock, links: Links, pace: Pace, bell: Bell) -> Self {
        Self {
            links,
            bench: Bench::new(clock),
            pace,
            visits: Visits::new(clock),
            openings: Openings::default(),
            bell,
        }
    }

    /// What stands behind a link, if anything does.
    ///
    /// # Errors
    /// 429 over 60 a minute of this link, or 20 of one source that are nobody's; 503 while the database is away.
    pub async fn behind(
        &self,
        db: &Db,
        token: &Token,
        source: Source,
    ) -> Result<Option<Endorsement>> {
        let id = self.links.open(token);
        let found = db.read(move |conn| store::find(conn, id)).await?;
        match found {
            Some(_) => self.visits.admit(id)?,
            None => self.visits.missed(source)?,
        }
        Ok(found)
    }

    /// Notes what a look at a link that waits says of who looks. It changes nothing that anybody sees: whether it can be written or
    /// not, the page is shown.
    pub async fn looked(&self, db: &Db, found: &Endorsement, source: Source, look: Look) {
        let (id, known) = (found.id, found.evidence);
        let gone_through = self
            .openings
            .opened(source.host(), id, look.is_own_host, look.at);
        let is_new = !(gone_through.is_empty() || known.is_suspect);
        let after = known.after(look);
        if after.is_none() && !is_new {
            return;
        }
        let written = db.write(move |tx| {
            if let Some(after) = after {
                store::note_look(tx, id, &after)?;
            }
            store::suspect(tx, &gone_through)
        });
        match tokio::time::timeout(LOOK_WITHIN, written).await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => tracing::warn!(%error, "a look at a link could not be noted"),
            Err(_) => tracing::warn!("a look at a link was not noted in time"),
        }
    }

    /// Forgets those who have not come for a while.
    pub fn tidy(&self) {
        self.bench.tidy();
        self.visits.tidy();
    }
}
