//! GET /organize/petitions/{id}/delivery: to whom and when the petition is handed over, what is to be done before, and what was handed over.

use super::checklist::{self, CheckLine, Checked};
use super::standing::DeliveryNumbers;
use crate::account::{Action, Actor};
use crate::base::Id;
use crate::db::{self, Db};
use crate::petition::delivery::{Delivery, Recipient};
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::page::handed_over;
use crate::petition::store::deliveries;
use crate::petition::{Petition, PetitionState};
use crate::signature::store::pending;
use crate::transfer::job::model::ExportJob;
use crate::transfer::job::store as jobs;
use crate::web::answers::answer::private_page;
use crate::web::page::Frame;
use crate::web::{PathArg, Result, Site, urls};
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Query};
use askama::Template;
use serde::Deserialize;

/// Forms that were not confirmed are counted up to here.
const MOST_WAITING: i64 = 10_000;

/// What was just done, in the address, so that the page can be reloaded.
#[derive(Debug, Default, Deserialize)]
pub struct RoomQuery {
    #[serde(default)]
    saved: bool,
}

/// A delivery, every word of it already written.
struct DeliveryLine {
    said: String,
    how: String,
    note: String,
    sha256: Option<String>,
    is_public: bool,
    edit_href: Option<String>,
    answered_href: Option<String>,
}

/// A book of signers.
struct BookLine {
    href: String,
    name: String,
    at: String,
    state: &'static str,
}

#[derive(Template)]
#[template(path = "transfer/delivery/room.html")]
struct RoomPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    title: &'a str,
    is_saved: bool,
    recipients: Vec<Recipient>,
    day: Option<String>,
    /// Where they are named; none for those who may not.
    recipients_href: Option<String>,
    checks: Vec<CheckLine>,
    counted: i64,
    named: i64,
    records: Vec<DeliveryLine>,
    /// Where one is written down; none for those who may not, and where there can be none.
    record_href: Option<String>,
    /// Where a book of signers is made; none for those who may not take lists.
    book_href: Option<String>,
    /// Those that whoever looks had written in the last day.
    books: Vec<BookLine>,
}

/// The page.
///
/// # Errors
/// 404 and 403 as [`ManagedPetition::open`].
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Petition>>,
    done: Query<RoomQuery>,
) -> Result {
    let managed = ManagedPetition::open(&db, &actor, id, Action::SeeNumbers).await?;
    let petition = managed.petition.clone();
    let who = actor.id;
    let (plan, all, numbers, waiting, mut books) = db
        .read(move |conn| {
            Ok::<_, db::Error>((
                deliveries::plan(conn, id)?,
                deliveries::of(conn, id)?,
                DeliveryNumbers::read(conn, &petition)?,
                pending::count(conn, id, MOST_WAITING)?,
                jobs::of(conn, id, who)?,
            ))
        })
        .await?;
    let w = actor.words(&site);
    let may_edit = actor
        .allow(Action::EditPetition, managed.petition.organization)
        .is_ok();
    let is_shown = !matches!(
        managed.petition.state,
        PetitionState::Draft | PetitionState::Removed
    );
    books.retain(ExportJob::is_book);
    let may_export = actor
        .allow(Action::ExportSigners, managed.petition.organization)
        .is_ok();
    let newest = books
        .iter()
        .filter_map(|job| job.sha256.as_ref().map(|_| job.started_at));
    let checked = Checked {
        // whoever may make none is not told to
        book: may_export.then(|| newest.max()),
        numbers,
        waiting,
        recipients: plan.recipients.len(),
    };
    let here = urls::delivery(id);
    let can_write = may_edit && managed.petition.state != PetitionState::Removed;
    private_page(
        StatusCode::OK,
        &RoomPage {
            frame: managed.console_frame(&site, &w, &actor, &here, w.say("delivery-title")),
            w: &w,
            title: managed.title(actor.lang),
            is_saved: done.saved,
            day: plan.day.map(|day| w.date_of(day)),
            recipients_href: can_write.then(|| urls::recipients(id)),
            checks: checklist::lines(&w, &actor, &managed, &checked, site.clock.now()),
            counted: numbers.counted,
            named: numbers.named,
            records: all
                .into_iter()
                .map(|one| line(&w, one, may_edit, is_shown))
                .collect(),
            record_href: (may_edit && is_shown).then(|| urls::new_delivery(id)),
            book_href: (may_export && is_shown).then(|| urls::signer_book(id)),
            books: books
                .into_iter()
                .map(|job| BookLine {
                    href: urls::export_job(job.id),
                    at: w.date_time(job.started_at, &managed.petition.time_zone),
                    state: job.state.as_str(),
                    name: job.file_name,
                })
                .collect(),
            recipients: plan.recipients,
        },
    )
}

fn line(w: &Words, one: Delivery, may_edit: bool, is_shown: bool) -> DeliveryLine {
    DeliveryLine {
        said: handed_over::said(w, &one),
        how: w.say2("delivery-was", "way", one.way.as_str(), "named", one.named),
        edit_href: may_edit.then(|| urls::edit_delivery(one.id)),
        answered_href: (may_edit && is_shown).then(|| urls::update_after(one.petition, one.id)),
        note: one.note,
        sha256: one.sha256,
        is_public: one.is_public,
    }
}
