//! What a shared commit does with presses: who is counted, who is held, who was here already.

use super::by_source;
use super::guard::{Answers, SignaturePress, SignatureVerdict, judge};
use super::handed_in;
use super::tries::PressTries;
use super::typed_reason::{self, EndedForm};
use super::waits;
use crate::base::time::days;
use crate::base::{Id, Lang, Time};
use crate::count::{self, Change, Tally};
use crate::db::{Error, Result, Tx};
use crate::mail::model::{Kind, NewMessage, Urgency};
use crate::mail::queue_all;
use crate::mail::store::bar_forms;
use crate::petition::guard::{self, Button};
use crate::petition::source::SourceCache;
use crate::petition::{Exposure, Petition, PetitionCache};
use crate::signature::links::Links;
use crate::signature::model::{HELD_FROM, PendingSignature, Reason, Signature, SignatureState};
use crate::signature::store::confirm::{self, ExistingSignature};
use crate::signature::store::confirmed::Confirmed;
use crate::signature::store::endings::{self, Ending};
use crate::signature::store::pending::{self, Waiting};
use crate::signature::store::read;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What a press came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Settled by this press.
    Settled(Settled),
    /// Something has to be answered first.
    Asked(SignatureVerdict),
    /// Nothing waits behind this link: it is settled since long, or never was.
    Nothing,
}

/// How long a mailbox is left alone that says it did not sign.
pub(crate) const BARRED_FOR: std::time::Duration = days(30);

/// What a press has settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settled {
    /// By which button.
    pub button: Button,
    /// Under which petition.
    pub petition: Id<Petition>,
    /// The language it was signed in.
    pub lang: Lang,
    /// The tally, if it moved.
    pub tally: Option<Tally>,
}

impl Settled {
    fn by(press: &SignaturePress, pending: &PendingSignature) -> Self {
        Self {
            button: press.button,
            petition: pending.petition,
            lang: pending.agreed.lang,
            tally: None,
        }
    }
}

/// What the commits of this instance need to know.
#[derive(Clone)]
pub struct CommitContext {
    /// The secrets of links.
    pub links: Links,
    /// For each petition's guard and household rule.
    pub petition_cache: PetitionCache,
    /// Which sources are counted by day.
    pub source_cache: SourceCache,
}

impl CommitContext {
    /// The organizers may have come to allow less since the form was sent: nobody is stored as more public than the page says
    /// that asks to confirm. What was answered then is written down as it was. Nor is it kept by whose link somebody came where that may
    /// tell on signers.
    fn as_allowed(&self, mut waiting: Waiting) -> Waiting {
        if let Some(shown) = self.petition_cache.by_id(waiting.pending.petition) {
            let signer = &mut waiting.pending.signer;
            signer.visibility = signer.visibility.min(shown.petition.settings.most_public);
            if !shown.allows(Exposure::OwnLinks) {
                (waiting.pending.source, waiting.pending.share) = (None, None);
            }
            if !shown.allows(Exposure::ApiPeople) {
                waiting.pending.handed_in = None;
            }
        }
        waiting
    }
}

/// Settles presses, all in one transaction. Presses of one petition take turns with every other
/// instance, so that what is read here stays true until the commit.
///
/// # Errors
/// A fault of the database; nothing is changed then.
pub fn settle_all(
    tx: &mut Tx<'_>,
    managed: &CommitContext,
    presses: &[SignaturePress],
) -> Result<Vec<Outcome>> {
    let ids: Vec<_> = presses.iter().map(|press| press.id).collect();
    let found: HashMap<_, _> = pending::find_all(tx, &ids)?
        .into_iter()
        .map(|waiting| (waiting.pending.id, managed.as_allowed(waiting)))
        .collect();
    let mut decisions = Decisions::open(tx, &found)?;
    let mut tries = PressTries::read(tx, &found, presses)?;
    let mut outcomes = Vec::with_capacity(presses.len());
    for press in presses {
        let Some(waiting) = found.get(&press.id) else {
            outcomes.push(Outcome::Nothing);
            continue;
        };
        let pending = &waiting.pending;
        if managed.petition_cache.is_off(pending.petition) {
            // What its organizers decided about guard and household cannot be read: nothing is settled by a default.
            return Err(Error::Unavailable("a petition is off"));
        }
        if let Some(button) = decisions.done_by(press.id) {
            // Pressed twice in one commit: both hear what the first has done.
            outcomes.push(match press.button == button {
                true => Outcome::Settled(Settled::by(press, pending)),
                false => Outcome::Nothing,
            });
            continue;
        }
        let shown = managed.petition_cache.by_id(pending.petition);
        let is_removed = shown.as_ref().is_some_and(|shown| shown.is_removed());
        if is_removed && press.button == Button::Confirm {
            outcomes.push(Outcome::Nothing);
            continue;
        }
        let settings = shown.map(|shown| shown.petition.settings.clone());
        let settings = settings.unwrap_or_default();
        let right = Answers {
            word: managed.links.word(press.id),
            code: managed.links.code(press.id),
        };
        let progress = tries.of(waiting);
        match judge(press, settings.guard, &pending.browser, progress, &right) {
            SignatureVerdict::Link(guard::Verdict::Act) | SignatureVerdict::RightCode => {
                decisions.seen.insert(press.id, press.seen);
                match press.button {
                    Button::Confirm => decisions.confirm(waiting, settings.household, press.at),
                    Button::Reject => {
                        let told_at = (!settings.discreet).then_some(press.at);
                        decisions.reject(pending, press.browser, told_at)
                    }
                }
                decisions.done.insert(press.id, press.button);
                outcomes.push(Outcome::Settled(Settled::by(press, pending)));
            }
            asked => {
                tries.count(tx, press.id, asked)?;
                outcomes.push(Outcome::Asked(asked));
            }
        }
    }
    let now = presses
        .iter()
        .map(|press| press.at)
        .max()
        .ok_or(Error::Refused("no press"))?;
    let named = (&managed.petition_cache, &managed.source_cache);
    by_source::count(tx, named, &decisions.new)?;
    waits::count(tx, (&decisions.new, &decisions.endings), now)?;
    let tallies = decisions.write(tx, now)?;
    for outcome in &mut outcomes {
        if let Outcome::Settled(settled) = outcome {
            settled.tally = tallies.get(&settled.petition).copied();
        }
    }
    Ok(outcomes)
}

/// The sheet of one commit: what it is going to write.
struct Decisions<'a> {
    tallies: BTreeMap<Id<Petition>, (Tally, Change)>,
    /// Signatures of the mailboxes concerned, those of this commit included.
    known: HashMap<(Id<Petition>, [u8; 32]), Vec<ExistingSignature>>,
    new: Vec<Confirmed<'a>>,
    again: Vec<(Id<Signature>, &'a PendingSignature)>,
    endings: Vec<(&'a PendingSignature, Ending)>,
    done: BTreeMap<Id<Signature>, Button>,
    mails: Vec<NewMessage>,
    /// The browsers that said "this was not me".
    rejected_by: BTreeMap<Id<Signature>, Option<[u8; 32]>>,
    /// Which words of its reason each press has seen.
    seen: BTreeMap<Id<Signature>, Option<i64>>,
}

impl<'a> Decisions<'a> {
    /// Locks the petitions' counts and reads what the mailboxes hold.
    fn open(tx: &mut Tx<'_>, found: &HashMap<Id<Signature>, Waiting>) -> Result<Self> {
        let petitions: BTreeSet<_> = found.values().map(|w| w.pending.petition).collect();
        let petitions: Vec<_> = petitions.into_iter().map(Id::cast).collect();
        let tallies = count::store::tallies::lock_counts(tx, &petitions)?;
        let mailboxes: BTreeSet<_> = found
            .values()
            .map(|w| (w.pending.petition, w.pending.keys.k2))
            .collect();
        let mailboxes: Vec<_> = mailboxes.into_iter().collect();
        let mut known: HashMap<_, Vec<ExistingSignature>> = HashMap::new();
        for held in confirm::of_mailboxes(tx, &mailboxes)? {
            known
                .entry((held.petition, held.k2))
                .or_default()
                .push(held);
        }
        Ok(Self {
            tallies: tallies
                .into_iter()
                .map(|tally| (tally.petition.cast(), (tally, Change::default())))
                .collect(),
            known,
            new: Vec::new(),
            again: Vec::new(),
            endings: Vec::new(),
            done: BTreeMap::new(),
            mails: Vec::new(),
            rejected_by: BTreeMap::new(),
            seen: BTreeMap::new(),
        })
    }

    fn done_by(&self, id: Id<Signature>) -> Option<Button> {
        self.done.get(&id).copied()
    }

    fn confirm(&mut self, waiting: &'a Waiting, household: u8, at: Time) {
        let pending = &waiting.pending;
        let same_mailbox = self
            .known
            .entry((pending.petition, pending.keys.k2))
            .or_default();
        if let Some(own) = same_mailbox
            .iter_mut()
            .find(|held| held.k1 == pending.keys.k1)
        {
            if own.id == pending.id {
                // Another instance settled this very press between our look and our lock.
                return;
            }
            self.endings.push((pending, Ending::AlreadySigned(own.id)));
            if own.state == SignatureState::Withdrawn {
                own.state = SignatureState::Counted;
                self.again.push((own.id, pending));
                change(&mut self.tallies, pending.petition, |c| {
                    c.counted += 1;
                    c.withdrawn -= 1;
                });
            } else {
                self.mails.push(already(pending, own.id, at));
            }
            return;
        }
        let reason = held_for(pending, same_mailbox, household);
        let state = if reason.is_some() {
            SignatureState::Held
        } else {
            SignatureState::Counted
        };
        same_mailbox.push(ExistingSignature {
            id: pending.id,
            petition: pending.petition,
            k1: pending.keys.k1,
            k2: pending.keys.k2,
            state,
            name: pending.signer.name.clone(),
        });
        let place = change(&mut self.tallies, pending.petition, |c| match state {
            SignatureState::Counted => c.counted += 1,
            _ => c.held += 1,
        });
        self.new.push(Confirmed {
            pending,
            is_suspect: waiting.progress.evidence.is_suspect,
            state,
            reason,
            number: place.filter(|_| state == SignatureState::Counted),
            at,
        });
    }

    /// `told_at`: by mail too, unless a mail would be what is left of it.
    fn reject(
        &mut self,
        pending: &'a PendingSignature,
        browser: Option<[u8; 32]>,
        told_at: Option<Time>,
    ) {
        if let Some(at) = told_at {
            self.mails.push(acknowledge(pending, at));
        }
        self.rejected_by.insert(pending.id, browser);
        self.endings.push((pending, Ending::NotMe));
    }

    fn write(self, tx: &mut Tx<'_>, now: Time) -> Result<HashMap<Id<Petition>, Tally>> {
        let mails = self.mails;
        confirm::insert_all(tx, &self.new)?;
        for (id, pending) in self.again {
            confirm::move_state(
                tx,
                id,
                (SignatureState::Withdrawn, SignatureState::Counted),
                None,
                now,
            )?;
            confirm::replace_details(tx, id, pending)?;
        }
        for (pending, ending) in &self.endings {
            endings::note(tx, pending.id, pending.petition, *ending, now)?;
            if *ending == Ending::NotMe {
                let browser = self.rejected_by.get(&pending.id).copied().flatten();
                let (mailbox, petition) = (pending.keys.mailbox, pending.petition.cast());
                bar_forms(tx, mailbox, petition, browser, (now, now.plus(BARRED_FOR)))?;
            }
        }
        handed_in::keep(tx, &self.new, &self.endings)?;
        let done: Vec<_> = self.done.into_keys().collect();
        pending::delete_all(tx, &done)?;
        let endings: HashMap<_, _> = self.endings.iter().map(|(p, e)| (p.id, *e)).collect();
        let ended = self.seen.into_iter().map(|(id, seen)| EndedForm {
            id,
            becomes: match endings.get(&id) {
                None => Some(id),
                Some(Ending::AlreadySigned(own)) => Some(*own),
                Some(Ending::NotMe) => None,
            },
            seen,
        });
        typed_reason::settle(tx, &ended.collect::<Vec<_>>(), now)?;
        if !mails.is_empty() {
            queue_all(tx, &mails, now)?;
        }
        let mut moved = HashMap::new();
        for (petition, (_, by)) in self.tallies {
            if by != Change::default() {
                moved.insert(
                    petition,
                    count::store::tallies::add(tx, petition.cast(), by, now)?,
                );
            }
        }
        Ok(moved)
    }
}

/// Changes a petition's counts on the sheet; its counted number then, if the petition is known.
fn change(
    tallies: &mut BTreeMap<Id<Petition>, (Tally, Change)>,
    petition: Id<Petition>,
    by: impl FnOnce(&mut Change),
) -> Option<i64> {
    let (tally, change) = tallies.get_mut(&petition)?;
    by(change);
    Some(tally.counts.counted + change.counted)
}

/// Why a first signature of this address is held, if it is: filled in as by a machine, or one
/// alias too many of a mailbox. A household may share a mailbox if its names differ.
fn held_for(
    pending: &PendingSignature,
    others: &[ExistingSignature],
    household: u8,
) -> Option<Reason> {
    if pending.score >= HELD_FROM {
        return Some(Reason::Score);
    }
    let present = || {
        others
            .iter()
            .filter(|held| held.state != SignatureState::Withdrawn)
    };
    let name = crate::base::texts::text::fold(&pending.signer.name);
    let is_same_name = present().any(|held| crate::base::texts::text::fold(&held.name) == name);
    let is_full = present().count() >= usize::from(household);
    (present().next().is_some() && (is_same_name || is_full)).then_some(Reason::Alias)
}

fn already(pending: &PendingSignature, signature: Id<Signature>, at: Time) -> NewMessage {
    NewMessage {
        kind: Kind::Already,
        petition: Some(pending.petition.cast()),
        subject: signature.cast(),
        lang: pending.agreed.lang,
        // to the signature's own address
        recipient: None,
        arguments: None,
        mailbox: pending.keys.mailbox,
        once_key: Some(format!("already:{}", pending.id)),
        due_at: at,
        urgency: Urgency::Usual,
    }
}

fn acknowledge(pending: &PendingSignature, at: Time) -> NewMessage {
    NewMessage {
        kind: Kind::Acknowledge,
        // Not under the petition: what forms send to this mailbox under it is barred.
        petition: None,
        subject: pending.petition.cast(),
        lang: pending.agreed.lang,
        recipient: Some(pending.signer.email.clone()),
        arguments: None,
        mailbox: pending.keys.mailbox,
        once_key: Some(format!("acknowledge:{}", pending.id)),
        due_at: at,
        urgency: Urgency::Usual,
    }
}

/// Moves a signature that its owner asked to move, and the tally with it. False when it was not
/// in that state any more.
///
/// # Errors
/// A fault of the database.
pub(crate) fn move_own(
    tx: &mut Tx<'_>,
    id: Id<Signature>,
    (from, to): (SignatureState, SignatureState),
    now: Time,
) -> Result<Option<Tally>> {
    let Some(found) = read::find(tx, id)? else {
        return Ok(None);
    };
    let petition = found.signature.petition;
    count::store::tallies::lock_counts(tx, &[petition.cast()])?;
    if !confirm::move_state(tx, id, (from, to), None, now)? {
        return Ok(None);
    }
    if to == SignatureState::Withdrawn {
        typed_reason::silence(tx, id, now)?;
    }
    let mut by = Change::default();
    *from.part_of(&mut by) -= 1;
    *to.part_of(&mut by) += 1;
    count::store::tallies::add(tx, petition.cast(), by, now).map(Some)
}
