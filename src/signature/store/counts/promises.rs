//! Which promise a signature chose, and how many chose each.

use super::miscount::{self, Miscount};
use super::wordings;
use crate::base::Id;
use crate::both;
use crate::count::Parts;
use crate::count::store::parts;
use crate::db::schema::signatures as g;
use crate::db::{Conn, Result, Tx};
use crate::petition::{Petition, PledgeOption, Wording};
use crate::signature::model::{PendingSignature, Signature, SignatureState};
use crate::signature::store::search::reindex::reindex;
use diesel::prelude::*;
use std::collections::BTreeMap;

type ChoiceKey = (Id<Petition>, Id<PledgeOption>);

/// Counts these, who were counted just now, under what they chose. Whoever calls this has locked the
/// petitions' counts.
pub(crate) fn arrived<'a>(
    tx: &mut Tx<'_>,
    counted: impl Iterator<Item = &'a PendingSignature>,
) -> Result<()> {
    let mut came: BTreeMap<ChoiceKey, i64> = BTreeMap::new();
    for one in counted {
        if let Some(choice) = one.choice {
            *came.entry((one.petition, choice)).or_default() += 1;
        }
    }
    for ((petition, option), by) in came {
        add(tx, petition, option, by)?;
    }
    Ok(())
}

fn add(tx: &mut Tx<'_>, petition: Id<Petition>, option: Id<PledgeOption>, by: i64) -> Result<()> {
    parts::add(tx, Parts::Promises, (petition.cast(), option.cast()), by)
}

type Stands = (Id<Petition>, i16, Option<Id<PledgeOption>>);

fn stands(tx: &mut Tx<'_>, id: Id<Signature>) -> Result<Stands> {
    Ok(g::table
        .find(id)
        .select((g::petition_id, g::state, g::choice_id))
        .first::<Stands>(&mut **tx)?)
}

/// Counts signatures that moved into the number (1) or out of it (-1) under what they chose.
pub(crate) fn moved(tx: &mut Tx<'_>, ids: &[Id<Signature>], by: i64) -> Result<()> {
    if by == 0 {
        return Ok(());
    }
    let chosen = g::table.filter(g::id.eq_any(ids));
    let chosen = chosen.filter(g::choice_id.is_not_null());
    let chosen = chosen.select((g::petition_id, g::choice_id.assume_not_null()));
    let chosen: Vec<ChoiceKey> = both!(tx, |c| chosen.load(c))?;
    let mut change: BTreeMap<ChoiceKey, i64> = BTreeMap::new();
    for choice in chosen {
        *change.entry(choice).or_default() += by;
    }
    for ((petition, option), by) in change {
        add(tx, petition, option, by)?;
    }
    Ok(())
}

/// Puts another choice in the place of the one there was, as it reads in this wording, and moves the
/// counts with it if the signature counts.
pub fn choose(
    tx: &mut Tx<'_>,
    id: Id<Signature>,
    choice: Option<Id<PledgeOption>>,
    wording: Id<Wording>,
) -> Result<()> {
    let (petition, state, before) = stands(tx, id)?;
    if choice == before {
        return Ok(());
    }
    let wording_of = wordings::wording_of(tx, id)?;
    wordings::rebound(tx, wording_of, wording)?;
    diesel::update(g::table.find(id))
        .set((g::choice_id.eq(choice), g::wording_id.eq(wording)))
        .execute(&mut **tx)?;
    if SignatureState::from_number(state) == SignatureState::Counted {
        for (option, by) in [(before, -1), (choice, 1)] {
            if let Some(option) = option {
                add(tx, petition, option, by)?;
            }
        }
    }
    reindex(tx, &[id])
}

/// Where counts of promises differ from the rows. Scans every signature; for the command line only.
pub(crate) fn miscounts(conn: &mut Conn) -> Result<Vec<Miscount>> {
    let rows = g::table
        .filter(g::choice_id.is_not_null())
        .filter(g::state.eq(SignatureState::Counted.number()))
        .group_by((g::petition_id, g::choice_id))
        .select((g::petition_id, g::choice_id, diesel::dsl::count_star()))
        .load::<(Id<Petition>, Option<Id<PledgeOption>>, i64)>(conn)?;
    let said = parts::all(conn, Parts::Promises)?.into_iter();
    let said = said.map(|(petition, made)| (petition.cast(), made.part.cast(), made.counted));
    let chosen = |(petition, option, rows): (_, Option<_>, _)| Some((petition, option?, rows));
    Ok(miscount::between(said, rows.into_iter().filter_map(chosen)))
}
