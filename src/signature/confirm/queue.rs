//! Settling presses: many at once, one durable commit, the new number in memory after it.

use super::address_tries::AddressTries;
use super::commit::{CommitContext, Outcome, settle_all};
use super::guard::{CODE_TRIES, SignaturePress};
use crate::base::time::hours;
use crate::base::{Clock, Id};
use crate::count::{CountCache, Tally};
use crate::db::{Batch, Db};
use crate::mail::{OutboxSignal, Pace};
use crate::petition::guard::{EvidenceWriter, Openings, PageOpening, Visits};
use crate::signature::links::Links;
use crate::signature::model::Signature;
use crate::signature::page::page_cache::PageCache;
use crate::signature::retention::sqlite_scrub::SqliteScrub;
use crate::signature::store::pending::{self, Waiting};
use crate::web::{Buckets, Error, Source};
use std::sync::Arc;

/// What confirming needs.
#[derive(Clone)]
pub struct Confirming {
    batch: Batch<SignaturePress, Outcome>,
    /// The secrets of links.
    pub links: Links,
    /// Which host opened which links just now.
    openings: Openings<Signature>,
    /// How often links may be opened and pressed.
    pub visits: Visits<Signature>,
    /// How often a code may be held against one signature that is confirmed already; while it waits its row counts.
    pub codes: Arc<Buckets<Id<Signature>>>,
    /// How often a code may be tried with an address.
    pub address_tries: Arc<AddressTries>,
    /// When mails may go that forms ask for.
    pub pace: Pace,
    /// What is still to be made unreadable in the file.
    pub scrub: SqliteScrub,
    /// Wakes the mail worker.
    pub bell: OutboxSignal,
    count_cache: CountCache,
}

impl Confirming {
    /// Starts the worker that settles presses in shared commits.
    ///
    /// # Errors
    /// The system gives no thread.
    pub fn start(
        db: &Db,
        clock: &Clock,
        links: Links,
        page_cache: &PageCache,
        pace: Pace,
        bell: OutboxSignal,
    ) -> std::io::Result<Self> {
        let managed = CommitContext {
            links: links.clone(),
            petition_cache: page_cache.petition_cache.clone(),
            source_cache: page_cache.source_cache.clone(),
        };
        Ok(Self {
            batch: Batch::start(db, "confirm", move |tx, presses| {
                settle_all(tx, &managed, presses)
            })?,
            links,
            openings: Openings::default(),
            visits: Visits::new(clock),
            codes: Arc::new(Buckets::new(clock, u32::from(CODE_TRIES), hours(24))),
            address_tries: Arc::new(AddressTries::new(clock)),
            pace,
            scrub: SqliteScrub::default(),
            count_cache: page_cache.count_cache.clone(),
            bell,
        })
    }

    /// Notes what a look at a link that waits says of who looks. It changes nothing that anybody sees, and is no answer to anything:
    /// whether it can be written or not, the page is shown. Hardly any look has something to write.
    pub(crate) async fn looked(
        &self,
        db: &Db,
        waiting: &Waiting,
        source: Source,
        look: PageOpening,
    ) {
        let rows = EvidenceWriter {
            note: pending::note_look,
            suspect: pending::suspect,
        };
        let link = (waiting.pending.id, waiting.progress.evidence);
        self.openings.looked(db, link, source, look, rows).await;
    }

    /// Settles a press, durably, and puts the new number into memory.
    ///
    /// # Errors
    /// 503 while the database is away: nothing is settled.
    pub async fn press(&self, press: SignaturePress) -> std::result::Result<Outcome, Error> {
        let outcome = self.batch.put(press).await?;
        if let Outcome::Settled(settled) = &outcome {
            if let Some(tally) = &settled.tally {
                self.note(tally);
            }
            self.bell.ring();
        }
        Ok(outcome)
    }

    /// Puts a number that was just committed into memory.
    pub(crate) fn note(&self, tally: &Tally) {
        self.count_cache.note(tally);
    }
}
