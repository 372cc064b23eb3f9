//! Settling presses: many at once, one durable commit, the new number on the board after it.

use super::evidence::Evidence;
use super::front::Front;
use super::guard::Press;
use super::intake::LIMITS;
use super::link::Links;
use super::model::Signature;
use super::settle::{Desk, Outcome, settle_all};
use super::sweep::Sweep;
use crate::base::time::{hours, minutes};
use crate::base::{Clock, Id};
use crate::db::{Batch, Db};
use crate::mail::Bell;
use crate::tally::{Board, Tally};
use crate::web::{Buckets, Error, Limit, Source};
use std::sync::Arc;

/// Tries at the code of one signature in a day.
const CODES: u32 = 5;

/// What confirming needs.
#[derive(Clone)]
pub struct Confirming {
    batch: Batch<Press, Outcome>,
    /// The secrets of links.
    pub links: Links,
    /// Who opened which link.
    pub evidence: Evidence,
    /// How often one source may open or press links.
    pub limit: Arc<Limit>,
    /// How often one source may try links that do not exist.
    pub misses: Arc<Limit>,
    /// How often a code may be held against one signature that is confirmed already; while it waits its row counts.
    pub codes: Arc<Buckets<Id<Signature>>>,
    /// How often one source may ask for the link to a signature.
    pub asks: Arc<Limit>,
    /// What is still to be made unreadable in the file.
    pub sweep: Sweep,
    /// Wakes the mail worker.
    pub bell: Bell,
    board: Board,
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
        front: &Front,
        bell: Bell,
    ) -> std::io::Result<Self> {
        let desk = Desk {
            links: links.clone(),
            shelf: front.shelf.clone(),
        };
        Ok(Self {
            batch: Batch::start(db, "confirm", move |tx, presses| {
                settle_all(tx, &desk, presses)
            })?,
            links,
            evidence: Evidence::default(),
            limit: Limit::new(clock, &[(60, minutes(1))]),
            misses: Limit::new(clock, &[(20, minutes(1))]),
            codes: Arc::new(Buckets::new(clock, CODES, hours(24))),
            asks: Limit::new(clock, &LIMITS),
            sweep: Sweep::default(),
            board: front.board.clone(),
            bell,
        })
    }

    /// Lets a source look behind a link, or press there.
    ///
    /// # Errors
    /// 429 over 60 a minute.
    pub fn admit(&self, source: Source) -> Result<(), Error> {
        if self.limit.admits(source) {
            Ok(())
        } else {
            Err(Error::too_many(60))
        }
    }

    /// Settles a press, durably, and puts the new number on the board.
    ///
    /// # Errors
    /// 503 while the database is away: nothing is settled.
    pub async fn press(&self, press: Press) -> std::result::Result<Outcome, Error> {
        let outcome = self.batch.put(press).await?;
        if let Outcome::Settled(tally) = &outcome {
            if let Some(tally) = tally {
                self.note(tally);
            }
            self.bell.ring();
        }
        Ok(outcome)
    }

    /// Puts a number that was just committed on the board.
    pub fn note(&self, tally: &Tally) {
        self.board.note(tally);
    }
}
