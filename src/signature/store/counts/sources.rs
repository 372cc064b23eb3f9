//! Where signers come from: how many came by each source.

use super::miscount::{self, Miscount};
use crate::base::Id;
use crate::both;
use crate::count::store::tallies;
use crate::db::schema::{
    pending_signatures as p, shares as s, signature_details as d, signatures as g,
};
use crate::db::{Conn, Result, Tx};
use crate::petition::Petition;
use crate::petition::source::Source;
use crate::signature::model::{PendingSignature, Signature, SignatureState};
use crate::signature::store::pending;
use crate::signature::store::search::reindex::reindex;
use diesel::prelude::*;
use std::collections::BTreeMap;

/// Counts these, who were counted just now, under what brought them. Whoever calls this has
/// locked the petitions' counts.
pub(crate) fn arrived<'a>(
    tx: &mut Tx<'_>,
    counted: impl Iterator<Item = &'a PendingSignature>,
) -> Result<()> {
    let mut came: BTreeMap<(Id<Petition>, &str), i64> = BTreeMap::new();
    for one in counted {
        if let Some(source) = one.source.as_deref() {
            *came.entry((one.petition, source)).or_default() += 1;
        }
    }
    for ((petition, code), by) in came {
        add(tx, petition, code, by)?;
    }
    Ok(())
}

/// Counts signatures that moved into the number (1) or out of it (-1) under what brought them.
pub(crate) fn moved(tx: &mut Tx<'_>, ids: &[Id<Signature>], by: i64) -> Result<()> {
    if by == 0 {
        return Ok(());
    }
    let named = g::table.filter(g::id.eq_any(ids));
    let named = named.filter(g::source.is_not_null());
    let named = named.select((g::petition_id, g::source.assume_not_null()));
    let named: Vec<(Id<Petition>, String)> = both!(tx, |c| named.load(c))?;
    let mut change: BTreeMap<(Id<Petition>, String), i64> = BTreeMap::new();
    for source in named {
        *change.entry(source).or_default() += by;
    }
    for ((petition, code), by) in change {
        add(tx, petition, &code, by)?;
    }
    Ok(())
}

fn add(tx: &mut Tx<'_>, petition: Id<Petition>, code: &str, by: i64) -> Result<()> {
    let there = diesel::update(s::table.find((petition, code)))
        .set(s::counted.eq(s::counted + by))
        .execute(&mut **tx)?;
    if there == 0 {
        diesel::insert_into(s::table)
            .values((
                s::petition_id.eq(petition),
                s::code.eq(code),
                s::counted.eq(by),
            ))
            .execute(&mut **tx)?;
    }
    Ok(())
}

/// How many counted signatures came by one source.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Queryable)]
pub struct SourceCount {
    /// The code of a signer's link, or a word.
    pub code: String,
    /// How many count.
    pub counted: i64,
}

/// The sources that brought the most, the greatest first: a seek in the index of counts.
pub(crate) fn greatest(
    conn: &mut Conn,
    petition: Id<Petition>,
    most: i64,
) -> Result<Vec<SourceCount>> {
    Ok(s::table
        .filter(s::petition_id.eq(petition))
        .filter(s::counted.gt(0))
        .order((s::counted.desc(), s::code.desc()))
        .limit(most)
        .select((s::code, s::counted))
        .load(conn)?)
}

/// Signatures of one state behind `after` that say by whose link they came, or have one of their own. At most `most`, in the order of
/// their keys.
pub(crate) fn said_by(
    conn: &mut Conn,
    (petition, state): (Id<Petition>, SignatureState),
    after: Option<Id<Signature>>,
    most: i64,
) -> Result<Vec<Id<Signature>>> {
    Ok(g::table
        .filter(g::petition_id.eq(petition))
        .filter(g::state.eq(state.number()))
        .filter(g::id.gt(after.unwrap_or(Id::from_bytes([0; 16]))))
        .filter(g::source.is_not_null().or(g::share_code.is_not_null()))
        .order(g::id)
        .limit(most)
        .select(g::id)
        .load(conn)?)
}

/// Takes it out of these signatures of one petition, and out of what is counted; with it the partner that may write.
pub(crate) fn forget(tx: &mut Tx<'_>, petition: Id<Petition>, ids: &[Id<Signature>]) -> Result<()> {
    tallies::lock_counts(tx, &[petition.cast()])?;
    let counted = g::table
        .filter(g::id.eq_any(ids))
        .filter(g::state.eq(SignatureState::Counted.number()))
        .filter(g::source.is_not_null())
        .select(g::source.assume_not_null());
    let came: Vec<String> = both!(tx, |c| counted.load(c))?;
    let mut by: BTreeMap<String, i64> = BTreeMap::new();
    for source in came {
        *by.entry(source).or_default() -= 1;
    }
    for (source, by) in by {
        add(tx, petition, &source, by)?;
    }
    let none = s::table.filter(s::petition_id.eq(petition));
    diesel::delete(none.filter(s::counted.eq(0_i64))).execute(&mut **tx)?;
    both!(tx, |c| diesel::update(g::table.filter(g::id.eq_any(ids)))
        .set((g::source.eq(None::<&str>), g::share_code.eq(None::<&str>)))
        .execute(c))?;
    let theirs = d::table.filter(d::signature_id.eq_any(ids));
    both!(tx, |c| diesel::update(theirs)
        .set(d::opted_in_partner.eq(None::<Id<Source>>))
        .execute(c))?;
    reindex(tx, ids)
}

/// As [`said_by`], of what waits for its mailbox.
pub(crate) fn said_by_waiting(
    conn: &mut Conn,
    petition: Id<Petition>,
    after: Option<Id<Signature>>,
    most: i64,
) -> Result<Vec<Id<Signature>>> {
    Ok(p::table
        .filter(p::petition_id.eq(petition))
        .filter(p::id.gt(after.unwrap_or(Id::from_bytes([0; 16]))))
        .filter(p::source.is_not_null().or(p::share_code.is_not_null()))
        .order(p::id)
        .limit(most)
        .select(p::id)
        .load(conn)?)
}

/// Takes it out of these that wait; with it the partner that may write.
pub(crate) fn forget_waiting(tx: &mut Tx<'_>, ids: &[Id<Signature>]) -> Result<()> {
    both!(tx, |c| diesel::update(p::table.filter(p::id.eq_any(ids)))
        .set((p::source.eq(None::<&str>), p::share_code.eq(None::<&str>)))
        .execute(c))?;
    pending::forget_partners(tx, ids)
}

/// Where counts of sources differ from the rows. Scans every signature; for the command line only.
pub(crate) fn miscounts(conn: &mut Conn) -> Result<Vec<Miscount>> {
    let said = s::table
        .select((s::petition_id, s::code, s::counted))
        .load::<(Id<Petition>, String, i64)>(conn)?;
    let rows = g::table
        .filter(g::source.is_not_null())
        .filter(g::state.eq(SignatureState::Counted.number()))
        .group_by((g::petition_id, g::source))
        .select((g::petition_id, g::source, diesel::dsl::count_star()))
        .load::<(Id<Petition>, Option<String>, i64)>(conn)?;
    let code = |(petition, code, rows): (_, Option<String>, _)| Some((petition, code?, rows));
    Ok(miscount::between(said, rows.into_iter().filter_map(code)))
}
