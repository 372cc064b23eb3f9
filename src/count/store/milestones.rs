//! Round numbers of signatures, each told of once.

use crate::account::occurrence::{Milestone, Occurrence, OccurrenceKind, store as occurrence};
use crate::base::{Id, Time};
use crate::count::model::{Counted, steps};
use crate::db::schema::tallies as t;
use crate::db::{Result, Tx};
use diesel::prelude::*;
use std::time::Duration;

/// Lets programs hear of the round numbers that this change reached and no change before. The row of the number is this transaction's
/// already: of two instances the second finds what the first wrote.
pub(super) fn milestones_reached(
    tx: &mut Tx<'_>,
    petition: Id<Counted>,
    (before, after): (i64, i64),
    now: Time,
) -> Result<()> {
    if steps(before, after).next().is_none() {
        return Ok(());
    }
    let told = t::table.find(petition).select(t::milestone);
    let told: i64 = told.first(&mut **tx)?;
    let new: Vec<i64> = steps(before.max(told), after).collect();
    let Some(highest) = new.last() else {
        return Ok(());
    };
    // also where nobody hears of it: who comes later does not hear of what was long ago
    diesel::update(t::table.find(petition))
        .set(t::milestone.eq(*highest))
        .execute(&mut **tx)?;
    let mut reached = Vec::new();
    for (place, milestone) in (0..).zip(new.into_iter().filter_map(Milestone::new)) {
        let one = Occurrence::of(petition.cast(), OccurrenceKind::MilestoneReached, now);
        reached.push(Occurrence {
            // in their order
            id: Id::new(now.plus(Duration::from_micros(place))),
            ..one.by(milestone.cause())
        });
    }
    let wanted = occurrence::wanted_of(tx, &[petition.cast()])?;
    occurrence::note(tx, &wanted, &reached)
}
