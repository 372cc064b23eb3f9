//! Taking signatures in: many typed at once, one durable commit, one promise of a mail each.

use super::agree::Asked;
use super::link::Links;
use super::model::{Agreed, PendingSignature};
use super::settle::campaign;
use super::shadow::Shadows;
use super::store::pending;
use crate::base::time::{hours, minutes};
use crate::base::{Clock, Id, Time};
use crate::consent::Texts;
use crate::db::{self, Batch, Db, Tx};
use crate::mail::model::{Kind, Outgoing, Urgency};
use crate::mail::{Bell, post_all};
use crate::petition::{Founder, Shown};
use crate::web::Limit;
use std::sync::Arc;
use std::time::Duration;

/// What taking signatures in needs.
#[derive(Clone)]
pub struct Intake {
    /// Pending signatures of this instance, written together.
    pub batch: Batch<PendingSignature, ()>,
    /// The secrets of links.
    pub links: Links,
    /// The words that are agreed to.
    pub texts: Texts,
    /// How often one source may sign.
    pub limit: Arc<Limit>,
    /// What those over the limit typed.
    pub shadows: Shadows,
    /// Wakes the mail worker.
    pub bell: Bell,
}

impl Intake {
    /// Starts the worker that writes pending signatures in shared commits.
    ///
    /// # Errors
    /// The system gives no thread.
    pub fn start(db: &Db, clock: &Clock, links: Links, bell: Bell) -> std::io::Result<Self> {
        Ok(Self {
            batch: Batch::start(db, "sign", take_in)?,
            links,
            texts: Texts::default(),
            limit: Limit::new(clock, &LIMITS),
            shadows: Shadows::default(),
            bell,
        })
    }
}

impl Intake {
    /// What somebody agrees to who answers this; `yes` are the founding organizations that may write.
    /// Words that nobody has answered yet are stored first.
    ///
    /// # Errors
    /// A fault of the database; the petition's own words are missing.
    pub async fn agreed(
        &self,
        db: &Db,
        asked: &Asked,
        shown: &Shown,
        yes: &[Id<Founder>],
        now: Time,
    ) -> db::Result<Agreed> {
        if let Some(agreed) = asked.agreed(&self.texts, shown, yes) {
            return Ok(agreed);
        }
        let words = asked.clone();
        let stored = db.write(move |tx| words.store(tx, now)).await?;
        self.texts.note_all(stored);
        asked
            .agreed(&self.texts, shown, yes)
            .ok_or(db::Error::Refused("a petition is open without its wording"))
    }
}

/// Signing rules 3.5, first row; the second, ten times as many of one network, is in [`Limit`].
pub(super) const LIMITS: [(u32, Duration); 3] =
    [(5, minutes(1)), (30, minutes(10)), (200, hours(24))];

/// Stores what was typed in and promises the confirmation mail. New and repeated signers are
/// treated alike: only the mailbox learns which. Runs inside one shared commit.
///
/// # Errors
/// A fault of the database; nothing is stored then.
pub fn take_in(tx: &mut Tx<'_>, pending: &[PendingSignature]) -> db::Result<Vec<()>> {
    pending::insert_all(tx, pending)?;
    let letters: Vec<Outgoing> = pending.iter().map(letter).collect();
    let now = pending.iter().map(|one| one.created_at).max();
    post_all(tx, &letters, now.unwrap_or(Time::from_micros(0)))?;
    Ok(vec![(); pending.len()])
}

/// The promise of a confirmation mail.
#[must_use]
pub fn letter(pending: &PendingSignature) -> Outgoing {
    Outgoing {
        kind: Kind::Confirm,
        petition: Some(campaign(pending.petition)),
        subject: Id::from_bytes(*pending.id.as_bytes()),
        lang: pending.agreed.lang,
        recipient: None,
        arguments: None,
        mailbox: pending.keys.mailbox,
        once_key: None,
        due_at: pending.created_at,
        urgency: Urgency::Usual,
    }
}
