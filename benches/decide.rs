//! Decisions about many signatures: how long they take, and how long somebody waits who writes meanwhile.

use crate::Outcome;
use crate::seed::{self, Plot};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use undersigned::base::{Clock, Id, Time};
use undersigned::count::store::tallies;
use undersigned::db::{Db, Error};
use undersigned::petition::Petition;
use undersigned::signature::batch::{BatchAct, BatchState, Cause, SignatureBatch};
use undersigned::signature::condition::Condition;
use undersigned::signature::moderation::work::work;
use undersigned::signature::store::batches;
use undersigned::web::Site;

/// Between two writes of whoever writes meanwhile.
const PAUSE: Duration = Duration::from_millis(5);

/// Holds every signature of the petition, releases and removes all, and takes that back. Prints the most seconds to gather, seconds to
/// hold, release, remove and take back, and the most milliseconds that another write took meanwhile.
///
/// # Errors
/// A fault of the database.
pub fn measure(database: &str, secrets: &str) -> Outcome {
    let site = seed::site(Path::new(secrets))?;
    let db = Db::open(&database.parse()?)?;
    let petition = Plot::open(&db, &site)?.shown.petition.id;
    crate::block_on(run(db, site, petition))
}

async fn run(db: Db, site: Site, petition: Id<Petition>) -> Outcome {
    let (is_over, writer) = (Arc::new(AtomicBool::new(false)), db.clone());
    let ended = Arc::clone(&is_over);
    let others = tokio::spawn(async move {
        let mut longest = Duration::ZERO;
        while !ended.load(Ordering::Relaxed) {
            let began = Instant::now();
            let write = writer.write(move |tx| tallies::list(tx, &[petition.cast()]));
            let _ = write.await;
            longest = longest.max(began.elapsed());
            tokio::time::sleep(PAUSE).await;
        }
        longest
    });
    let (mut gathered, mut carried_out, mut last) = (0_f64, Vec::new(), None);
    for act in [BatchAct::Hold, BatchAct::Count, BatchAct::Remove] {
        let (id, gathering, took) = carry_out(&db, &site.clock, (petition, act)).await?;
        gathered = gathered.max(gathering);
        carried_out.push(took.to_string());
        last = Some(id);
    }
    let id = last.ok_or("a batch")?;
    turned(&db, id, (BatchState::Done, BatchState::TakingBack)).await?;
    let back = timed(&db, &site.clock).await?;
    is_over.store(true, Ordering::Relaxed);
    let longest = others.await?;
    println!(
        "{gathered} {} {back} {}",
        carried_out.join(" "),
        longest.as_secs_f64() * 1e3
    );
    Ok(())
}

/// Gathers all, and does it to them: the batch, and the seconds of each.
async fn carry_out(
    db: &Db,
    clock: &Clock,
    (petition, act): (Id<Petition>, BatchAct),
) -> Outcome<(Id<SignatureBatch>, f64, f64)> {
    let now = clock.now();
    let mut batch = SignatureBatch::begun(petition, act, Id::new(now), now);
    batch.condition = Some(Condition {
        since: Some(Time::from_micros(0)),
        ..Condition::default()
    });
    let id = batch.id;
    db.write(move |tx| batches::insert(tx, &batch)).await?;
    let gathering = timed(db, clock).await?;
    turned(db, id, (BatchState::Ready, BatchState::Running)).await?;
    Ok((id, gathering, timed(db, clock).await?))
}

async fn timed(db: &Db, clock: &Clock) -> Outcome<f64> {
    let began = Instant::now();
    work(db, clock).await?;
    Ok(began.elapsed().as_secs_f64())
}

/// As whoever presses does.
async fn turned(db: &Db, id: Id<SignatureBatch>, (from, to): (BatchState, BatchState)) -> Outcome {
    let turned = db.write(move |tx| {
        let mut batch = batches::find(tx, id)?.ok_or(Error::Refused("a batch"))?;
        batch.cause = Some(Cause::Program);
        batch.place = None;
        batch.ended_at = None;
        batch.state = to;
        batches::update(tx, &batch, from)
    });
    match turned.await? {
        true => Ok(()),
        false => Err("the batch is not where it should be".into()),
    }
}
