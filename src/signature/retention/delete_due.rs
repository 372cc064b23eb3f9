//! Details go by themselves when they were kept as long as the petition said: names, addresses and whatever else says who
//! signed, and of organizations everything but the name. The number stays, and what it is made of.
//!
//! No mail is sent: everybody was told the day when they signed, and their own page says it. It goes in steps, between
//! which others write; a step that was not done is done the next time, by whichever instance, and one that was
//! done twice is done.

use crate::base::{Clock, Id, Time, Token};
use crate::count::{self, Change};
use crate::db::{self, Conn, Db, Tx};
use crate::mail::store as mail;
use crate::petition::Petition;
use crate::petition::endorsement::store as endorsements;
use crate::petition::store::retention_runs;
use crate::signature::model::{Signature, SignatureState};
use crate::signature::reason;
use crate::signature::store::{identified, own_changes};

/// Signatures of one step: each holds the database's writer for some hundredths of a second.
const STEP: usize = 250;

/// Petitions whose details are to go now.
///
/// # Errors
/// A fault of the database.
pub fn due(conn: &mut Conn, now: Time) -> db::Result<Vec<Id<Petition>>> {
    let over = retention_runs::held(conn)?.into_iter();
    Ok(over
        .filter(|petition| petition.has_kept_enough(now))
        .map(|petition| petition.id)
        .collect())
}

/// Deletes everything of this petition that says who signed, step by step. Each has its own moment, by which every instance
/// notices it.
///
/// # Errors
/// A fault of the database; what is done stays done.
pub(crate) async fn forget_all(db: &Db, clock: &Clock, petition: Id<Petition>) -> db::Result<()> {
    // Once more from the start until nothing is found: a signature may have moved to a state that was done.
    while forget_once(db, clock, petition).await? {}
    loop {
        let now = clock.now();
        let gone = db
            .write(move |tx| forget_organizations(tx, petition, now))
            .await?;
        if gone == 0 {
            break;
        }
    }
    let about = petition.cast();
    let mails = db.read(move |conn| mail::about(conn, about)).await?;
    for some in mails.chunks(STEP) {
        let some = some.to_vec();
        db.write(move |tx| mail::delete(tx, &some)).await?;
    }
    let now = clock.now();
    let done = db
        .write(move |tx| {
            mail::unbar(tx, about)?;
            let is_done = retention_runs::finish(tx, petition, now)?;
            let done = retention_runs::find(tx, petition)?;
            Ok::<_, db::Error>(done.filter(|_| is_done))
        })
        .await?;
    if let Some(done) = done {
        let (signatures, organizations) = (done.signatures, done.organizations);
        tracing::info!(%petition, signatures, organizations, "details deleted, as promised");
    }
    Ok(())
}

/// Goes over all signatures once. True when there was something to delete.
async fn forget_once(db: &Db, clock: &Clock, petition: Id<Petition>) -> db::Result<bool> {
    let most = i64::try_from(STEP).unwrap_or(i64::MAX);
    let mut found = false;
    for state in SignatureState::ALL {
        let mut after = None;
        loop {
            let ids = db
                .read(move |conn| identified::behind(conn, petition, state, after, most))
                .await?;
            let Some(last) = ids.last().copied() else {
                break;
            };
            (after, found) = (Some(last), true);
            let now = clock.now();
            db.write(move |tx| forget(tx, petition, &ids, now)).await?;
        }
    }
    Ok(found)
}

/// One step with organizations: how many had something to delete.
fn forget_organizations(tx: &mut Tx<'_>, petition: Id<Petition>, now: Time) -> db::Result<usize> {
    // Two instances take turns, so that each is found and counted by one of them.
    count::store::tallies::lock_counts(tx, &[petition.cast()])?;
    let most = i64::try_from(STEP).unwrap_or(i64::MAX);
    let gone = endorsements::forget(tx, petition, most, now)?;
    let mails: Vec<_> = gone.iter().map(|one| one.cast()).collect();
    mail::call_off(tx, &mails, now)?;
    retention_runs::count(tx, petition, 0, gone.len())?;
    Ok(gone.len())
}

/// One step: deletes what these signatures of one petition say of whose they are, as erasing and counting on does, and the keys of their
/// addresses too, by which nobody needs to be known any more: it is over. Whatever shows names is made anew.
///
/// # Errors
/// A fault of the database; nothing is deleted then.
pub fn forget(
    tx: &mut Tx<'_>,
    petition: Id<Petition>,
    ids: &[Id<Signature>],
    now: Time,
) -> db::Result<()> {
    count::store::tallies::lock_counts(tx, &[petition.cast()])?;
    // Asked again: another instance may have been quicker before our lock.
    let ids = identified::among(tx, ids)?;
    if ids.is_empty() {
        return Ok(());
    }
    let waiting = own_changes::erase(tx, petition, &ids)?;
    let reasons: Vec<_> = ids.iter().chain(&waiting).map(|id| (*id).cast()).collect();
    reason::store::gone(tx, &reasons, now)?;
    let mails: Vec<_> = ids.iter().map(|id| id.cast()).collect();
    mail::call_off(tx, &mails, now)?;
    let nobody: Vec<_> = ids
        .iter()
        .map(|id| (*id, Token::random().hash().0))
        .collect();
    own_changes::forget_addresses(tx, &nobody)?;
    retention_runs::count(tx, petition, ids.len(), 0)?;
    count::store::tallies::add(tx, petition.cast(), Change::default(), now)?;
    Ok(())
}
