//! Taking signatures in: many typed at once, one durable commit, one queued mail each.

use super::consent_questions::ConsentQuestions;
use crate::base::time::{hours, minutes, seconds};
use crate::base::{Clock, Id, LinkCode, Time};
use crate::count::figures::Figure;
use crate::count::store::figures::{self, FigureChanges};
use crate::db::{self, Batch, Db, Tx};
use crate::mail::model::{Kind, NewMessage, Urgency};
use crate::mail::{OutboxSignal, Pace, queue_all};
use crate::petition::PublicPetition;
use crate::petition::consent::Texts;
use crate::petition::source::{DayCounts, SourceDay, store as sources};
use crate::signature::links::Links;
use crate::signature::model::{Agreed, HELD_FROM, PendingSignature, Signature, Signer};
use crate::signature::store::{pending, same_address};
use crate::web::Buckets;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

/// A form that was sent.
#[derive(Debug, Clone)]
pub struct SubmittedForm {
    /// What was typed.
    pub pending: PendingSignature,
    /// When its mail may go.
    pub due_at: Time,
    /// When the petition closes by its date, as this instance knows it.
    pub closes_at: Option<Time>,
    /// What is known of the browser it came from.
    pub browser: FormBrowser,
    /// Under what it is counted, where it came by a source that organizers have named.
    pub source: Option<SourceDay>,
}

/// Whether a browser may have sent the form before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormBrowser {
    /// It was never here.
    New,
    /// It was here; with the form that it sent last for this address within [`SAME_FORM`], as far as that is committed.
    Returning(Option<Id<Signature>>),
}

/// What stands for a form that was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredForm {
    /// The pending signature.
    pub id: Id<Signature>,
    /// The code of its link to pass on.
    pub share: Option<LinkCode>,
}

impl StoredForm {
    fn of(pending: &PendingSignature) -> Self {
        Self {
            id: pending.id,
            share: pending.share.clone(),
        }
    }
}

/// What taking signatures in needs.
#[derive(Clone)]
pub struct Intake {
    /// Pending signatures of this instance, written together.
    pub batch: Batch<SubmittedForm, StoredForm>,
    /// The secrets of links.
    pub links: Links,
    /// The words that are agreed to.
    pub texts: Texts,
    /// When mails may go that forms ask for.
    pub pace: Pace,
    /// How often the buttons of one form may be pressed while its mail is on its way.
    pub acts: Arc<Buckets<Id<Signature>>>,
    /// Wakes the mail worker.
    pub bell: OutboxSignal,
}

impl Intake {
    /// Starts the worker that writes pending signatures in shared commits.
    ///
    /// # Errors
    /// The system gives no thread.
    pub fn start(
        db: &Db,
        clock: &Clock,
        links: Links,
        pace: Pace,
        bell: OutboxSignal,
    ) -> std::io::Result<Self> {
        Ok(Self {
            batch: Batch::start(db, "sign", take_in)?,
            links,
            texts: Texts::default(),
            acts: Arc::new(Buckets::new(clock, ACTS, minutes(10))),
            pace,
            bell,
        })
    }
}

impl Intake {
    /// What this signer agrees to by answering this. Words that nobody has answered yet are stored first.
    ///
    /// # Errors
    /// A fault of the database; the petition's own words are missing.
    pub async fn agreed(
        &self,
        db: &Db,
        asked: &ConsentQuestions,
        shown: &PublicPetition,
        signer: &Signer,
        now: Time,
    ) -> db::Result<Agreed> {
        if let Some(agreed) = asked.agreed(&self.texts, shown, signer) {
            return Ok(agreed);
        }
        let words = asked.clone();
        let stored = db.write(move |tx| words.store(tx, now)).await?;
        asked.note(&self.texts, stored);
        asked
            .agreed(&self.texts, shown, signer)
            .ok_or(db::Error::Refused("a petition is open without its wording"))
    }
}

/// Presses of one form's buttons in ten minutes.
const ACTS: u32 = 30;
/// A form that was sent so long ago is not taken for the one that is sent now.
pub(crate) const SAME_FORM: Duration = hours(1);
/// A button that is pressed twice at once is pressed again within this time.
const PRESSED_TWICE: Duration = seconds(5);
/// So long before a petition closes its mails go before all others.
const LAST_HOURS: Duration = hours(6);

/// Stores what was typed in and queues the confirmation mail. New and repeated signers are
/// treated alike: only the mailbox learns which. Runs inside one shared commit.
///
/// Who sends the form again within the hour, from the same browser and with the same address, mends what they typed: the mail
/// that is on its way confirms what was typed last.
///
/// # Errors
/// A fault of the database; nothing is stored then.
pub(crate) fn take_in(tx: &mut Tx<'_>, sent: &[SubmittedForm]) -> db::Result<Vec<StoredForm>> {
    let mut stored = Vec::with_capacity(sent.len());
    let mut new = Vec::with_capacity(sent.len());
    let mut came: BTreeMap<SourceDay, DayCounts> = BTreeMap::new();
    let mut all = FigureChanges::new();
    for form in sent {
        let typed = &form.pending;
        stored.push(match form.browser {
            FormBrowser::New => {
                new.push(typed.clone());
                StoredForm::of(typed)
            }
            FormBrowser::Returning(before) => write_or_mend(tx, typed, before)?,
        });
        // what is mended was counted before
        let is_new = stored.last().is_some_and(|stored| stored.id == typed.id);
        if is_new {
            let sent = (typed.petition.cast(), Figure::Sent);
            *all.entry(sent).or_default() += 1;
        }
        if let Some(source) = form.source.as_ref().filter(|_| is_new) {
            came.entry(source.clone()).or_default().sent += 1;
        }
    }
    pending::insert_all(tx, &new)?;
    let Some(now) = sent.iter().map(|one| one.pending.created_at).max() else {
        return Ok(stored);
    };
    let mails: Vec<NewMessage> = sent
        .iter()
        .zip(&stored)
        .map(|(form, stored)| {
            confirmation_mail(&form.pending, stored.id, form.due_at, form.closes_at)
        })
        .collect();
    queue_all(tx, &mails, now)?;
    sources::count(tx, &came)?;
    figures::add(tx, &all)?;
    Ok(stored)
}

/// Mends the form that was sent before, or else writes a new one. The one before is looked for once more, from the very instant on at
/// which this one was sent: another press of the same button may have been committed meanwhile, or stand before it in this commit.
fn write_or_mend(
    tx: &mut Tx<'_>,
    typed: &PendingSignature,
    before: Option<Id<Signature>>,
) -> db::Result<StoredForm> {
    let form = (typed.petition, &typed.keys, &typed.browser);
    let at_once = typed.created_at.minus(PRESSED_TWICE);
    let before = match before {
        Some(before) => Some(before),
        None => same_address::newest_in_browser(tx, form, at_once)?,
    };
    let waits = match before {
        Some(before) => pending::find(tx, before)?,
        None => None,
    };
    if let Some(waits) = waits {
        same_address::mend(tx, waits.pending.id, typed)?;
        return Ok(StoredForm::of(&waits.pending));
    }
    pending::insert_all(tx, std::slice::from_ref(typed))?;
    Ok(StoredForm::of(typed))
}

/// The confirmation mail about the pending signature with this id, due then, under a petition that closes by its date
/// at `closes_at`. What was filled in as by a machine goes after all others.
#[must_use]
pub fn confirmation_mail(
    pending: &PendingSignature,
    id: Id<Signature>,
    due_at: Time,
    closes_at: Option<Time>,
) -> NewMessage {
    let is_closing = closes_at.is_some_and(|at| at > due_at && at <= due_at.plus(LAST_HOURS));
    let urgency = match is_closing {
        _ if pending.score >= HELD_FROM => Urgency::Last,
        true => Urgency::First,
        false => Urgency::Usual,
    };
    NewMessage {
        kind: Kind::Confirm,
        petition: Some(pending.petition.cast()),
        subject: id.cast(),
        lang: pending.agreed.lang,
        recipient: None,
        arguments: None,
        mailbox: pending.keys.mailbox,
        once_key: None,
        due_at,
        urgency,
    }
}
