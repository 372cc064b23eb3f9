//! Occurrences in the database: who wants to hear of which, and those that nobody has been told of yet.

use super::model::{Occurrence, OccurrenceKind, OccurrenceKinds};
use crate::account::model::{Organization, Organizer};
use crate::base::Id;
use crate::db::schema::{occurrences as o, petitions as p, wanted_occurrences as w};
use crate::db::statements::types::{Instant, Uid};
use crate::db::{Conn, Result, Tx};
use crate::mail::model::Campaign;
use crate::{both, insert_rows};
use diesel::prelude::*;
use diesel::sql_types::{Nullable, SmallInt};
use std::collections::BTreeMap;

/// A webhook, as far as whoever causes something knows of it.
#[derive(Debug)]
pub enum Wanting {}

/// Which kinds are wanted of which petitions.
#[derive(Debug, Default)]
pub struct WantedKinds(BTreeMap<Id<Campaign>, OccurrenceKinds>);

impl WantedKinds {
    /// Whether nothing is.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether this kind is wanted of this petition.
    #[must_use]
    pub fn has(&self, petition: Id<Campaign>, kind: OccurrenceKind) -> bool {
        self.0.get(&petition).is_some_and(|kinds| kinds.has(kind))
    }
}

/// Whether anybody wants to hear of anything: where nobody does, a hot commit asks this and nothing else.
///
/// # Errors
/// A fault of the database.
pub fn is_any_wanted(tx: &mut Tx<'_>) -> Result<bool> {
    let any = w::table.select(w::webhook_id).limit(1);
    Ok(any.first::<Id<Wanting>>(&mut **tx).optional()?.is_some())
}

/// Which kinds are wanted of these petitions. Asked in the transaction of the cause and of no memory, so that every instance knows at
/// once who came and who went.
///
/// # Errors
/// A fault of the database.
pub fn wanted_of(tx: &mut Tx<'_>, petitions: &[Id<Campaign>]) -> Result<WantedKinds> {
    if petitions.is_empty() || !is_any_wanted(tx)? {
        return Ok(WantedKinds::default());
    }
    let rows: Vec<(Id<Campaign>, i64)> = both!(tx, |c| w::table
        .inner_join(p::table.on(p::organization_id.eq(w::organization_id)))
        .filter(p::id.eq_any(petitions))
        .filter(
            w::petition_id
                .is_null()
                .or(w::petition_id.eq(p::id.nullable()))
        )
        .select((p::id, w::kinds))
        .load(c))?;
    let mut wanted = WantedKinds::default();
    for (petition, kinds) in rows {
        let all = wanted.0.entry(petition).or_default();
        *all = all.and(OccurrenceKinds::from_number(kinds));
    }
    Ok(wanted)
}

/// Writes down those of these that are wanted.
///
/// # Errors
/// A fault of the database.
pub fn note(tx: &mut Tx<'_>, wanted: &WantedKinds, all: &[Occurrence]) -> Result<()> {
    let new: Vec<_> = all
        .iter()
        .filter(|one| wanted.has(one.petition, one.kind))
        .collect();
    if new.is_empty() {
        return Ok(());
    }
    insert_rows!(tx, "occurrences", o, for one in &new, {
        id: Uid = one.id,
        petition_id: Uid = one.petition,
        kind: SmallInt = one.kind.number(),
        subject_id: Nullable<Uid> = one.subject,
        cause: Nullable<SmallInt> = one.cause,
        at: Instant = one.at,
    });
    Ok(())
}

/// The same for one that is asked after here.
///
/// # Errors
/// A fault of the database.
pub fn note_one(tx: &mut Tx<'_>, one: Occurrence) -> Result<()> {
    let wanted = wanted_of(tx, &[one.petition])?;
    note(tx, &wanted, &[one])
}

/// Says what a webhook wants to hear of, in the place of what it wanted before.
///
/// # Errors
/// A fault of the database.
pub fn want(
    tx: &mut Tx<'_>,
    webhook: Id<Wanting>,
    (organization, petition): (Id<Organization>, Option<Id<Campaign>>),
    kinds: OccurrenceKinds,
    made_by: Option<Id<Organizer>>,
) -> Result<()> {
    want_no_more(tx, webhook)?;
    let row = (
        w::webhook_id.eq(webhook),
        w::organization_id.eq(organization),
        w::petition_id.eq(petition),
        w::kinds.eq(kinds.number()),
        w::made_by.eq(made_by),
    );
    diesel::insert_into(w::table)
        .values(row)
        .execute(&mut **tx)?;
    Ok(())
}

/// A webhook hears of nothing more.
///
/// # Errors
/// A fault of the database.
pub fn want_no_more(tx: &mut Tx<'_>, webhook: Id<Wanting>) -> Result<()> {
    diesel::delete(w::table.find(webhook)).execute(&mut **tx)?;
    Ok(())
}

/// No webhook of this organization hears of anything more: it is over.
///
/// # Errors
/// A fault of the database.
pub fn nothing_wanted(tx: &mut Tx<'_>, organization: Id<Organization>) -> Result<()> {
    diesel::delete(w::table.filter(w::organization_id.eq(organization))).execute(&mut **tx)?;
    Ok(())
}

/// How many webhooks of this organization this organizer made.
///
/// # Errors
/// A fault of the database.
pub fn made_by(
    conn: &mut Conn,
    organization: Id<Organization>,
    maker: Id<Organizer>,
) -> Result<i64> {
    Ok(w::table
        .filter(w::organization_id.eq(organization))
        .filter(w::made_by.eq(maker))
        .count()
        .get_result(conn)?)
}

/// Whether something waits to be promised to webhooks: a cheap question, asked without waiting for the writer.
///
/// # Errors
/// A fault of the database.
pub fn is_waiting(conn: &mut Conn) -> Result<bool> {
    let any = o::table.select(o::id).limit(1);
    Ok(any.first::<Id<Occurrence>>(conn).optional()?.is_some())
}

#[derive(Queryable)]
struct OccurrenceRow {
    id: Id<Occurrence>,
    petition: Id<Campaign>,
    kind: i16,
    subject: Option<Id<crate::mail::model::Subject>>,
    cause: Option<i16>,
    at: crate::base::Time,
}

impl OccurrenceRow {
    fn occurrence(self) -> Option<Occurrence> {
        Some(Occurrence {
            id: self.id,
            petition: self.petition,
            kind: OccurrenceKind::from_number(self.kind)?,
            subject: self.subject,
            cause: self.cause,
            at: self.at,
        })
    }
}

/// Takes the oldest away, in the order in which they happened. By deleting and not behind a place in their order: a transaction that was
/// long under way brings an older one than those that were taken already. Those of a kind that only a newer program knows are left to it.
///
/// # Errors
/// A fault of the database.
pub fn take(tx: &mut Tx<'_>, most: i64) -> Result<Vec<Occurrence>> {
    let last = OccurrenceKind::ALL.iter().map(|kind| kind.number()).max();
    let known = o::table
        .filter(o::kind.le(last.unwrap_or_default()))
        .order(o::id)
        .limit(most)
        .select((
            o::id,
            o::petition_id,
            o::kind,
            o::subject_id,
            o::cause,
            o::at,
        ));
    let rows: Vec<OccurrenceRow> = match &mut **tx {
        Conn::Sqlite(c) => known.load(c)?,
        Conn::Postgres(c) => known.for_update().skip_locked().load(c)?,
    };
    let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
    match &mut **tx {
        Conn::Sqlite(c) => {
            for id in ids {
                diesel::delete(o::table.find(id)).execute(c)?;
            }
        }
        Conn::Postgres(c) => {
            diesel::delete(o::table.filter(o::id.eq_any(ids))).execute(c)?;
        }
    }
    let mut taken: Vec<_> = rows
        .into_iter()
        .filter_map(OccurrenceRow::occurrence)
        .collect();
    taken.sort_by_key(|one| (one.at, one.kind.number(), one.id));
    Ok(taken)
}
