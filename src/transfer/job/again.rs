//! POST /organize/exports/{id}/again: has a large list written once more, as it was chosen, when it broke off.

use super::model::{ExportJob, JobState};
use super::view::{OwnJob, show};
use super::worker::{AskedList, Begun, begin};
use crate::account::ProvedForm;
use crate::base::Id;
use crate::db::Db;
use crate::mail::OutboxSignal;
use crate::transfer::book::options::BookOptions;
use crate::transfer::exporting::Exporting;
use crate::transfer::list_use::ListUse;
use crate::transfer::options::ListChoices;
use crate::transfer::wanted::{Wanted, WantedBook};
use crate::web::answers::answer::see_other;
use crate::web::{Fields, PathArg, Result, Site, urls};
use actix_web::http::StatusCode;
use actix_web::web::Data;
use serde::Deserialize;

/// A button without fields.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExportAgainForm {}

impl Fields for ExportAgainForm {}

/// A list of its own, under another key. The log says so when it is there.
///
/// # Errors
/// 404 where it is somebody else's or over, 403 where they may take lists no more. What keeps it from being begun is no error but the
/// page that says so.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    (exporting, bell): (Data<Exporting>, Data<OutboxSignal>),
    PathArg(id): PathArg<Id<ExportJob>>,
    posted: ProvedForm<ExportAgainForm>,
) -> Result {
    let actor = posted.actor;
    let own = OwnJob::open(&site, &db, &actor, id).await?;
    actor.may_handle_addresses(site.clock.now())?;
    let w = actor.words(&site);
    let told =
        |key: &str, status| show((&site, &exporting), &actor, &own, Some(w.say(key)), status);
    if own.job.state == JobState::Running {
        return told("error-export-busy", StatusCode::CONFLICT);
    }
    // What was chosen may be gone: a link, an organization, a language.
    let read = match own.job.options.book.as_ref() {
        Some(book) => read_book(&site, &own, book),
        None => {
            let petition = own.managed.petition.id;
            let known = db.read(move |conn| ListChoices::of(conn, petition)).await?;
            let read = own.job.options.read(&own.managed.petition, &known).ok();
            read.map(|(wanted, used)| (Wanted::List(Box::new(wanted)), used))
        }
    };
    let Some((wanted, used)) = read else {
        return told("error-export-options", StatusCode::CONFLICT);
    };
    let asked = AskedList {
        managed: &own.managed,
        actor: &actor,
        options: own.job.options.clone(),
        wanted,
        used,
        lines_of: u64::try_from(own.job.lines_of).unwrap_or(0),
    };
    match begin(&site, &db, (&exporting, &bell), asked).await? {
        Begun::Job(job) => Ok(see_other(&urls::export_job(job))),
        Begun::Busy => told("error-export-busy", StatusCode::CONFLICT),
        Begun::Unwritable => told("error-export-disk", StatusCode::SERVICE_UNAVAILABLE),
    }
}

fn read_book(site: &Site, own: &OwnJob, book: &BookOptions) -> Option<(Wanted, ListUse)> {
    let options = &own.job.options;
    let petition = &own.managed.petition;
    let request = book.read(petition, &own.managed.langs()).ok()?;
    let used = ListUse::parse(&options.purpose, &options.purpose_other, &options.recipient).ok()?;
    Some((Wanted::Book(WantedBook::of(site, petition, request)), used))
}
