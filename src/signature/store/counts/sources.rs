//! Where signers come from: how many came by each source.

use super::miscount::{self, Miscount};
use crate::base::Id;
use crate::db::schema::{shares as s, signatures as g};
use crate::db::{Conn, Result, Tx};
use crate::petition::Petition;
use crate::signature::model::{PendingSignature, Signature, SignatureState};
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

/// Counts a signature that moved into the number (1) or out of it (-1) under what brought it.
pub fn moved(tx: &mut Tx<'_>, id: Id<Signature>, by: i64) -> Result<()> {
    if by == 0 {
        return Ok(());
    }
    let (petition, source) = g::table
        .find(id)
        .select((g::petition_id, g::source))
        .first::<(Id<Petition>, Option<String>)>(&mut **tx)?;
    match source {
        Some(source) => add(tx, petition, &source, by),
        None => Ok(()),
    }
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
