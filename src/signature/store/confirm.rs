//! What a confirmation writes: signatures, and moves between their states.

use super::confirmed::Confirmed;
use super::consents;
use super::counts::{details, promises, sources, wordings};
use super::occurrences;
use super::read::SignerRow;
use super::register::sync;
use super::search::reindex::reindex;
use super::search::words::indexed;
use super::signer_columns::insert_signers;
use crate::base::{Id, LinkCode, Time};
use crate::both;
use crate::db::schema::{
    last_insert_rowid, signature_details as d, signature_search as f, signatures as g,
};
use crate::db::statements::types::{Instant, Uid};
use crate::db::unnest;
use crate::db::{Conn, Error, Result, Tx};
use crate::insert_rows;
use crate::petition::consent::Means;
use crate::petition::{Petition, SignerField};
use crate::signature::facet::SignatureFacts;
use crate::signature::model::{
    Answer, Asker, Consent, PendingSignature, Reason, Signature, SignatureState,
};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Binary, Bool, Nullable, SmallInt, Text};
use std::collections::BTreeSet;

/// A signature that a mailbox holds already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExistingSignature {
    /// Its key.
    pub id: Id<Signature>,
    /// Under which petition.
    pub petition: Id<Petition>,
    /// Its address key K1.
    pub k1: [u8; 32],
    /// Its mailbox key K2.
    pub k2: [u8; 32],
    /// Where it stands.
    pub state: SignatureState,
    /// Its name; empty when erased.
    pub name: String,
}

type HeldRow = (
    Id<Signature>,
    Id<Petition>,
    Vec<u8>,
    Vec<u8>,
    i16,
    Option<String>,
);

fn held((id, petition, k1, k2, state, name): HeldRow) -> Result<ExistingSignature> {
    let hash = |bytes: Vec<u8>| bytes.try_into().map_err(|_| Error::Refused("hash"));
    Ok(ExistingSignature {
        id,
        petition,
        k1: hash(k1)?,
        k2: hash(k2)?,
        state: SignatureState::from_number(state),
        name: name.unwrap_or_default(),
    })
}

/// The signatures of these mailboxes: equal K1 means equal K2, so this finds the person's own
/// signature and those of its aliases in one seek each. Asked by the mailbox alone, whose key is another
/// under each petition, so that there is one index to seek in and no choice.
pub(crate) fn of_mailboxes(
    conn: &mut Conn,
    mailboxes: &[(Id<Petition>, [u8; 32])],
) -> Result<Vec<ExistingSignature>> {
    let rows: Vec<HeldRow> = match conn {
        Conn::Sqlite(c) => {
            let mut rows = Vec::new();
            for (_, k2) in mailboxes {
                rows.extend(
                    g::table
                        .left_join(d::table.on(d::signature_id.eq(g::id)))
                        .filter(g::email_k2.eq(k2.as_slice()))
                        .select((
                            g::id,
                            g::petition_id,
                            g::email_k1,
                            g::email_k2,
                            g::state,
                            d::name.nullable(),
                        ))
                        .load::<HeldRow>(c)?,
                );
            }
            rows
        }
        Conn::Postgres(c) => {
            let keys: Vec<_> = mailboxes.iter().map(|(_, k2)| k2.as_slice()).collect();
            unnest(
                "select g.id, g.petition_id, g.email_k1, g.email_k2, g.state, d.name from",
                "as m (email_k2) \
                 join signatures g on g.email_k2 = m.email_k2 \
                 left join signature_details d on d.signature_id = g.id",
            )
            .with::<Binary, _>(keys)
            .load::<NamedHeldRow>(c)?
            .into_iter()
            .map(|row| {
                (
                    row.id,
                    row.petition_id,
                    row.email_k1,
                    row.email_k2,
                    row.state,
                    row.name,
                )
            })
            .collect()
        }
    };
    let asked: BTreeSet<_> = mailboxes.iter().copied().collect();
    let mut all = Vec::with_capacity(rows.len());
    for row in rows {
        let held = held(row)?;
        if asked.contains(&(held.petition, held.k2)) {
            all.push(held);
        }
    }
    Ok(all)
}

#[derive(QueryableByName)]
struct NamedHeldRow {
    #[diesel(sql_type = Uid)]
    id: Id<Signature>,
    #[diesel(sql_type = Uid)]
    petition_id: Id<Petition>,
    #[diesel(sql_type = Binary)]
    email_k1: Vec<u8>,
    #[diesel(sql_type = Binary)]
    email_k2: Vec<u8>,
    #[diesel(sql_type = SmallInt)]
    state: i16,
    #[diesel(sql_type = Nullable<Text>)]
    name: Option<String>,
}

/// Writes new signatures.
///
/// # Errors
/// [`Error::Duplicate`] if one of the addresses has signed: nothing is written then. Whoever
/// has locked the petitions' counts and has asked [`of_mailboxes`] does not meet it.
pub fn insert_all(tx: &mut Tx<'_>, new: &[Confirmed<'_>]) -> Result<()> {
    if new.is_empty() {
        return Ok(());
    }
    insert_rows!(tx, "signatures", g, for one in new, {
        id: Uid = one.pending.id,
        petition_id: Uid = one.pending.petition,
        email_k1: Binary = one.pending.keys.k1.as_slice(),
        email_k2: Binary = one.pending.keys.k2.as_slice(),
        state: SmallInt = one.state.number(),
        reason: Nullable<SmallInt> = one.reason.map(Reason::number),
        number: Nullable<BigInt> = one.number,
        wording_id: Uid = one.pending.agreed.wording,
        lang: Text = one.pending.agreed.lang.as_str(),
        source: Nullable<Text> = one.pending.source.as_deref(),
        share_code: Nullable<Text> = one.pending.share.as_ref().map(LinkCode::as_str),
        choice_id: Nullable<Uid> = one.pending.choice,
        is_suspect: Bool = one.is_suspect,
        signed_at: Instant = one.pending.created_at,
        confirmed_at: Instant = one.at,
        changed_at: Instant = one.at,
    });
    insert_signers!(tx, "signature_details", d, for one in new, one.pending.signer, {
        signature_id: Uid = one.pending.id,
        opted_in_to: Nullable<Text> = opted_in_to(one.pending),
        opted_in_partner: Nullable<Uid> = one.pending.signer.opted_in_partner,
        search: Text = words(one.pending),
    }, then |c| index_last(c, one)?);
    let given: Vec<_> = new.iter().flat_map(|one| given(one.pending)).collect();
    let now = new.iter().map(|one| one.at).max();
    consents::add_all(tx, &given, now.ok_or(Error::Refused("nothing new"))?)?;
    sync::enter_new(tx, new)?;
    let counted = new
        .iter()
        .filter(|one| one.state == SignatureState::Counted);
    let counted = counted.map(|one| one.pending);
    promises::arrived(tx, counted.clone())?;
    wordings::arrived(tx, counted.clone())?;
    details::arrived(tx, counted.clone())?;
    sources::arrived(tx, counted)?;
    occurrences::arrived(tx, new)
}

/// What was answered with the form.
fn given(pending: &PendingSignature) -> Vec<(Id<Signature>, Consent)> {
    let at = pending.created_at;
    let all = pending.agreed.consents(Means::Form, at);
    all.into_iter().map(|one| (pending.id, one)).collect()
}

/// The founding organizations that may write, as JSON; none where none was asked about.
fn opted_in_to(pending: &PendingSignature) -> Option<String> {
    let asked = &pending.agreed.updates;
    let is_founder = |one: &Answer| matches!(one.asker, Asker::Founder(_));
    asked
        .iter()
        .any(is_founder)
        .then(|| serde_json::to_string(&pending.signer.opted_in_to).ok())?
}

/// What the search knows of it.
fn words(pending: &PendingSignature) -> String {
    let facts = SignatureFacts {
        lang: pending.agreed.lang,
        source: pending.source.as_deref(),
        choice: pending.choice,
        tags: &[],
    };
    indexed(pending.petition, &pending.signer, facts)
}

/// Puts the row just written into the full-text index. Said by diesel's own words, which are prepared once.
fn index_last(c: &mut diesel::SqliteConnection, one: &Confirmed<'_>) -> Result<()> {
    let words = words(one.pending);
    diesel::insert_into(f::table)
        .values((f::rowid.eq(last_insert_rowid()), f::words.eq(&words)))
        .execute(c)?;
    Ok(())
}

/// Moves one: see [`move_states`]. False when it was not in that state any more.
///
/// # Errors
/// As [`move_states`].
pub fn move_state(
    tx: &mut Tx<'_>,
    id: Id<Signature>,
    between: (SignatureState, SignatureState),
    reason: Option<Reason>,
    now: Time,
) -> Result<bool> {
    Ok(move_states(tx, &[id], between, reason, now)? == [id])
}

/// The one way signatures move: from the state they are believed to be in to another that [`SignatureState::may_become`] allows. Says which
/// of them did: those that were in that state still. Whoever calls this moves the tally in the same transaction.
///
/// # Errors
/// [`Error::Refused`] for a move there is not.
pub(crate) fn move_states(
    tx: &mut Tx<'_>,
    ids: &[Id<Signature>],
    (from, to): (SignatureState, SignatureState),
    reason: Option<Reason>,
    now: Time,
) -> Result<Vec<Id<Signature>>> {
    if !from.may_become(to) {
        return Err(Error::Refused("a signature may not move so"));
    }
    let meant = g::table.filter(g::id.eq_any(ids));
    let moved: Vec<Id<Signature>> = both!(tx, |c| diesel::update(
        meant.filter(g::state.eq(from.number()))
    )
    .set((
        g::state.eq(to.number()),
        g::reason.eq(reason.map(Reason::number)),
        g::changed_at.eq(now),
    ))
    .returning(g::id)
    .get_results(c))?;
    if !moved.is_empty() {
        let by =
            i64::from(to == SignatureState::Counted) - i64::from(from == SignatureState::Counted);
        sources::moved(tx, &moved, by)?;
        promises::moved(tx, &moved, by)?;
        wordings::moved(tx, &moved, by)?;
        details::moved(tx, &moved, by)?;
        sync::follow(tx, &moved)?;
        occurrences::moved(tx, &moved, (from, to), now)?;
    }
    Ok(moved)
}

/// Puts what was typed now in the place of what was typed before: somebody who had withdrawn
/// signs again.
pub(crate) fn replace_details(
    tx: &mut Tx<'_>,
    id: Id<Signature>,
    pending: &PendingSignature,
) -> Result<()> {
    let signer = &pending.signer;
    occurrences::signs_again(tx, id, pending)?;
    let before = wordings::wording_of(tx, id)?;
    wordings::rebound(tx, before, pending.agreed.wording)?;
    diesel::update(g::table.find(id))
        .set((
            g::wording_id.eq(pending.agreed.wording),
            g::lang.eq(pending.agreed.lang.as_str()),
            g::signed_at.eq(pending.created_at),
        ))
        .execute(&mut **tx)?;
    promises::choose(tx, id, pending.choice, pending.agreed.wording)?;
    sync::unsort(tx, id, &signer.name)?;
    let counted = details::before(tx, &[id])?;
    diesel::update(d::table.find(id))
        .set((
            SignerRow::from(signer),
            d::opted_in_to.eq(opted_in_to(pending)),
            d::opted_in_partner.eq(signer.opted_in_partner),
        ))
        .execute(&mut **tx)?;
    let given: Vec<_> = given(pending)
        .into_iter()
        .map(|(_, one)| (id, one))
        .collect();
    consents::add_all(tx, &given, pending.created_at)?;
    reindex(tx, &[id])?;
    counted.became(tx, &[id])?;
    sync::follow(tx, &[id])
}
