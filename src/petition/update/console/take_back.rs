//! GET and POST /organize/updates/{id}/take-back: an update is shown to nobody any more; a draft
//! is thrown away.

use super::managed_update::ManagedUpdate;
use crate::account::deed::Deed;
use crate::account::{Action, Actor, OrganizerForm};
use crate::base::{Id, Time};
use crate::db::{self, Db, Tx};
use crate::petition::petition_log::PetitionLog;
use crate::petition::update::cache::{PublicUpdate, UpdateCache};
use crate::petition::update::model::{Update, UpdateState};
use crate::petition::update::store;
use crate::web::answers::answer::{ok, see_other};
use crate::web::page::Frame;
use crate::web::{Error, Fields, PathArg, Result, Site, urls};
use crate::words::Words;
use actix_web::web::Data;
use askama::Template;
use serde::Deserialize;

/// The form: nothing but its button.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TakeBackForm {}

impl Fields for TakeBackForm {}

/// Takes an update back, with its texts; none when there is no such update. Its row stays, so that
/// its address answers 410.
///
/// # Errors
/// A fault of the database.
pub fn take_back(tx: &mut Tx<'_>, id: Id<Update>, now: Time) -> db::Result<Option<PublicUpdate>> {
    let Some(mut update) = store::find(tx, id)? else {
        return Ok(None);
    };
    if update.state != UpdateState::TakenBack {
        update.state = UpdateState::TakenBack;
        let revision = update.revision;
        if !store::change(tx, &mut update, revision, now)? {
            return Ok(None);
        }
        store::save_texts(tx, id, &[])?;
    }
    PublicUpdate::load(tx, update).map(Some)
}

#[derive(Template)]
#[template(path = "petition/update/console/take_back.html")]
struct TakeBackPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    action: String,
    title: &'a str,
    keep_href: String,
}

/// The page that asks; nothing is changed yet.
///
/// # Errors
/// As [`ManagedUpdate::open`].
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Update>>,
) -> Result {
    let managed = ManagedUpdate::open(&db, &actor, id, Action::PublishPetition).await?;
    let w = actor.words(&site);
    let here = urls::updates(managed.update.petition);
    let petition = &managed.petition;
    ok(&TakeBackPage {
        frame: petition.console_frame(&site, &w, &actor, &here, w.say("update-take-back-title")),
        w: &w,
        action: urls::take_back_update(id),
        title: managed.title(actor.lang),
        keep_href: urls::edit_update(id),
    })
}

/// Takes it back.
///
/// # Errors
/// As [`ManagedUpdate::open`].
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    update_cache: Data<UpdateCache>,
    PathArg(id): PathArg<Id<Update>>,
    posted: OrganizerForm<TakeBackForm>,
) -> Result {
    let actor = posted.actor;
    let managed = ManagedUpdate::open(&db, &actor, id, Action::PublishPetition).await?;
    let now = site.clock.now();
    let log = PetitionLog::of(&managed.petition, &actor, now);
    let title = managed.title(actor.lang).to_owned();
    let taken_back = db.write(move |tx| {
        let told = take_back(tx, id, now)?;
        if told.is_some() {
            log.did_to(tx, Deed::UPDATE_BACK, &title)?;
        }
        Ok::<_, db::Error>(told)
    });
    let told = taken_back.await?;
    update_cache.put(told.ok_or(Error::CONFLICT)?);
    tracing::info!(update = %id, by = %actor.id, "update taken back");
    Ok(see_other(&urls::updates(managed.update.petition)))
}
