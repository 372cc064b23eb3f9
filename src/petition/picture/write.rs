//! GET and POST /organize/petitions/{id}/picture: a picture is put at the head of a petition, or something else is said of the one that
//! is there.

use super::form::{PictureForm, TypedPictureText};
use super::{held, make};
use crate::account::deed::Deed;
use crate::account::{Actor, DraftUpload};
use crate::base::{Id, Key, Lang, Time};
use crate::db::{self, Db, Tx};
use crate::petition::PetitionCache;
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::model::{Petition, PetitionState};
use crate::petition::petition_log::PetitionLog;
use crate::petition::rules::picture::{CurrentPicture, MadePicture, PictureFile, PictureText};
use crate::petition::store::pictures;
use crate::web::answers::answer::{page, see_other};
use crate::web::page::{Errors, Frame};
use crate::web::pictures::limits::PictureLimits;
use crate::web::{Error, File, NotSaved, PathArg, Result, Site, Source, WrongFields, urls};
use crate::words::Words;
use actix_web::web::{Bytes, Data, Query, block};
use askama::Template;
use serde::Deserialize;

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum PictureRefused {
    /// Somebody changed it since the form was filled.
    #[error("the form was filled from an earlier revision")]
    Stale,
    /// The database.
    #[error(transparent)]
    Fault(#[from] db::Error),
}

/// Puts this picture at the head of a petition, or says something else of the one that is there, if nobody changed it since `revision`.
///
/// # Errors
/// [`PictureRefused`]; nothing is written then.
pub fn save(
    tx: &mut Tx<'_>,
    id: Id<Petition>,
    (made, said): (Option<&MadePicture>, &[PictureText]),
    revision: i64,
    now: Time,
) -> std::result::Result<CurrentPicture, PictureRefused> {
    let is_written = match made {
        Some(made) => pictures::put(tx, id, (made, said), revision, now)?,
        None => pictures::retell(tx, id, said, revision, now)?,
    };
    match is_written {
        true => Ok(pictures::find(tx, id)?),
        false => Err(PictureRefused::Stale),
    }
}

/// What was just done, or is to be done, in the address.
#[derive(Debug, Default, Deserialize)]
pub struct PictureQuery {
    #[serde(default)]
    saved: bool,
    #[serde(default)]
    new: bool,
}

/// One language of the form.
struct PictureSide<'a> {
    typed: &'a TypedPictureText,
    name: String,
    is_needed: bool,
}

#[derive(Template)]
#[template(path = "petition/picture/write.html")]
struct PicturePage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    action: String,
    title: &'a str,
    /// The picture that is there, and where it is.
    present: Option<(&'a PictureFile, String, &'a str)>,
    typed: &'a PictureForm,
    sides: Vec<PictureSide<'a>>,
    /// A picture that comes back with the form.
    held: Option<String>,
    errors: Errors,
    is_stale: bool,
    is_from_before: bool,
    is_saved: bool,
    is_live: bool,
    remove_href: Option<String>,
}

impl PicturePage<'_> {
    /// Whether what stands in the form is not what is saved.
    fn is_unsaved(&self) -> bool {
        self.is_from_before || self.is_stale || !self.errors.is_empty()
    }
}

/// What the page says beside the form.
#[derive(Default)]
struct PictureNotice {
    not_saved: NotSaved,
    held: Option<MadePicture>,
    is_saved: bool,
}

/// The key under which a picture comes back with its form.
fn key(site: &Site) -> Key {
    site.secrets.key("held pictures")
}

fn answer(
    site: &Site,
    actor: &Actor,
    managed: &ManagedPetition,
    typed: &PictureForm,
    said: &PictureNotice,
) -> Result {
    let w = actor.words(site);
    let id = managed.petition.id;
    let errors = said.not_saved.wrong.said(&w);
    let name = |lang: Lang| match site.library.speaks(lang) {
        true => site.words(lang).say("language-name").to_owned(),
        false => lang.to_string(),
    };
    let needed = managed.langs_needed();
    let present = managed.picture.picture.as_ref();
    let remove_href = present.map(|_| urls::remove_picture(id));
    page(
        said.not_saved.status(),
        &PicturePage {
            frame: managed
                .console_frame(
                    site,
                    &w,
                    actor,
                    &urls::edit_picture(id),
                    w.say("console-picture"),
                )
                .with_errors(!errors.is_empty()),
            w: &w,
            action: urls::edit_picture(id),
            title: managed.title(actor.lang),
            present: present.map(|picture| {
                let alt = picture.text(actor.lang, managed.petition.lang);
                let href = urls::own_picture(id, &picture.small.hash.0);
                (
                    &picture.small,
                    href,
                    alt.map_or("", |text| text.alt.as_str()),
                )
            }),
            typed,
            sides: typed
                .texts
                .iter()
                .map(|text| PictureSide {
                    name: name(text.lang),
                    is_needed: needed.contains(&text.lang),
                    typed: text,
                })
                .collect(),
            held: said
                .held
                .as_ref()
                .map(|made| held::close(&key(site), id, made)),
            errors,
            is_stale: said.not_saved.is_stale,
            is_from_before: said.not_saved.is_from_before,
            is_saved: said.is_saved,
            is_live: managed.petition.state != PetitionState::Draft,
            remove_href,
        },
    )
}

/// The form as the picture stands, or an empty one for another.
///
/// # Errors
/// 404 and 403 as [`ManagedPetition::open`]; 409 once the petition was taken down.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Petition>>,
    asked: Query<PictureQuery>,
) -> Result {
    let managed = ManagedPetition::open_standing(&db, &actor, id).await?;
    let present = managed.picture.picture.as_ref().filter(|_| !asked.new);
    let typed = PictureForm::of(managed.picture.revision, present, &managed.langs());
    let said = PictureNotice {
        is_saved: asked.saved,
        ..PictureNotice::default()
    };
    answer(&site, &actor, &managed, &typed, &said)
}

/// Makes a picture of the file, off the async threads; else the key of what is wrong with it.
async fn look_at(
    limits: &PictureLimits,
    source: Source,
    bytes: Bytes,
) -> std::result::Result<MadePicture, &'static str> {
    let place = limits.enter(source).await;
    let _place = place.ok_or("error-picture-busy")?;
    match block(move || make::make(&bytes)).await {
        Ok(made) => made.map_err(|wrong| wrong.key),
        // A picture that fells its reader is as good as none.
        Err(_) => Err("error-picture-broken"),
    }
}

/// Writes it, or gives the form back with what is wrong; a picture that was right comes back with it.
///
/// # Errors
/// 404 and 403 as [`ManagedPetition::open`]; 409 once the petition was taken down; 413, 415 and 408 for what is no form with a file.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    petition_cache: Data<PetitionCache>,
    limits: Data<PictureLimits>,
    source: Source,
    PathArg(id): PathArg<Id<Petition>>,
    sent: DraftUpload<PictureForm>,
) -> Result {
    let DraftUpload {
        actor,
        fields: mut typed,
        is_from_before,
        file,
    } = sent;
    let managed = ManagedPetition::open_standing(&db, &actor, id).await?;
    typed.complete(&managed.langs());
    let revision: i64 = typed.revision.parse().map_err(|_| Error::UNPROCESSABLE)?;
    typed.is_new |= managed.picture.picture.is_none() || file != File::None;
    let mut wrong = WrongFields::default();
    let made = match (&file, typed.is_new) {
        (_, false) => None,
        (File::Bytes(bytes), true) => look_at(&limits, source, bytes.clone())
            .await
            .map_err(|key| wrong.add("picture", key))
            .ok(),
        (File::TooLarge, true) => {
            wrong.add("picture", "error-picture-large");
            None
        }
        (File::None, true) => {
            let held = held::open(&key(&site), id, &typed.held);
            if held.is_none() {
                let key = match typed.is_lost {
                    true => "error-picture-again",
                    false => "error-picture-missing",
                };
                wrong.add("picture", key);
            }
            held
        }
    };
    let texts = typed.read(&managed.langs_needed(), &mut wrong);
    let again = |managed: &ManagedPetition, typed: &PictureForm, not_saved, held| {
        let said = PictureNotice {
            not_saved,
            held,
            is_saved: false,
        };
        answer(&site, &actor, managed, typed, &said)
    };
    let is_wrong = !wrong.list().is_empty();
    let is_stale = revision != managed.picture.revision;
    if is_wrong || is_from_before || is_stale {
        typed.revision = managed.picture.revision.to_string();
        let not_saved = NotSaved {
            wrong,
            is_stale,
            is_from_before,
        };
        return again(&managed, &typed, not_saved, made);
    }
    let (now, kept) = (site.clock.now(), made.clone());
    let log = PetitionLog::of(&managed, &actor, now);
    let written = db.write(move |tx| {
        log.edited(tx, Deed::PICTURE)?;
        save(tx, id, (made.as_ref(), &texts), revision, now)
    });
    match written.await {
        Ok(picture) => {
            petition_cache.show_picture(id, &picture);
            tracing::info!(petition = %id, by = %actor.id, "picture changed");
            Ok(see_other(&format!("{}?saved=true", urls::edit_picture(id))))
        }
        Err(PictureRefused::Stale) => {
            let managed = ManagedPetition::open_standing(&db, &actor, id).await?;
            typed.revision = managed.picture.revision.to_string();
            again(&managed, &typed, NotSaved::stale(), kept)
        }
        Err(PictureRefused::Fault(fault)) => Err(fault.into()),
    }
}
