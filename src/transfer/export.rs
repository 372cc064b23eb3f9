//! GET and POST /organize/petitions/{id}/export: takes a petition's list.

use super::export_form::ExportForm;
use super::export_page::{ExportFacts, PageOf, show};
use super::exporting::Exporting;
use super::job::store as jobs;
use super::job::worker::{AskedList, Begun, begin};
use super::list_use::ListUse;
use super::options::{ExportOptions, ListChoices};
use super::request::ExportRequest;
use super::stream::{Block, Leaving, parts, start};
use super::wanted::Wanted;
use crate::account::deed::Deed;
use crate::account::model::Organizer;
use crate::account::{Action, Actor, AddressReader, ProvedForm};
use crate::base::Id;
use crate::count::{Counts, store::tallies};
use crate::db::{self, Conn, Db};
use crate::mail::OutboxSignal;
use crate::petition::Petition;
use crate::petition::endorsement::model::EndorsementCounts as Organizations;
use crate::petition::endorsement::store as endorsements;
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::petition_log::PetitionLog;
use crate::petition::store::petitions;
use crate::web::answers::answer::see_other;
use crate::web::page::Errors;
use crate::web::{Error, PathArg, Result, Site, urls};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION};
use actix_web::web::{Bytes, Data};
use futures_util::StreamExt;

fn facts(conn: &mut Conn, id: Id<Petition>, organizer: Id<Organizer>) -> db::Result<ExportFacts> {
    let tally = tallies::find(conn, id.cast())?;
    Ok(ExportFacts {
        counts: tally.map_or_else(Counts::default, |tally| tally.counts),
        wordings: petitions::wordings(conn, id)?,
        has_organizations: endorsements::counts(conn, id)? != Organizations::default(),
        choices: ListChoices::of(conn, id)?,
        earlier: jobs::of(conn, id, organizer)?,
    })
}

/// The page that asks what is to be taken.
///
/// # Errors
/// 404 and 403 as [`ManagedPetition::open`].
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    exporting: Data<Exporting>,
    AddressReader(actor): AddressReader,
    PathArg(id): PathArg<Id<Petition>>,
) -> Result {
    let managed = ManagedPetition::open(&db, &actor, id, Action::ExportSigners).await?;
    let organizer = actor.id;
    let known = db.read(move |conn| facts(conn, id, organizer)).await?;
    let of = PageOf {
        site: &site,
        actor: &actor,
        managed: &managed,
        at_once: exporting.at_once_lines(),
    };
    show(
        &of,
        known,
        &ExportOptions::minimal(),
        Errors::none(),
        StatusCode::OK,
    )
}

/// The list, as it is read, or where a large one can be waited for.
///
/// # Errors
/// 404, 403, 503 when several lists are being written; a mistake is no error but the page again.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    (exporting, bell): (Data<Exporting>, Data<OutboxSignal>),
    PathArg(id): PathArg<Id<Petition>>,
    posted: ProvedForm<ExportForm>,
) -> Result {
    let (actor, chosen) = (posted.actor, posted.fields.options);
    let managed = ManagedPetition::open(&db, &actor, id, Action::ExportSigners).await?;
    actor.may_handle_addresses(site.clock.now())?;
    let organizer = actor.id;
    let known = db.read(move |conn| facts(conn, id, organizer)).await?;
    let of = PageOf {
        site: &site,
        actor: &actor,
        managed: &managed,
        at_once: exporting.at_once_lines(),
    };
    let w = actor.words(&site);
    let again = |known, field: &'static str, key: &str, status| {
        show(
            &of,
            known,
            &chosen,
            Errors::none().with(field, w.say(key)),
            status,
        )
    };
    let (wanted, used) = match chosen.read(&managed.petition, &known.choices) {
        Ok(read) => read,
        Err(wrong) => {
            let mut errors = Errors::none();
            for (field, error) in wrong {
                errors.add(field, w.say(error.key));
            }
            let status = errors.status();
            return show(&of, known, &chosen, errors, status);
        }
    };
    let many = wanted
        .states
        .iter()
        .map(|state| known.number(*state))
        .sum::<i64>();
    let lines_of = u64::try_from(many).unwrap_or(0);
    if lines_of > exporting.at_once_lines() {
        let options = chosen.clone();
        let (actor, managed) = (&actor, &managed);
        let asked = AskedList {
            managed,
            actor,
            options,
            wanted: Wanted::List(Box::new(wanted)),
            used,
            lines_of,
        };
        return match begin(&site, &db, (&exporting, &bell), asked).await? {
            Begun::Job(job) => Ok(see_other(&urls::export_job(job))),
            Begun::Busy => again(known, "format", "error-export-busy", StatusCode::CONFLICT),
            Begun::Unwritable => again(
                known,
                "format",
                "error-export-disk",
                StatusCode::SERVICE_UNAVAILABLE,
            ),
        };
    }
    let now = site.clock.now();
    let name = wanted.file_name(now);
    let media_type = wanted.format.media_type();
    let Some(answer) = leave(&site, &db, &exporting, (&managed, &actor), (wanted, used)).await?
    else {
        return again(
            known,
            "format",
            "error-export-disk",
            StatusCode::SERVICE_UNAVAILABLE,
        );
    };
    bell.ring();
    let (first, blocks) = answer;
    Ok(HttpResponse::Ok()
        .content_type(media_type)
        .insert_header((
            CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}\""),
        ))
        .insert_header((CACHE_CONTROL, "no-store"))
        .streaming(parts(first, blocks).map(|part| part.map(Bytes::from))))
}

/// Writes the list and the line of the log. The first block is waited for: until then a fault can still be told as one. None where the
/// folder takes no file.
async fn leave(
    site: &Site,
    db: &Db,
    exporting: &Exporting,
    (managed, actor): (&ManagedPetition, &Actor),
    (wanted, used): (ExportRequest, ListUse),
) -> Result<Option<(Block, super::stream::Blocks)>> {
    let turn = exporting.turn()?;
    let Ok(folder) = exporting.folder() else {
        return Ok(None);
    };
    let now = site.clock.now();
    let name = wanted.file_name(now);
    tracing::info!(petition = %wanted.petition, by = %actor.id, format = wanted.format.as_str(), "a list is taken");
    let log = PetitionLog::of(managed, actor, now);
    let secrets = site.secrets.clone();
    let leaving = Leaving {
        db: db.clone(),
        wanted,
        now,
        folder: folder.to_owned(),
    };
    let mut blocks = start(leaving, turn, move |tx, lines, sum| {
        let taken = used.taken(lines, sum);
        log.took_list(tx, &secrets, Deed::EXPORTED, (&name, Some(&taken)))
    })?;
    match blocks.recv().await {
        Some(Block::Unwritable) => Ok(None),
        Some(first) => Ok(Some((first, blocks))),
        None => Err(Error::busy(5)),
    }
}
