//! GET and POST /organize/petitions/{id}/picture/remove: the picture is taken off.

use crate::account::deed::Deed;
use crate::account::{Action, Actor, OrganizerForm};
use crate::base::{Id, Time};
use crate::db::{self, Db, Tx};
use crate::petition::PetitionCache;
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::model::Petition;
use crate::petition::petition_log::PetitionLog;
use crate::petition::rules::picture::CurrentPicture;
use crate::petition::store::pictures;
use crate::web::answers::answer::{ok, see_other};
use crate::web::page::Frame;
use crate::web::{Fields, PathArg, Result, Site, urls};
use crate::words::Words;
use actix_web::web::Data;
use askama::Template;
use serde::Deserialize;

/// The form: nothing but its button.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RemovePictureForm {}

impl Fields for RemovePictureForm {}

/// Takes it off, with everything that was said of it. Where there is none nothing happens.
///
/// # Errors
/// A fault of the database.
pub fn remove(tx: &mut Tx<'_>, id: Id<Petition>, now: Time) -> db::Result<CurrentPicture> {
    pictures::take_off(tx, id, now)?;
    pictures::find(tx, id)
}

#[derive(Template)]
#[template(path = "petition/picture/remove.html")]
struct RemovePicturePage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    action: String,
    title: &'a str,
    keep_href: String,
}

/// The page that asks; nothing is changed yet. Where there is no picture: the page of the picture.
///
/// # Errors
/// As [`ManagedPetition::open`].
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Petition>>,
) -> Result {
    let managed = ManagedPetition::open(&db, &actor, id, Action::EditPetition).await?;
    let here = urls::edit_picture(id);
    if managed.picture.picture.is_none() {
        return Ok(see_other(&here));
    }
    let w = actor.words(&site);
    ok(&RemovePicturePage {
        frame: managed.console_frame(&site, &w, &actor, &here, w.say("picture-remove-title")),
        w: &w,
        action: urls::remove_picture(id),
        title: managed.title(actor.lang),
        keep_href: here,
    })
}

/// Takes it off.
///
/// # Errors
/// As [`ManagedPetition::open`].
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    petition_cache: Data<PetitionCache>,
    PathArg(id): PathArg<Id<Petition>>,
    posted: OrganizerForm<RemovePictureForm>,
) -> Result {
    let actor = posted.actor;
    let managed = ManagedPetition::open(&db, &actor, id, Action::EditPetition).await?;
    let now = site.clock.now();
    let log = PetitionLog::of(&managed, &actor, now);
    let taken_off = db.write(move |tx| {
        log.edited(tx, Deed::PICTURE_OFF)?;
        remove(tx, id, now)
    });
    let picture = taken_off.await?;
    petition_cache.show_picture(id, &picture);
    tracing::info!(petition = %id, by = %actor.id, "picture taken off");
    Ok(see_other(&urls::edit_picture(id)))
}
