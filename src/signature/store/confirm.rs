//! What a confirmation writes: signatures, and moves between their states.

use super::confirmed::Confirmed;
use super::finding::indexed;
use super::{choice, consents, own_changes, register_sync, share, worded};
use crate::base::{Id, LinkCode, Time};
use crate::db::schema::{
    last_insert_rowid, signature_details as d, signature_search as f, signatures as g,
};
use crate::db::statements::types::{Instant, Uid};
use crate::db::unnest;
use crate::db::{Conn, Error, Result, Tx};
use crate::petition::Petition;
use crate::petition::consent::Means;
use crate::signature::model::{Consent, PendingSignature, Reason, Signature, SignatureState};
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
pub fn of_mailboxes(
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
/// holds the petitions' turn and has asked [`of_mailboxes`] does not meet it.
pub fn insert_all(tx: &mut Tx<'_>, new: &[Confirmed<'_>]) -> Result<()> {
    if new.is_empty() {
        return Ok(());
    }
    match &mut **tx {
        Conn::Sqlite(c) => {
            for one in new {
                insert_one(c, one)?;
            }
        }
        Conn::Postgres(c) => insert_at_once(c, new)?,
    }
    let given: Vec<_> = new.iter().flat_map(|one| given(one.pending)).collect();
    let now = new.iter().map(|one| one.at).max();
    consents::add_all(tx, &given, now.ok_or(Error::Refused("nothing new"))?)?;
    register_sync::enter_new(tx, new)?;
    let counted = new
        .iter()
        .filter(|one| one.state == SignatureState::Counted);
    let counted = counted.map(|one| one.pending);
    choice::arrived(tx, counted.clone())?;
    worded::arrived(tx, counted.clone())?;
    share::arrived(tx, counted)
}

/// What was answered with the form.
fn given(pending: &PendingSignature) -> Vec<(Id<Signature>, Consent)> {
    let at = pending.created_at;
    let all = pending.agreed.consents(&pending.signer, Means::Form, at);
    all.into_iter().map(|one| (pending.id, one)).collect()
}

/// The founding organizations that may write, as JSON; none where none was asked about.
fn opted_in_to(pending: &PendingSignature) -> Option<String> {
    match pending.agreed.founders.as_slice() {
        [] => None,
        _ => serde_json::to_string(&pending.signer.opted_in_to).ok(),
    }
}

fn insert_one(c: &mut diesel::SqliteConnection, one: &Confirmed<'_>) -> Result<()> {
    let pending = one.pending;
    let signer = &pending.signer;
    diesel::insert_into(g::table)
        .values((
            g::id.eq(pending.id),
            g::petition_id.eq(pending.petition),
            g::email_k1.eq(pending.keys.k1.as_slice()),
            g::email_k2.eq(pending.keys.k2.as_slice()),
            g::state.eq(one.state.number()),
            g::reason.eq(one.reason.map(Reason::number)),
            g::number.eq(one.number),
            g::wording_id.eq(pending.agreed.wording),
            g::lang.eq(pending.agreed.lang.as_str()),
            g::source.eq(pending.source.as_deref()),
            g::share_code.eq(pending.share.as_ref().map(LinkCode::as_str)),
            g::choice_id.eq(pending.choice),
            g::is_suspect.eq(one.is_suspect),
            g::signed_at.eq(pending.created_at),
            g::confirmed_at.eq(one.at),
            g::changed_at.eq(one.at),
        ))
        .execute(c)?;
    let words = indexed(pending.petition, signer);
    diesel::insert_into(d::table)
        .values((
            d::signature_id.eq(pending.id),
            d::name.eq(&signer.name),
            d::email.eq(&signer.email),
            d::role.eq(signer.role.as_deref()),
            d::affiliation.eq(signer.affiliation.as_deref()),
            d::place.eq(signer.place.as_deref()),
            d::wants_updates.eq(signer.wants_updates),
            d::visibility.eq(signer.visibility.number()),
            d::opted_in_to.eq(opted_in_to(pending)),
            d::search.eq(&words),
        ))
        .execute(c)?;
    // The row just written. Said by diesel's own words, which are prepared once.
    diesel::insert_into(f::table)
        .values((f::rowid.eq(last_insert_rowid()), f::words.eq(&words)))
        .execute(c)?;
    Ok(())
}

macro_rules! column {
    ($rows:expr, |$one:ident| $value:expr) => {
        $rows.iter().map(|$one| $value).collect::<Vec<_>>()
    };
}

fn insert_at_once(c: &mut diesel::PgConnection, new: &[Confirmed<'_>]) -> Result<()> {
    let words = column!(new, |one| indexed(
        one.pending.petition,
        &one.pending.signer
    ));
    unnest(
        "insert into signatures (id, petition_id, email_k1, email_k2, state, reason, number, \
         wording_id, lang, source, share_code, choice_id, is_suspect, signed_at, confirmed_at, \
         changed_at) \
         select n.*, n.confirmed_at from",
        "as n (id, petition_id, email_k1, email_k2, state, reason, number, wording_id, lang, \
         source, share_code, choice_id, is_suspect, signed_at, confirmed_at)",
    )
    .with::<Uid, _>(column!(new, |one| one.pending.id))
    .with::<Uid, _>(column!(new, |one| one.pending.petition))
    .with::<Binary, _>(column!(new, |one| one.pending.keys.k1.as_slice()))
    .with::<Binary, _>(column!(new, |one| one.pending.keys.k2.as_slice()))
    .with::<SmallInt, _>(column!(new, |one| one.state.number()))
    .with::<Nullable<SmallInt>, _>(column!(new, |one| one.reason.map(Reason::number)))
    .with::<Nullable<BigInt>, _>(column!(new, |one| one.number))
    .with::<Uid, _>(column!(new, |one| one.pending.agreed.wording))
    .with::<Text, _>(column!(new, |one| one.pending.agreed.lang.as_str()))
    .with::<Nullable<Text>, _>(column!(new, |one| one.pending.source.as_deref()))
    .with::<Nullable<Text>, _>(column!(new, |one| one
        .pending
        .share
        .as_ref()
        .map(LinkCode::as_str)))
    .with::<Nullable<Uid>, _>(column!(new, |one| one.pending.choice))
    .with::<Bool, _>(column!(new, |one| one.is_suspect))
    .with::<Instant, _>(column!(new, |one| one.pending.created_at))
    .with::<Instant, _>(column!(new, |one| one.at))
    .execute(c)?;
    unnest(
        "insert into signature_details (signature_id, name, email, role, affiliation, place, \
         wants_updates, visibility, opted_in_to, search) select * from",
        "",
    )
    .with::<Uid, _>(column!(new, |one| one.pending.id))
    .with::<Text, _>(column!(new, |one| one.pending.signer.name.as_str()))
    .with::<Text, _>(column!(new, |one| one.pending.signer.email.as_str()))
    .with::<Nullable<Text>, _>(column!(new, |one| one.pending.signer.role.as_deref()))
    .with::<Nullable<Text>, _>(column!(new, |one| one
        .pending
        .signer
        .affiliation
        .as_deref()))
    .with::<Nullable<Text>, _>(column!(new, |one| one.pending.signer.place.as_deref()))
    .with::<Bool, _>(column!(new, |one| one.pending.signer.wants_updates))
    .with::<SmallInt, _>(column!(new, |one| one.pending.signer.visibility.number()))
    .with::<Nullable<Text>, _>(column!(new, |one| opted_in_to(one.pending)))
    .with::<Text, _>(words)
    .execute(c)?;
    Ok(())
}

/// The one way a signature moves: from the state it is believed to be in to another that
/// [`SignatureState::may_become`] allows. False when it was not in that state any more. Whoever calls this
/// moves the tally in the same transaction.
///
/// # Errors
/// [`Error::Refused`] for a move there is not.
pub fn move_state(
    tx: &mut Tx<'_>,
    id: Id<Signature>,
    (from, to): (SignatureState, SignatureState),
    reason: Option<Reason>,
    now: Time,
) -> Result<bool> {
    if !from.may_become(to) {
        return Err(Error::Refused("a signature may not move so"));
    }
    let moved = diesel::update(g::table.find(id).filter(g::state.eq(from.number())))
        .set((
            g::state.eq(to.number()),
            g::reason.eq(reason.map(Reason::number)),
            g::changed_at.eq(now),
        ))
        .execute(&mut **tx)?;
    if moved == 1 {
        let by =
            i64::from(to == SignatureState::Counted) - i64::from(from == SignatureState::Counted);
        share::moved(tx, id, by)?;
        choice::moved(tx, id, by)?;
        worded::moved(tx, id, by)?;
        register_sync::follow(tx, &[id])?;
    }
    Ok(moved == 1)
}

/// Puts what was typed now in the place of what was typed before: somebody who had withdrawn
/// signs again.
pub fn replace_details(
    tx: &mut Tx<'_>,
    id: Id<Signature>,
    pending: &PendingSignature,
) -> Result<()> {
    let signer = &pending.signer;
    let before = worded::bond(tx, id)?;
    worded::rebound(tx, before, pending.agreed.wording)?;
    diesel::update(g::table.find(id))
        .set((
            g::wording_id.eq(pending.agreed.wording),
            g::lang.eq(pending.agreed.lang.as_str()),
            g::signed_at.eq(pending.created_at),
        ))
        .execute(&mut **tx)?;
    choice::choose(tx, id, pending.choice, pending.agreed.wording)?;
    register_sync::unsort(tx, id, &signer.name)?;
    let words = indexed(pending.petition, signer);
    diesel::update(d::table.find(id))
        .set((
            d::name.eq(&signer.name),
            d::email.eq(&signer.email),
            d::role.eq(signer.role.as_deref()),
            d::affiliation.eq(signer.affiliation.as_deref()),
            d::place.eq(signer.place.as_deref()),
            d::wants_updates.eq(signer.wants_updates),
            d::visibility.eq(signer.visibility.number()),
            d::opted_in_to.eq(opted_in_to(pending)),
            d::search.eq(&words),
        ))
        .execute(&mut **tx)?;
    let given: Vec<_> = given(pending)
        .into_iter()
        .map(|(_, one)| (id, one))
        .collect();
    consents::add_all(tx, &given, pending.created_at)?;
    own_changes::search_for(tx, id, Some(&words))?;
    register_sync::follow(tx, &[id])
}
