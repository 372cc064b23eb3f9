//! What happened is promised to each webhook that wants it, and gets its number.

use super::deliveries::insert_all;
use crate::account::occurrence::{Occurrence, OccurrenceKinds, store as occurrence};
use crate::base::{Id, Time};
use crate::both;
use crate::db::schema::{petitions as p, webhook_sequences as q, webhooks as w};
use crate::db::{Conn, Result, Tx};
use crate::partner::webhook::model::{DeliveryState, Webhook, WebhookDelivery, WebhookState};
use crate::petition::Petition;
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::Bool;
use std::collections::BTreeMap;
use std::time::Duration;

/// One instance at a time, so that numbers follow what happened. SQLite's writer is alone anyway.
fn is_our_turn(tx: &mut Tx<'_>) -> Result<bool> {
    match &mut **tx {
        Conn::Sqlite(_) => Ok(true),
        Conn::Postgres(c) => {
            let ask = sql::<Bool>("pg_try_advisory_xact_lock(7305806163)");
            Ok(diesel::select(ask).get_result(c)?)
        }
    }
}

/// Promises the oldest, at most `most`; how many were taken.
///
/// # Errors
/// A fault of the database; nothing is promised then, and nothing taken.
pub fn promise(tx: &mut Tx<'_>, now: Time, most: i64) -> Result<usize> {
    if !is_our_turn(tx)? {
        return Ok(0);
    }
    let taken = occurrence::take(tx, most)?;
    if taken.is_empty() {
        return Ok(0);
    }
    let hearing = hearing(tx, &taken)?;
    let mut numbers = numbers(tx, &taken, &hearing)?;
    let mut new = Vec::new();
    for one in &taken {
        let petition: Id<Petition> = one.petition.cast();
        let Some((webhooks, last)) = hearing.get(&petition).zip(numbers.get_mut(&petition)) else {
            continue;
        };
        *last += 1;
        let wanting = webhooks.iter().filter(|(_, kinds)| kinds.has(one.kind));
        for (webhook, _) in wanting {
            let place = u64::try_from(new.len()).unwrap_or_default();
            new.push(WebhookDelivery {
                // in the order of their numbers
                id: Id::new(now.plus(Duration::from_micros(place))),
                webhook: *webhook,
                occurrence: one.id,
                petition: Some(petition),
                kind: Some(one.kind),
                subject: one.subject,
                cause: one.cause,
                happened_at: one.at,
                sequence: Some(*last),
                state: DeliveryState::Waiting,
                attempts: 0,
                tries: 0,
                due_at: now,
                last: None,
            });
        }
    }
    insert_all(tx, &new)?;
    Ok(taken.len())
}

type Hearing = BTreeMap<Id<Petition>, Vec<(Id<Webhook>, OccurrenceKinds)>>;

/// Which webhooks hear of these petitions; a petition that is no more is not among them.
fn hearing(tx: &mut Tx<'_>, taken: &[Occurrence]) -> Result<Hearing> {
    let mut petitions: Vec<Id<Petition>> = taken.iter().map(|one| one.petition.cast()).collect();
    petitions.sort_unstable();
    petitions.dedup();
    let states = [WebhookState::On, WebhookState::Paused].map(WebhookState::number);
    let rows: Vec<(Id<Petition>, Id<Webhook>, i64)> = both!(tx, |c| w::table
        .inner_join(p::table.on(p::organization_id.eq(w::organization_id)))
        .filter(p::id.eq_any(&petitions))
        .filter(
            w::petition_id
                .is_null()
                .or(w::petition_id.eq(p::id.nullable()))
        )
        .filter(w::state.eq_any(states))
        .order(w::id)
        .select((p::id, w::id, w::kinds))
        .load(c))?;
    let mut hearing = Hearing::new();
    for (petition, webhook, kinds) in rows {
        let all = hearing.entry(petition).or_default();
        all.push((webhook, OccurrenceKinds::from_number(kinds)));
    }
    Ok(hearing)
}

/// Takes as many numbers as each petition needs; the last before them.
fn numbers(
    tx: &mut Tx<'_>,
    taken: &[Occurrence],
    hearing: &Hearing,
) -> Result<BTreeMap<Id<Petition>, i64>> {
    let mut needed: BTreeMap<Id<Petition>, i64> = BTreeMap::new();
    for one in taken {
        let petition = one.petition.cast();
        if hearing.contains_key(&petition) {
            *needed.entry(petition).or_default() += 1;
        }
    }
    let mut before = BTreeMap::new();
    for (petition, many) in needed {
        let last: i64 = both!(tx, |c| diesel::insert_into(q::table)
            .values((q::petition_id.eq(petition), q::last.eq(many)))
            .on_conflict(q::petition_id)
            .do_update()
            .set(q::last.eq(q::last + many))
            .returning(q::last)
            .get_result(c))?;
        before.insert(petition, last - many);
    }
    Ok(before)
}
