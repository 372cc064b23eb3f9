//! How many signatures are bound to each wording.

use super::miscount::{self, Miscount};
use crate::base::Id;
use crate::both;
use crate::count::Parts;
use crate::count::store::parts;
use crate::db::schema::signatures as g;
use crate::db::{Conn, Result, Tx};
use crate::petition::{Petition, Wording};
use crate::signature::model::{PendingSignature, Signature, SignatureState};
use diesel::prelude::*;
use std::collections::BTreeMap;

type BondKey = (Id<Petition>, Id<Wording>);

/// Counts these, who were counted just now, under the words they signed. Whoever calls this has locked the petitions' counts.
pub(crate) fn arrived<'a>(
    tx: &mut Tx<'_>,
    counted: impl Iterator<Item = &'a PendingSignature>,
) -> Result<()> {
    let mut came: BTreeMap<BondKey, i64> = BTreeMap::new();
    for one in counted {
        *came.entry((one.petition, one.agreed.wording)).or_default() += 1;
    }
    for ((petition, wording), by) in came {
        add(tx, petition, wording, by)?;
    }
    Ok(())
}

fn add(tx: &mut Tx<'_>, petition: Id<Petition>, wording: Id<Wording>, by: i64) -> Result<()> {
    parts::add(tx, Parts::Wordings, (petition.cast(), wording.cast()), by)
}

/// Which words a signature is bound to, and whether it counts.
#[derive(Debug, Clone, Copy)]
pub struct WordingOf {
    petition: Id<Petition>,
    wording: Id<Wording>,
    is_counted: bool,
}

/// The bond of a signature as it is now.
pub(crate) fn wording_of(tx: &mut Tx<'_>, id: Id<Signature>) -> Result<WordingOf> {
    let (petition, wording, state) = g::table
        .find(id)
        .select((g::petition_id, g::wording_id, g::state))
        .first::<(Id<Petition>, Id<Wording>, i16)>(&mut **tx)?;
    Ok(WordingOf {
        petition,
        wording,
        is_counted: SignatureState::from_number(state) == SignatureState::Counted,
    })
}

/// Counts signatures that moved into the number (1) or out of it (-1) under the words they are bound to.
pub(crate) fn moved(tx: &mut Tx<'_>, ids: &[Id<Signature>], by: i64) -> Result<()> {
    if by == 0 {
        return Ok(());
    }
    let bound = g::table.filter(g::id.eq_any(ids));
    let bound = bound.select((g::petition_id, g::wording_id));
    let bound: Vec<BondKey> = both!(tx, |c| bound.load(c))?;
    let mut change: BTreeMap<BondKey, i64> = BTreeMap::new();
    for bond in bound {
        *change.entry(bond).or_default() += by;
    }
    for ((petition, wording), by) in change {
        add(tx, petition, wording, by)?;
    }
    Ok(())
}

/// Moves the counts of a signature that had this bond and is bound to other words now.
pub(crate) fn rebound(tx: &mut Tx<'_>, before: WordingOf, wording: Id<Wording>) -> Result<()> {
    if !before.is_counted || before.wording == wording {
        return Ok(());
    }
    add(tx, before.petition, before.wording, -1)?;
    add(tx, before.petition, wording, 1)
}

/// Where counts of wordings differ from the rows. Scans every signature; for the command line only.
pub(crate) fn miscounts(conn: &mut Conn) -> Result<Vec<Miscount>> {
    let rows = g::table
        .filter(g::state.eq(SignatureState::Counted.number()))
        .group_by((g::petition_id, g::wording_id))
        .select((g::petition_id, g::wording_id, diesel::dsl::count_star()))
        .load::<(Id<Petition>, Id<Wording>, i64)>(conn)?;
    let said = parts::all(conn, Parts::Wordings)?.into_iter();
    let said = said.map(|(petition, one)| (petition.cast(), one.part.cast(), one.counted));
    Ok(miscount::between(said, rows))
}
