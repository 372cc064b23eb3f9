//! POST /organize/batches/{id}: carries a batch out, agrees to it, stops it, or takes it back.

use super::form::{Press, PressForm};
use super::page::{self, BatchView};
use super::work;
use crate::account::DraftForm;
use crate::account::deed::Deed;
use crate::account::model::Organizer;
use crate::base::{Id, Time};
use crate::count::Tally;
use crate::count::store::tallies;
use crate::db::{self, Db, Tx};
use crate::mail::OutboxSignal;
use crate::petition::petition_log::PetitionLog;
use crate::signature::batch::{BatchState, Cause, SignatureBatch};
use crate::signature::confirm::queue::Confirming;
use crate::signature::page::page_cache::PageCache;
use crate::signature::store::batches;
use crate::web::answers::answer::see_other;
use crate::web::{Error, NotSaved, PathArg, Result, Site, WrongFields, urls};
use actix_web::web::Data;

/// Why nothing was done.
#[derive(Debug, thiserror::Error)]
pub enum BatchRefused {
    /// There is none any more.
    #[error("no such batch")]
    Gone,
    /// It does not stand so that it could: somebody pressed meanwhile, or it is too late.
    #[error("the batch does not stand so that it could")]
    Elsewhere,
    /// Whoever proposed it cannot agree to it.
    #[error("the batch needs somebody else")]
    SamePerson,
    /// The database.
    #[error(transparent)]
    Fault(#[from] db::Error),
}

/// Who presses, and where what they do is written.
struct Presser {
    id: Id<Organizer>,
    log: PetitionLog,
    now: Time,
}

/// Does it to the batch; where the number stands now, if it moved.
fn press(
    tx: &mut Tx<'_>,
    site: &Site,
    presser: &Presser,
    (id, press): (Id<SignatureBatch>, Press),
    said: Option<(Cause, String)>,
) -> std::result::Result<Option<Tally>, BatchRefused> {
    let mut batch = batches::find(tx, id)?.ok_or(BatchRefused::Gone)?;
    let counted = tallies::find(tx, batch.petition.cast())?;
    let counted = counted.map_or(0, |tally| tally.counts.counted);
    let (from, now) = (batch.state, presser.now);
    let deed = match (press, from) {
        (Press::Go, BatchState::Ready) => {
            let (cause, note) = said.ok_or(BatchRefused::Elsewhere)?;
            (batch.cause, batch.note) = (Some(cause), note);
            (batch.proposed_by, batch.proposed_at) = (presser.id, now);
            match batch.needs_second(counted) {
                true => {
                    batch.state = BatchState::Waiting;
                    Deed::BATCH_ASKED
                }
                false => {
                    batch.state = BatchState::Running;
                    work::deed(batch.act)
                }
            }
        }
        (Press::Agree, BatchState::Waiting) if batch.proposed_by == presser.id => {
            return Err(BatchRefused::SamePerson);
        }
        (Press::Agree, BatchState::Waiting) => {
            (batch.decided_by, batch.decided_at) = (Some(presser.id), Some(now));
            batch.state = BatchState::Running;
            work::deed(batch.act)
        }
        (Press::Stop, BatchState::Gathering | BatchState::Ready | BatchState::Waiting) => {
            batch.state = BatchState::Stopped;
            batch.ended_at = Some(now);
            Deed::BATCH_STOPPED
        }
        (Press::Back, BatchState::Done) if batch.may_go_back(now) => {
            batch.state = BatchState::TakingBack;
            batch.ended_at = None;
            Deed::BATCH_BACK
        }
        _ => return Err(BatchRefused::Elsewhere),
    };
    batch.place = None;
    if !batches::update(tx, &batch, from)? {
        return Err(BatchRefused::Elsewhere);
    }
    presser.log.did_to(tx, deed, &batch.total.to_string())?;
    if batch.state == BatchState::Waiting {
        let has_second = work::has_second(tx, &batch)?;
        let key = batch.id.to_string();
        presser.log.waits(tx, &site.secrets, &key, has_second)?;
    }
    match batch.state.is_at_work() && batch.total <= work::PORTION {
        true => Ok(work::portion(tx, id, (work::PORTION, now))?),
        false => Ok(None),
    }
}

/// Does what was pressed, and shows the batch. Few are moved at once; many go on behind it.
///
/// # Errors
/// As [`BatchView::open`]; what is missing comes back as the page, 422, and what
/// somebody else has pressed meanwhile, 409.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    confirming: Data<Confirming>,
    page_cache: Data<PageCache>,
    bell: Data<OutboxSignal>,
    PathArg(id): PathArg<Id<SignatureBatch>>,
    drafted: DraftForm<PressForm>,
) -> Result {
    let DraftForm {
        actor,
        fields: typed,
        is_from_before,
    } = drafted;
    let view = BatchView::open(&db, &actor, id).await?;
    let pressed = Press::parse(&typed.then).ok_or(Error::UNPROCESSABLE)?;
    let read = match pressed {
        Press::Go => typed.read(view.batch.act).map(Some),
        _ => Ok(None),
    };
    let said = NotSaved {
        is_stale: typed.seen != view.batch.state.as_str(),
        is_from_before,
        wrong: read.as_ref().err().cloned().unwrap_or_default(),
    };
    let (Ok(read), false) = (read, said.is_any()) else {
        return page::answer(&site, &actor, &view, &typed, &said);
    };
    let now = site.clock.now();
    let presser = Presser {
        id: actor.id,
        log: PetitionLog::of(&view.managed, &actor, now),
        now,
    };
    let inner = site.clone();
    let done = db
        .write(move |tx| press(tx, &inner, &presser, (id, pressed), read))
        .await;
    let wrong = match done {
        Ok(tally) => {
            if let Some(tally) = tally {
                confirming.note(&tally);
                page_cache.refresh_now(&db, &tally).await?;
            }
            bell.ring();
            return Ok(see_other(&urls::batch(id)));
        }
        Err(BatchRefused::Gone) => return Err(Error::NOT_FOUND),
        Err(BatchRefused::Fault(fault)) => return Err(fault.into()),
        Err(BatchRefused::Elsewhere) => NotSaved::stale(),
        Err(BatchRefused::SamePerson) => WrongFields::one("then", "error-batch-same").into(),
    };
    let view = BatchView::open(&db, &actor, id).await?;
    page::answer(&site, &actor, &view, &typed, &wrong)
}
