//! What programs hear of signatures, written down where signatures are written and moved.

use super::confirmed::Confirmed;
use crate::account::occurrence::{Occurrence, OccurrenceKind, store as occurrence};
use crate::base::{Id, Time};
use crate::both;
use crate::db::schema::{signature_details as d, signatures as g};
use crate::db::{Result, Tx};
use crate::petition::Petition;
use crate::petition::consent::Means;
use crate::signature::model::{PendingSignature, Signature, SignatureState};
use diesel::prelude::*;

/// Signatures that mailboxes have confirmed.
pub(super) fn arrived(tx: &mut Tx<'_>, new: &[Confirmed<'_>]) -> Result<()> {
    let mut petitions: Vec<_> = new.iter().map(|one| one.pending.petition.cast()).collect();
    petitions.sort_unstable();
    petitions.dedup();
    let wanted = occurrence::wanted_of(tx, &petitions)?;
    if wanted.is_empty() {
        return Ok(());
    }
    let mut all = Vec::new();
    for one in new {
        let pending = one.pending;
        let occurs = |kind| of(pending.petition, pending.id, kind, one.at);
        all.push(occurs(OccurrenceKind::SignatureCreated));
        if one.state == SignatureState::Counted {
            all.push(occurs(OccurrenceKind::SignatureConfirmed));
            if pending.signer.wants_updates {
                let subscribed = occurs(OccurrenceKind::PersonSubscribed);
                all.push(subscribed.by(Means::Form.number()));
            }
        }
    }
    occurrence::note(tx, &wanted, &all)
}

/// Signatures that went from one state to another. One that is taken back into the held ones was told of as out, and stays so until it
/// counts.
pub(super) fn moved(
    tx: &mut Tx<'_>,
    ids: &[Id<Signature>],
    (from, to): (SignatureState, SignatureState),
    now: Time,
) -> Result<()> {
    let kind = match (from, to) {
        (_, SignatureState::Counted) => OccurrenceKind::SignatureConfirmed,
        (SignatureState::Counted, _) | (_, SignatureState::Removed) => {
            OccurrenceKind::SignatureWithdrawn
        }
        _ => return Ok(()),
    };
    if !occurrence::is_any_wanted(tx)? {
        return Ok(());
    }
    let rows: Vec<(Id<Signature>, Id<Petition>, Option<bool>)> = both!(tx, |c| g::table
        .left_join(d::table.on(d::signature_id.eq(g::id)))
        .filter(g::id.eq_any(ids))
        .select((g::id, g::petition_id, d::wants_updates.nullable()))
        .load(c))?;
    let mut petitions: Vec<_> = rows
        .iter()
        .map(|(_, petition, _)| petition.cast())
        .collect();
    petitions.sort_unstable();
    petitions.dedup();
    let wanted = occurrence::wanted_of(tx, &petitions)?;
    let mut all = Vec::new();
    for (id, petition, wants_updates) in rows {
        all.push(of(petition, id, kind, now).by(to.number()));
        if to == SignatureState::Counted && wants_updates == Some(true) {
            let subscribed = of(petition, id, OccurrenceKind::PersonSubscribed, now);
            all.push(subscribed.by(Means::Form.number()));
        }
    }
    occurrence::note(tx, &wanted, &all)
}

/// Somebody lets organizers write, or does not any more, where they did otherwise before.
///
/// # Errors
/// A fault of the database.
pub(crate) fn answered(
    tx: &mut Tx<'_>,
    (petition, id): (Id<Petition>, Id<Signature>),
    (before, after): (bool, bool),
    means: Means,
    now: Time,
) -> Result<()> {
    let kind = match (before, after) {
        (false, true) => OccurrenceKind::PersonSubscribed,
        (true, false) => OccurrenceKind::PersonUnsubscribed,
        _ => return Ok(()),
    };
    occurrence::note_one(tx, of(petition, id, kind, now).by(means.number()))
}

/// Somebody who had withdrawn signs again, and answers anew whether organizers may write.
pub(super) fn signs_again(
    tx: &mut Tx<'_>,
    id: Id<Signature>,
    pending: &PendingSignature,
) -> Result<()> {
    if !occurrence::is_any_wanted(tx)? {
        return Ok(());
    }
    let before = d::table.find(id).select(d::wants_updates);
    let before: Option<bool> = before.first(&mut **tx).optional()?;
    let said = (before.unwrap_or(false), pending.signer.wants_updates);
    answered(
        tx,
        (pending.petition, id),
        said,
        Means::Form,
        pending.created_at,
    )
}

/// Somebody had their details deleted.
///
/// # Errors
/// A fault of the database.
pub(crate) fn erased(
    tx: &mut Tx<'_>,
    (petition, id): (Id<Petition>, Id<Signature>),
    now: Time,
) -> Result<()> {
    occurrence::note_one(tx, of(petition, id, OccurrenceKind::PersonErased, now))
}

fn of(petition: Id<Petition>, id: Id<Signature>, kind: OccurrenceKind, at: Time) -> Occurrence {
    Occurrence::of(petition.cast(), kind, at).about(id.cast())
}
