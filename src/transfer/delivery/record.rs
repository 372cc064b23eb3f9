//! GET and POST /organize/petitions/{id}/delivery/new and /organize/deliveries/{id}: writes down that a petition was handed over, and mends
//! what was written.

use super::managed_delivery::{ManagedDelivery, shown_anew};
use super::record_form::{RecordForm, TypedDelivery};
use super::standing::DeliveryNumbers;
use crate::account::deed::Deed;
use crate::account::{Action, Actor, DraftForm};
use crate::base::{Day, Id};
use crate::db::{self, Db};
use crate::petition::delivery::{Delivery, DeliveryWay, NOTE, TOGETHER};
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::petition_log::PetitionLog;
use crate::petition::store::deliveries;
use crate::petition::{Petition, PetitionCache, PetitionState, PublicPetition};
use crate::transfer::job::model::{ExportJob, JobState};
use crate::transfer::job::store as jobs;
use crate::web::answers::answer::{private_page, see_other};
use crate::web::page::{Errors, Frame};
use crate::web::{Error, NotSaved, PathArg, Result, Site, urls};
use crate::words::Words;
use actix_web::web::Data;
use askama::Template;

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
enum RecordRefused {
    /// There are as many as one petition may have.
    #[error("the petition has as many deliveries as it may have")]
    Many,
    /// Somebody wrote since the form was filled.
    #[error("the form was filled from an earlier revision")]
    Stale,
    /// The database.
    #[error(transparent)]
    Fault(#[from] db::Error),
}

impl From<RecordRefused> for Error {
    fn from(refusal: RecordRefused) -> Self {
        match refusal {
            RecordRefused::Many | RecordRefused::Stale => Self::CONFLICT,
            RecordRefused::Fault(fault) => fault.into(),
        }
    }
}

/// A way to choose.
struct WayTile {
    word: &'static str,
    is_chosen: bool,
}

#[derive(Template)]
#[template(path = "transfer/delivery/record.html")]
struct RecordPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    heading: &'a str,
    title: &'a str,
    action: String,
    typed: &'a RecordForm,
    ways: Vec<WayTile>,
    /// Books that were written lately: the sum of each, and what it is called.
    books: Vec<(String, String)>,
    errors: Errors,
    /// Somebody wrote since the page was read.
    is_stale: bool,
    /// Written in an earlier session.
    is_from_before: bool,
    keep_href: String,
    take_back_href: Option<String>,
}

impl RecordPage<'_> {
    /// Whether what stands in the form is not what is saved.
    fn is_unsaved(&self) -> bool {
        self.is_from_before || self.is_stale || !self.errors.is_empty()
    }

    fn numeric() -> &'static str {
        " inputmode=\"numeric\" autocomplete=\"off\" maxlength=\"20\" dir=\"ltr\""
    }

    fn recipients_bound() -> String {
        format!(" dir=\"auto\" autocomplete=\"off\" maxlength=\"{TOGETHER}\"")
    }

    fn note_bound() -> String {
        format!(" dir=\"auto\" maxlength=\"{NOTE}\"")
    }
}

fn answer(
    site: &Site,
    actor: &Actor,
    (managed, delivery, books): (&ManagedPetition, Option<Id<Delivery>>, &[ExportJob]),
    typed: &RecordForm,
    said: &NotSaved,
) -> Result {
    let w = actor.words(site);
    let errors = said.wrong.said(&w);
    let id = managed.petition.id;
    let heading = w.say(match delivery {
        Some(_) => "delivery-edit",
        None => "delivery-record",
    });
    private_page(
        said.status(),
        &RecordPage {
            frame: managed
                .console_frame(site, &w, actor, &urls::delivery(id), heading)
                .with_errors(!errors.is_empty()),
            w: &w,
            heading,
            title: managed.title(actor.lang),
            action: delivery.map_or_else(|| urls::new_delivery(id), urls::edit_delivery),
            typed,
            ways: DeliveryWay::ALL
                .map(|way| WayTile {
                    word: way.as_str(),
                    is_chosen: way.as_str() == typed.way,
                })
                .into(),
            books: books.iter().filter_map(named).collect(),
            errors,
            is_stale: said.is_stale,
            is_from_before: said.is_from_before,
            keep_href: urls::delivery(id),
            take_back_href: delivery.map(urls::take_back_delivery),
        },
    )
}

/// The books of this petition that somebody had written in the last day: theirs alone.
async fn finished(
    db: &Db,
    id: Id<Petition>,
    actor: &Actor,
) -> std::result::Result<Vec<ExportJob>, Error> {
    let who = actor.id;
    let mut all = db.read(move |conn| jobs::of(conn, id, who)).await?;
    all.retain(|job| job.is_book() && job.state == JobState::Ready);
    Ok(all)
}

fn named(job: &ExportJob) -> Option<(String, String)> {
    Some((job.sha256.clone()?, job.file_name.clone()))
}

/// The petition, if it can have been handed over: it is no draft and was not taken down.
async fn open(
    db: &Db,
    actor: &Actor,
    id: Id<Petition>,
) -> std::result::Result<ManagedPetition, Error> {
    let managed = ManagedPetition::open(db, actor, id, Action::EditPetition).await?;
    match managed.petition.state {
        PetitionState::Draft | PetitionState::Removed => Err(Error::CONFLICT),
        PetitionState::Open | PetitionState::Paused | PetitionState::Closed => Ok(managed),
    }
}

/// The form with today, the recipients that are named, and the numbers as they stand.
///
/// # Errors
/// 404 and 403 as [`ManagedPetition::open`]; 409 for a draft, and for a petition that was taken down.
pub async fn blank(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Petition>>,
) -> Result {
    let managed = open(&db, &actor, id).await?;
    let petition = managed.petition.clone();
    let books = finished(&db, id, &actor).await?;
    let (plan, numbers) = db
        .read(move |conn| {
            let plan = deliveries::plan(conn, id)?;
            Ok::<_, db::Error>((plan, DeliveryNumbers::read(conn, &petition)?))
        })
        .await?;
    let names: Vec<&str> = plan
        .recipients
        .iter()
        .map(|one| one.name.as_str())
        .collect();
    let joined: String = names.join(", ").chars().take(TOGETHER).collect();
    let typed = RecordForm {
        day: Day::of(site.clock.now(), &managed.petition.time_zone).to_string(),
        recipients: joined,
        way: DeliveryWay::InPerson.as_str().to_owned(),
        signatures: numbers.counted.to_string(),
        named: numbers.named.to_string(),
        ..RecordForm::default()
    };
    answer(
        &site,
        &actor,
        (&managed, None, &books),
        &typed,
        &NotSaved::default(),
    )
}

/// What the form asks for, or why it comes back.
fn read(
    site: &Site,
    (managed, books): (&ManagedPetition, &[ExportJob]),
    typed: &RecordForm,
    is_from_before: bool,
) -> std::result::Result<TypedDelivery, NotSaved> {
    if is_from_before {
        return Err(NotSaved::from_before());
    }
    let today = Day::of(site.clock.now(), &managed.petition.time_zone);
    let sums: Vec<String> = books.iter().filter_map(|job| job.sha256.clone()).collect();
    typed.read(today, &sums).map_err(NotSaved::from)
}

/// Writes it down.
///
/// # Errors
/// As [`blank`]; 409 when the petition has as many as it may have.
pub async fn make(
    site: Data<Site>,
    db: Data<Db>,
    petition_cache: Data<PetitionCache>,
    PathArg(id): PathArg<Id<Petition>>,
    drafted: DraftForm<RecordForm>,
) -> Result {
    let DraftForm {
        actor,
        fields: typed,
        is_from_before,
    } = drafted;
    let managed = open(&db, &actor, id).await?;
    let books = finished(&db, id, &actor).await?;
    let wanted = match read(&site, (&managed, &books), &typed, is_from_before) {
        Ok(wanted) => wanted,
        Err(said) => return answer(&site, &actor, (&managed, None, &books), &typed, &said),
    };
    let now = site.clock.now();
    let mut delivery = Delivery {
        id: Id::new(now),
        petition: id,
        day: wanted.day,
        recipients: String::new(),
        way: wanted.way,
        note: String::new(),
        sha256: None,
        signatures: 0,
        named: 0,
        is_public: false,
        organizer: Some(actor.id),
        revision: 1,
        created_at: now,
        updated_at: now,
    };
    wanted.into_place(&mut delivery);
    let log = PetitionLog::of(&managed, &actor, now);
    let shown = db
        .write(move |tx| {
            if !deliveries::insert(tx, &delivery)? {
                return Err(RecordRefused::Many);
            }
            log.did_to(tx, Deed::DELIVERED, &delivery.recipients)?;
            shown_anew(tx, id, now)?.ok_or(RecordRefused::Stale)
        })
        .await?;
    Ok(written(&petition_cache, &actor, id, shown))
}

/// The form as the delivery stands.
///
/// # Errors
/// 404 and 403 as for every page of the editor.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Delivery>>,
) -> Result {
    let ManagedDelivery { delivery, managed } = ManagedDelivery::open(&db, &actor, id).await?;
    let typed = RecordForm::of(&delivery);
    let books = finished(&db, delivery.petition, &actor).await?;
    let said = NotSaved::default();
    answer(&site, &actor, (&managed, Some(id), &books), &typed, &said)
}

/// Writes what changed, or gives the form back. When somebody wrote meanwhile it comes back too, 409, and the next press decides.
///
/// # Errors
/// As [`get`].
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    petition_cache: Data<PetitionCache>,
    PathArg(id): PathArg<Id<Delivery>>,
    drafted: DraftForm<RecordForm>,
) -> Result {
    let DraftForm {
        actor,
        fields: mut typed,
        is_from_before,
    } = drafted;
    let ManagedDelivery { delivery, managed } = ManagedDelivery::open(&db, &actor, id).await?;
    let revision: i64 = typed.revision.parse().unwrap_or_default();
    let books = finished(&db, delivery.petition, &actor).await?;
    let asked = read(&site, (&managed, &books), &typed, is_from_before);
    let asked = match asked {
        Ok(_) if revision != delivery.revision => Err(NotSaved::stale()),
        asked => asked,
    };
    let wanted = match asked {
        Ok(wanted) => wanted,
        Err(mut said) => {
            said.is_stale = revision != delivery.revision;
            typed.revision = delivery.revision.to_string();
            return answer(&site, &actor, (&managed, Some(id), &books), &typed, &said);
        }
    };
    let (petition, now) = (delivery.petition, site.clock.now());
    let log = PetitionLog::of(&managed, &actor, now);
    let mut changed = delivery;
    let before = format!("{} – {}", changed.day, changed.recipients);
    wanted.into_place(&mut changed);
    changed.updated_at = now;
    let saved = db.write(move |tx| {
        if !deliveries::change(tx, &mut changed, revision)? {
            return Err(RecordRefused::Stale);
        }
        let after = format!("{} – {}", changed.day, changed.recipients);
        let (part, sides) = (
            changed.recipients.as_str(),
            (before.as_str(), after.as_str()),
        );
        log.changed(tx, Deed::DELIVERY_CHANGED, part, sides)?;
        shown_anew(tx, petition, now)?.ok_or(RecordRefused::Stale)
    });
    match saved.await {
        Ok(shown) => Ok(written(&petition_cache, &actor, petition, shown)),
        Err(RecordRefused::Stale) => {
            let again = ManagedDelivery::open(&db, &actor, id).await?;
            typed.revision = again.delivery.revision.to_string();
            let of = (&again.managed, Some(id), books.as_slice());
            answer(&site, &actor, of, &typed, &NotSaved::stale())
        }
        Err(refusal) => Err(refusal.into()),
    }
}

fn written(
    petition_cache: &PetitionCache,
    actor: &Actor,
    id: Id<Petition>,
    shown: PublicPetition,
) -> actix_web::HttpResponse {
    petition_cache.put(shown);
    tracing::info!(petition = %id, by = %actor.id, "a delivery was written down");
    see_other(&format!("{}?saved=true", urls::delivery(id)))
}
