//! GET and POST /organize/petitions/{id}/resume: a paused petition takes signatures again, and may be given the days back that it was
//! paused.

use super::transition::{self, NoTransition, TransitionField, TransitionQuestion};
use crate::account::deed::Deed;
use crate::account::{Action, Actor, OrganizerForm};
use crate::base::time::hours;
use crate::base::{Id, Time};
use crate::db::{self, Conn, Db, Tx};
use crate::petition::dates::closing;
use crate::petition::edit::versions::history::{self, Saving};
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::model::{Petition, PetitionState};
use crate::petition::petition_log::PetitionLog;
use crate::petition::store::{petitions, turns};
use crate::petition::{PetitionCache, PublicPetition};
use crate::web::answers::answer::see_other;
use crate::web::{Error, Fields, PathArg, Result, Site, urls};
use actix_web::web::Data;
use serde::Deserialize;

const QUESTION: TransitionQuestion = TransitionQuestion {
    title: "resume-title",
    text: "resume-text",
    button: "resume-button",
    is_grave: false,
};

/// The form: whether the last day is to come later.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ResumeForm {
    #[serde(default)]
    later: String,
}

impl Fields for ResumeForm {}

/// The end of a paused petition once the days are added that it was paused, begun ones too; none where it has no end, or may have no
/// later one: details go on the day that was told, and a week before it nobody can sign any more.
///
/// # Errors
/// A fault of the database.
pub(crate) fn credited(
    conn: &mut Conn,
    petition: &Petition,
    now: Time,
) -> db::Result<Option<Time>> {
    let newest = turns::of(conn, petition.id, 1)?.into_iter().next();
    let paused = newest.filter(|turn| turn.state == PetitionState::Paused);
    let (Some(paused), Some(end)) = (paused, petition.closes_at) else {
        return Ok(None);
    };
    let days = now.since(paused.at).as_secs().div_ceil(hours(24).as_secs());
    let later = i64::try_from(days)
        .ok()
        .and_then(|days| closing::days_later(end, days, &petition.time_zone));
    let last = petition.reopens_until();
    let later = later.map(|later| last.map_or(later, |last| later.min(last)));
    Ok(later.filter(|later| end < *later))
}

/// Takes signatures again; with `is_later` until the end that [`credited`] says. Details of whoever signs are kept until the day that
/// was told before.
///
/// # Errors
/// [`NoTransition`]; nothing is written then.
fn resume(
    tx: &mut Tx<'_>,
    id: Id<Petition>,
    is_later: bool,
    now: Time,
) -> std::result::Result<Petition, NoTransition> {
    let paused = petitions::find(tx, id)?.ok_or(NoTransition::Gone)?;
    let end = credited(tx, &paused, now)?.filter(|_| is_later);
    let mut petition = transition::transition(tx, id, PetitionState::Open, now)?;
    if let Some(end) = end {
        petition.keeps_last = paused.keeps_until();
        petition.closes_at = Some(end);
        let revision = petition.revision;
        if !petitions::update_from(tx, &mut petition, revision, now)? {
            return Err(NoTransition::NoSuchMove);
        }
    }
    Ok(petition)
}

/// The page that asks; nothing is changed yet.
///
/// # Errors
/// 404, 403, and 409 where there is no such move.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Petition>>,
) -> Result {
    let managed = ManagedPetition::open(&db, &actor, id, Action::ClosePetition).await?;
    match managed.petition.state {
        PetitionState::Open => return Ok(see_other(&urls::overview(id))),
        PetitionState::Paused => {}
        _ => return Err(Error::CONFLICT),
    }
    let (petition, now) = (managed.petition.clone(), site.clock.now());
    let end = db.read(move |conn| credited(conn, &petition, now)).await?;
    let w = actor.words(&site);
    let zone = &managed.petition.time_zone;
    let offer = end.map(|end| {
        let day = w.date(closing::last_moment(end), zone);
        TransitionField::Tick("later", w.say1("resume-later", "day", day))
    });
    let action = urls::resume_petition(id);
    transition::question(&site, &actor, &managed, QUESTION, action, offer)
}

/// Goes on.
///
/// # Errors
/// 404, 403, and 409 where there is no such move any more.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    petition_cache: Data<PetitionCache>,
    PathArg(id): PathArg<Id<Petition>>,
    posted: OrganizerForm<ResumeForm>,
) -> Result {
    let OrganizerForm { actor, fields } = posted;
    let managed = ManagedPetition::open(&db, &actor, id, Action::ClosePetition).await?;
    if managed.petition.state == PetitionState::Open {
        return Ok(see_other(&urls::overview(id)));
    }
    let now = site.clock.now();
    let log = PetitionLog::of(&managed, &actor, now);
    let saving = Saving::of_dates(actor.id, managed.petition.revision);
    let is_later = fields.later == "1";
    let resumed = db.write(move |tx| {
        let petition = resume(tx, id, is_later, now)?;
        let after = ManagedPetition::load(tx, id)?.ok_or(NoTransition::Gone)?;
        history::record(tx, &managed, &after, &saving, now)?;
        log.did(tx, Deed::RESUMED)?;
        Ok::<_, NoTransition>(PublicPetition::load(tx, petition)?)
    });
    petition_cache.put(resumed.await?);
    tracing::info!(petition = %id, by = %actor.id, "resumed");
    Ok(see_other(&urls::overview(id)))
}
