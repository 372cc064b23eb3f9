//! GET and POST /organize/petitions/{id}/reopen: what was closed, by a press or by a date that nobody thought of, takes
//! signatures again, as long as its signers' details are kept as they were told.

use crate::account::deed::Deed;
use crate::account::{Action, Actor, OrganizerForm};
use crate::base::{Id, Time};
use crate::db::{self, Conn, Db, Tx};
use crate::petition::dates::closing;
use crate::petition::edit::versions::history::{self, Saving};
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::model::{Petition, PetitionState};
use crate::petition::petition_log::PetitionLog;
use crate::petition::store::{petitions, retention_runs};
use crate::petition::{PetitionCache, PublicPetition};
use crate::web::answers::answer::{page, see_other};
use crate::web::page::{Errors, Frame};
use crate::web::{Error, Fields, PathArg, Result, Site, urls};
use crate::words::Words;
use actix_web::web::Data;
use askama::Template;
use serde::Deserialize;

/// The form: the new last day, and the revision that was looked at.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewEnd {
    revision: String,
    #[serde(default)]
    closes_on: String,
}

impl Fields for NewEnd {}

/// Why it was not opened.
#[derive(Debug, thiserror::Error)]
pub enum ReopenRefused {
    /// There is no such petition any more.
    #[error("no such petition")]
    Gone,
    /// It is not closed, or its signers' details go, or will so soon that it is not worth it.
    #[error("it cannot be opened again")]
    NoSuchMove,
    /// Somebody wrote since the page was read.
    #[error("the page was of an earlier revision")]
    Stale,
    /// The database.
    #[error(transparent)]
    Fault(#[from] db::Error),
}

impl From<ReopenRefused> for Error {
    fn from(refusal: ReopenRefused) -> Self {
        match refusal {
            ReopenRefused::Gone => Self::NOT_FOUND,
            ReopenRefused::NoSuchMove | ReopenRefused::Stale => Self::CONFLICT,
            ReopenRefused::Fault(fault) => fault.into(),
        }
    }
}

/// Whether it can be opened again at `now`: its day has not come, and nothing has begun to go.
///
/// # Errors
/// A fault of the database.
pub(crate) fn may_reopen(conn: &mut Conn, petition: &Petition, now: Time) -> db::Result<bool> {
    let has_time = petition.may_reopen(now);
    Ok(has_time && retention_runs::find(conn, petition.id)?.is_none())
}

/// Opens a closed petition as it was of `revision`, until this end. Details of whoever signed it before and will sign it
/// now are kept until the day that was told when it closed, and not longer.
///
/// # Errors
/// [`ReopenRefused`]; nothing is written then.
pub(crate) fn reopen(
    tx: &mut Tx<'_>,
    id: Id<Petition>,
    end: Time,
    revision: i64,
    now: Time,
) -> std::result::Result<Petition, ReopenRefused> {
    let mut petition = petitions::find(tx, id)?.ok_or(ReopenRefused::Gone)?;
    let is_in_time = now < end && petition.reopens_until().is_some_and(|last| end <= last);
    if !may_reopen(tx, &petition, now)? || !is_in_time {
        return Err(ReopenRefused::NoSuchMove);
    }
    // What its date has closed is closed first, whether or not that was written down.
    petition.transition_to(PetitionState::Closed, now);
    if !petition.transition_to(PetitionState::Open, now) {
        return Err(ReopenRefused::NoSuchMove);
    }
    petition.closes_at = Some(end);
    match petitions::update_from(tx, &mut petition, revision, now)? {
        true => Ok(petition),
        false => Err(ReopenRefused::Stale),
    }
}

#[derive(Template)]
#[template(path = "petition/lifecycle/reopen.html")]
struct ReopenPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    action: String,
    title: &'a str,
    revision: i64,
    errors: Errors,
    closes_on: &'a str,
    /// The last day there is to choose, already written.
    latest: String,
    /// Until when details are kept, already written.
    kept: String,
    keep_href: String,
}

/// Somebody may do this with a petition that is closed; 409 otherwise.
async fn open(
    site: &Site,
    db: &Db,
    actor: &Actor,
    id: Id<Petition>,
) -> std::result::Result<ManagedPetition, Error> {
    let managed = ManagedPetition::open(db, actor, id, Action::ClosePetition).await?;
    let (petition, now) = (managed.petition.clone(), site.clock.now());
    match db
        .read(move |conn| may_reopen(conn, &petition, now))
        .await?
    {
        true => Ok(managed),
        false => Err(Error::CONFLICT),
    }
}

fn answer(
    site: &Site,
    actor: &Actor,
    managed: &ManagedPetition,
    closes_on: &str,
    wrong: Option<&'static str>,
) -> Result {
    let w = actor.words(site);
    let petition = &managed.petition;
    let latest = petition.reopens_until().ok_or(Error::CONFLICT)?;
    let mut errors = Errors::none();
    if let Some(key) = wrong {
        errors.add("closes_on", w.say(key));
    }
    let status = errors.status();
    page(
        status,
        &ReopenPage {
            frame: managed
                .console_frame(
                    site,
                    &w,
                    actor,
                    &urls::overview(petition.id),
                    w.say("reopen-title"),
                )
                .with_errors(!errors.is_empty()),
            w: &w,
            action: urls::reopen_petition(petition.id),
            title: managed.title(actor.lang),
            revision: petition.revision,
            errors,
            closes_on,
            latest: w.date(closing::last_moment(latest), &petition.time_zone),
            kept: petition.kept_until_day(&w).unwrap_or_default(),
            keep_href: urls::overview(petition.id),
        },
    )
}

/// The form, filled in with the day there was where that lies ahead, else with the last one there is.
///
/// # Errors
/// 404, 403, and 409 where it is not closed or cannot be opened again.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Petition>>,
) -> Result {
    let managed = open(&site, &db, &actor, id).await?;
    let (petition, now) = (&managed.petition, site.clock.now());
    let latest = petition.reopens_until().ok_or(Error::CONFLICT)?;
    let end = petition.closes_at.filter(|at| now < *at && *at <= latest);
    let (closes_on, _) = closing::write(end.unwrap_or(latest), &petition.time_zone);
    answer(&site, &actor, &managed, &closes_on, None)
}

/// The end that is meant: where the day is the one there was, its time of day too.
fn read(typed: &str, petition: &Petition, now: Time) -> std::result::Result<Time, &'static str> {
    let zone = petition.time_zone.as_str();
    let there = petition.closes_at.filter(|at| now < *at);
    let end = match there.filter(|at| closing::write(*at, zone).0 == typed.trim()) {
        Some(end) => end,
        None => closing::read(typed, "", zone)
            .map_err(|invalid| invalid.key)?
            .ok_or("error-date")?,
    };
    match petition.reopens_until() {
        _ if end <= now => Err("error-closes-past"),
        Some(last) if end <= last => Ok(end),
        _ => Err("error-reopen-late"),
    }
}

/// Opens it.
///
/// # Errors
/// 404, 403, and 409 where it is not closed, cannot be opened again, or somebody was quicker.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    petition_cache: Data<PetitionCache>,
    PathArg(id): PathArg<Id<Petition>>,
    posted: OrganizerForm<NewEnd>,
) -> Result {
    let OrganizerForm {
        actor,
        fields: typed,
    } = posted;
    let managed = open(&site, &db, &actor, id).await?;
    let now = site.clock.now();
    let log = PetitionLog::of(&managed, &actor, now);
    let revision: i64 = typed.revision.parse().map_err(|_| Error::UNPROCESSABLE)?;
    let end = match read(&typed.closes_on, &managed.petition, now) {
        Ok(end) => end,
        Err(key) => return answer(&site, &actor, &managed, &typed.closes_on, Some(key)),
    };
    let saving = Saving::of_dates(actor.id, revision);
    let opened = db.write(move |tx| {
        let petition = reopen(tx, id, end, revision, now)?;
        let after = ManagedPetition::load(tx, id)?.ok_or(ReopenRefused::Gone)?;
        history::record(tx, &managed, &after, &saving, now)?;
        log.did(tx, Deed::REOPENED)?;
        Ok::<_, ReopenRefused>(PublicPetition::load(tx, petition)?)
    });
    petition_cache.put(opened.await?);
    tracing::info!(petition = %id, by = %actor.id, "opened again");
    Ok(see_other(&urls::overview(id)))
}
