//! Carries batches out: gathers those that are meant, moves them, moves them back. In portions, so that nobody who signs meanwhile waits;
//! it may be broken off between two of them, and any instance goes on.

use crate::account::deed::Deed;
use crate::account::store::activity::Doer;
use crate::account::store::{member, person};
use crate::account::{Action, may};
use crate::base::time::hours;
use crate::base::{Clock, Id, Time};
use crate::count::store::tallies;
use crate::count::{Change, Tally};
use crate::db::{Conn, Db, Error, Result, Tx};
use crate::petition::store::petitions;
use crate::signature::batch::{BatchAct, BatchState, SignatureBatch};
use crate::signature::condition::Candidate;
use crate::signature::model::{Reason, Signature, SignatureState};
use crate::signature::store::batches::{self, Meant, Step};
use crate::signature::store::confirm::move_states;
use std::collections::{BTreeMap, HashSet};
use std::time::{Duration, Instant};

/// Signatures looked at in one go while a batch is gathered.
const LOOKED_AT: i64 = 2_000;
/// Signatures that are moved at once, by the press itself.
pub(super) const PORTION: i64 = 250;
/// Signatures moved in the first transaction behind it, while what they stand in is not in memory yet; then as many as take about [`TURN`],
/// on this machine and this database.
const FIRST: i64 = 50;
/// Fewest and most of them.
const BOUNDS: (i64, i64) = (50, 1_000);
/// How long others wait for one transaction of this: a press may take no longer than a blink beside it.
const TURN: Duration = Duration::from_millis(25);
/// How long a batch waits where nobody else may agree to it.
pub(super) const ALONE: Duration = hours(24);
/// Members looked through for a second person.
const MOST_MEMBERS: i64 = 1_000;

/// Goes on with all there is to do until nothing is.
///
/// # Errors
/// A fault of the database; what was done is done, and the rest is gone on with the next time.
pub async fn work(db: &Db, clock: &Clock) -> Result<()> {
    let now = clock.now();
    let waiting = db.read(batches::at_work).await?;
    for batch in waiting {
        let id = batch.id;
        if batch.state == BatchState::Waiting {
            db.write(move |tx| go_on_alone(tx, id, now)).await?;
        }
        let mut many = FIRST;
        loop {
            #[expect(
                clippy::disallowed_methods,
                reason = "how many fit into a transaction is measured; what is done to each does not depend on it"
            )]
            let began = Instant::now();
            if !step(db, id, (many, now)).await? {
                break;
            }
            many = next_portion(many, began.elapsed());
        }
    }
    Ok(())
}

/// How many are moved next, after so many took so long: at most twice as many, so that one lucky portion is not followed by a long one.
fn next_portion(many: i64, took: Duration) -> i64 {
    let (turn, took) = (TURN.as_micros(), took.as_micros().max(1));
    let fits = i64::try_from(turn).unwrap_or(0).saturating_mul(many);
    let fits = fits / i64::try_from(took).unwrap_or(i64::MAX);
    let (fewest, most) = BOUNDS;
    fits.min(many * 2).clamp(fewest, most)
}

/// One portion of a batch; whether there is more to do.
async fn step(db: &Db, id: Id<SignatureBatch>, (many, now): (i64, Time)) -> Result<bool> {
    let Some(batch) = db.read(move |conn| batches::find(conn, id)).await? else {
        return Ok(false);
    };
    match batch.state {
        BatchState::Gathering => {
            let looked = db.read(move |conn| look(conn, &batch)).await?;
            db.write(move |tx| keep(tx, id, &looked)).await?;
        }
        BatchState::Running | BatchState::TakingBack => {
            db.write(move |tx| portion(tx, id, (many, now))).await?;
        }
        _ => return Ok(false),
    }
    Ok(true)
}

/// What a look at the next signatures found.
struct Gathered {
    from: Option<Id<Signature>>,
    meant: Vec<Meant>,
    /// The last that was looked at; none at the end.
    place: Option<Id<Signature>>,
}

fn look(conn: &mut Conn, batch: &SignatureBatch) -> Result<Gathered> {
    let mut found = Vec::new();
    for state in batch.act.gathers() {
        let of = (batch.petition, *state);
        found.extend(batches::candidates(conn, of, batch.place, LOOKED_AT)?);
    }
    found.sort_by_key(|one| one.id);
    let most = usize::try_from(LOOKED_AT).unwrap_or(usize::MAX);
    let is_last = found.len() < most;
    found.truncate(most);
    let place = found.last().map(|one| one.id).filter(|_| !is_last);
    let condition = batch.condition.clone().unwrap_or_default();
    let meant = found.into_iter().filter(|one| condition.means(one));
    let known = |one: Candidate| Meant {
        id: one.id,
        state: one.state,
        reason: one.reason,
    };
    Ok(Gathered {
        from: batch.place,
        meant: meant.map(known).collect(),
        place,
    })
}

/// Keeps what was found, unless another instance went on from the same place.
fn keep(tx: &mut Tx<'_>, id: Id<SignatureBatch>, looked: &Gathered) -> Result<()> {
    let Some(mut batch) = lock(tx, id)? else {
        return Ok(());
    };
    if batch.state != BatchState::Gathering || batch.place != looked.from {
        return Ok(());
    }
    batches::gather(tx, id, &looked.meant)?;
    batch.total += i64::try_from(looked.meant.len()).unwrap_or(0);
    batch.place = looked.place;
    if looked.place.is_none() {
        batch.state = BatchState::Ready;
    }
    batches::update(tx, &batch, BatchState::Gathering)?;
    Ok(())
}

/// The batch, with the counts of its petition locked: nobody else goes on with it until the commit.
fn lock(tx: &mut Tx<'_>, id: Id<SignatureBatch>) -> Result<Option<SignatureBatch>> {
    let Some(batch) = batches::find(tx, id)? else {
        return Ok(None);
    };
    tallies::lock_counts(tx, &[batch.petition.cast()])?;
    batches::find(tx, id)
}

/// What whoever has it done has done, in the log of what organizers did.
pub(super) fn deed(act: BatchAct) -> Deed {
    match act {
        BatchAct::Count => Deed::BATCH_COUNTED,
        BatchAct::Hold => Deed::BATCH_HELD,
        BatchAct::Remove => Deed::BATCH_REMOVED,
    }
}

/// Where nobody else may agree, a day is the second person. The log has it as a deed of whoever pressed.
fn go_on_alone(tx: &mut Tx<'_>, id: Id<SignatureBatch>, now: Time) -> Result<()> {
    let Some(mut batch) = lock(tx, id)? else {
        return Ok(());
    };
    let is_due = now.since(batch.proposed_at) >= ALONE;
    if batch.state == BatchState::Waiting && is_due && !has_second(tx, &batch)? {
        batch.state = BatchState::Running;
        batches::update(tx, &batch, BatchState::Waiting)?;
        let petition = petitions::find(tx, batch.petition)?;
        let petition = petition.ok_or(Error::Refused("a batch of no petition"))?;
        let title = petitions::titles(tx, &[petition.id])?.pop();
        let title = title.map_or_else(String::new, |(_, _, title)| title);
        let name = person::name(tx, batch.proposed_by)?;
        let doer = Doer::new(batch.proposed_by, &name, "", now);
        let what = format!("{} – {title}", batch.total);
        doer.did(tx, petition.organization, deed(batch.act), &what)?;
    }
    Ok(())
}

/// Whether anybody but who pressed may agree.
pub(super) fn has_second(conn: &mut Conn, batch: &SignatureBatch) -> Result<bool> {
    let petition = petitions::find(conn, batch.petition)?;
    let petition = petition.ok_or(Error::Refused("a batch of no petition"))?;
    let members = member::all(conn, petition.organization, MOST_MEMBERS)?;
    let mut others = members.iter().filter(|one| one.id != batch.proposed_by);
    Ok(others.any(|one| may(one.role, Action::Moderate)))
}

/// Moves the next of a batch, or moves them back; where the number stands now.
///
/// # Errors
/// A fault of the database.
pub(super) fn portion(
    tx: &mut Tx<'_>,
    id: Id<SignatureBatch>,
    (many, now): (i64, Time),
) -> Result<Option<Tally>> {
    let Some(mut batch) = lock(tx, id)? else {
        return Ok(None);
    };
    let from = batch.state;
    let (before, after) = match from {
        BatchState::Running => (Step::Before, Step::Moved),
        BatchState::TakingBack => (Step::Moved, Step::Back),
        _ => return Ok(None),
    };
    batches::seek_by_key(tx)?;
    let next = batches::next(tx, (id, before), batch.place, many)?;
    let is_last = next.len() < usize::try_from(many).unwrap_or(0);
    batch.place = next.last().map(|one| one.id).filter(|_| !is_last);
    let mut change = Change::default();
    for (way, ids) in ways(tx, &batch, next)? {
        let moved = move_states(tx, &ids, (way.from, way.to), way.reason, now)?;
        let many = i64::try_from(moved.len()).unwrap_or(0);
        *way.from.part_of(&mut change) -= many;
        *way.to.part_of(&mut change) += many;
        batches::came(tx, id, &moved, after)?;
        match from {
            BatchState::Running => batch.moved += many,
            _ => {
                batch.moved -= many;
                batch.back += many;
            }
        }
    }
    if is_last {
        batch.ended_at = Some(now);
        batch.state = match from {
            BatchState::Running => BatchState::Done,
            _ => BatchState::TakenBack,
        };
    }
    batches::update(tx, &batch, from)?;
    tallies::add(tx, batch.petition.cast(), change, now).map(Some)
}

/// From where to where, and why.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Way {
    from: SignatureState,
    to: SignatureState,
    reason: Option<Reason>,
}

/// The ways of these, those of one way together. Back goes nobody whose details are gone: they asked to be forgotten, or their time is over.
fn ways(
    tx: &mut Tx<'_>,
    batch: &SignatureBatch,
    next: Vec<Meant>,
) -> Result<BTreeMap<Way, Vec<Id<Signature>>>> {
    let mut all: BTreeMap<Way, Vec<_>> = BTreeMap::new();
    let to = batch.act.to();
    let decided = Some(Reason::Organizer).filter(|_| to != SignatureState::Counted);
    let ids: Vec<_> = next.iter().map(|one| one.id).collect();
    let there: HashSet<_> = match (batch.state, batch.act) {
        (BatchState::TakingBack, _) | (_, BatchAct::Count) => {
            batches::with_details(tx, &ids)?.into_iter().collect()
        }
        _ => ids.into_iter().collect(),
    };
    for one in next.into_iter().filter(|one| there.contains(&one.id)) {
        let way = match batch.state {
            BatchState::TakingBack => Way {
                from: to,
                to: one.state,
                reason: one.reason,
            },
            _ => Way {
                from: one.state,
                to,
                reason: decided,
            },
        };
        if way.from.may_become(way.to) {
            all.entry(way).or_default().push(one.id);
        }
    }
    Ok(all)
}

/// Gathers a batch that has just begun as far as one look goes; the rest follows behind it.
///
/// # Errors
/// A fault of the database.
pub(super) async fn begins(db: &Db, clock: &Clock, id: Id<SignatureBatch>) -> Result<()> {
    step(db, id, (PORTION, clock.now())).await.map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_portion_fits_into_its_turn_and_grows_slowly() {
        let ms = Duration::from_millis;
        assert_eq!(next_portion(250, ms(25)), 250);
        assert_eq!(next_portion(250, ms(50)), 125);
        assert_eq!(next_portion(250, ms(1)), 500, "at most twice as many");
        assert_eq!(next_portion(750, Duration::ZERO), 1_000);
        assert_eq!(next_portion(60, ms(60_000)), 50, "never none");
    }
}
