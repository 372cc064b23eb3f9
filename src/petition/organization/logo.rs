//! GET and POST /organize/organizations/{id}/logo: the logo of an organization is put up, replaced or taken off. GET
//! /organize/organizations/{id}/logo/{picture}.png: as its organizers see it, before any petition shows it.

use super::settings::{self, SettingStays, SettingsHead, SettingsPage};
use crate::account::deed::Deed;
use crate::account::model::Organization;
use crate::account::store::activity::Doer;
use crate::account::store::{organization, organization_logo};
use crate::account::{Action, Actor, DraftUpload};
use crate::base::Id;
use crate::db::{Db, Tx};
use crate::petition::PetitionCache;
use crate::petition::endorsement::logo::{self, Logo};
use crate::web::answers::answer::{page, see_other};
use crate::web::page::{Errors, Frame};
use crate::web::pictures::limits::PictureLimits;
use crate::web::pictures::name::{LogoName, PictureHash};
use crate::web::{
    Error, Fields, File, NotSaved, PathArg, Result, Site, Source, Uploads, WrongFields, urls,
};
use crate::words::Words;
use actix_web::HttpResponse;
use actix_web::http::header::CACHE_CONTROL;
use actix_web::web::{Bytes, Data, Query, block};
use askama::Template;
use serde::Deserialize;

const HERE: SettingsPage = SettingsPage::Logo;

/// What was just done, in the address.
#[derive(Debug, Default, Deserialize)]
pub struct LogoQuery {
    #[serde(default)]
    saved: bool,
}

/// What is sent beside the file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct LogoForm {
    revision: String,
    /// `1` from the form that takes it off.
    remove: String,
    /// `1` where a file was sent that could not be kept.
    lost: String,
}

impl Fields for LogoForm {}

impl Uploads for LogoForm {
    const FILE: &'static str = "logo";
    const FILE_LIMIT: usize = logo::FILE;
}

/// What the form was filled from.
fn mark(one: &Organization) -> String {
    settings::mark(&one.logo.as_ref().map(|logo| &logo.sha256))
}

/// Puts this logo up, or takes off the one that is there, if it still is the one that was looked at.
///
/// # Errors
/// [`SettingStays`]; nothing is written then.
pub fn save(
    tx: &mut Tx<'_>,
    id: Id<Organization>,
    made: Option<&Logo>,
    doer: &Doer,
    seen: &str,
) -> std::result::Result<Organization, SettingStays> {
    let mut there = organization::locked(tx, id)?.ok_or(SettingStays::Gone)?;
    if mark(&there) != seen {
        return Err(SettingStays::Stale);
    }
    match made {
        Some(made) => organization_logo::put(tx, id, (&made.name, &made.png))?,
        None => organization_logo::take_off(tx, id)?,
    }
    doer.did(tx, id, Deed::LOGO, &there.name)?;
    there.logo = made.map(|made| made.name.clone());
    Ok(there)
}

#[derive(Template)]
#[template(path = "petition/organization/logo.html")]
struct LogoPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    head: SettingsHead,
    action: String,
    errors: Errors,
    revision: String,
    /// The one that is there, and where it is.
    present: Option<(&'a LogoName, String)>,
}

fn answer(
    site: &Site,
    actor: &Actor,
    organization: &Organization,
    (said, is_saved): (&NotSaved, bool),
) -> Result {
    let w = actor.words(site);
    let errors = said.wrong.said(&w);
    let present = organization.logo.as_ref();
    page(
        said.status(),
        &LogoPage {
            frame: settings::frame(site, &w, actor, (organization.id, HERE))
                .with_errors(!errors.is_empty()),
            w: &w,
            head: SettingsHead {
                is_saved,
                is_stale: said.is_stale,
                is_from_before: said.is_from_before,
                ..SettingsHead::of(&w, actor, organization, HERE)
            },
            action: urls::edit_logo(organization.id),
            errors,
            revision: mark(organization),
            present: present.map(|logo| {
                let href = urls::own_organization_logo(organization.id, &logo.sha256);
                (logo, href)
            }),
        },
    )
}

/// The form, with the logo that is there.
///
/// # Errors
/// 404 for strangers, 403 for who may not.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Organization>>,
    asked: Query<LogoQuery>,
) -> Result {
    let organization = settings::open(&db, &actor, id, HERE).await?;
    answer(
        &site,
        &actor,
        &organization,
        (&NotSaved::default(), asked.saved),
    )
}

/// Makes a logo of the file, off the async threads; else the key of what is wrong with it.
async fn look_at(
    limits: &PictureLimits,
    source: Source,
    bytes: Bytes,
) -> std::result::Result<Logo, &'static str> {
    let _place = limits.enter(source).await.ok_or("error-logo-busy")?;
    match block(move || logo::make(&bytes)).await {
        Ok(made) => made.map_err(|wrong| wrong.key),
        // A picture that fells its reader is as good as none.
        Err(_) => Err("error-picture-broken"),
    }
}

/// Writes it, or says what is wrong with the file.
///
/// # Errors
/// 404 for strangers, 403 for who may not; 413, 415 and 408 for what is no form with a file.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    petition_cache: Data<PetitionCache>,
    limits: Data<PictureLimits>,
    source: Source,
    PathArg(id): PathArg<Id<Organization>>,
    sent: DraftUpload<LogoForm>,
) -> Result {
    let DraftUpload {
        actor,
        fields: typed,
        is_from_before,
        file,
    } = sent;
    let organization = settings::open(&db, &actor, id, HERE).await?;
    let again = |said: &NotSaved| answer(&site, &actor, &organization, (said, false));
    let wrong = |key| again(&WrongFields::one("logo", key).into());
    if is_from_before {
        return again(&NotSaved::from_before());
    }
    let made = match (file, typed.remove.as_str()) {
        (_, "1") => None,
        (File::Bytes(bytes), _) => match look_at(&limits, source, bytes).await {
            Ok(made) => Some(made),
            Err(key) => return wrong(key),
        },
        (File::TooLarge, _) => return wrong("error-logo-large"),
        (File::None, _) if typed.lost == "1" => return wrong("error-picture-again"),
        (File::None, _) => return wrong("error-picture-missing"),
    };
    let seen = typed.revision;
    let doer = actor.doer(site.clock.now());
    match db
        .write(move |tx| save(tx, id, made.as_ref(), &doer, &seen))
        .await
    {
        Ok(changed) => {
            petition_cache.call(&[changed]);
            tracing::info!(organization = %id, by = %actor.id, "logo of an organization changed");
            let here = urls::edit_logo(id);
            Ok(see_other(&format!("{here}?saved=true")))
        }
        Err(SettingStays::Stale) => {
            let organization = settings::open(&db, &actor, id, HERE).await?;
            answer(&site, &actor, &organization, (&NotSaved::stale(), false))
        }
        Err(refusal) => Err(refusal.into()),
    }
}

/// The logo, for whoever works there: previews show it.
///
/// # Errors
/// 404 for strangers and for another picture.
pub async fn own(
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Organization>>,
    PathArg(PictureHash(sha256)): PathArg<PictureHash>,
) -> Result {
    actor.allow(Action::SeePetitions, id)?;
    let found = db.read(move |conn| organization_logo::find(conn, id, &sha256));
    Ok(HttpResponse::Ok()
        .content_type("image/png")
        .insert_header((CACHE_CONTROL, "private, no-cache"))
        .body(found.await?.ok_or(Error::NOT_FOUND)?))
}
