//! GET and POST /organize/updates/{id}/publish: shows an update to everybody.

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

/// The form: the revision that was looked at.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublishUpdateForm {
    revision: String,
}

impl Fields for PublishUpdateForm {}

/// Why it was not published.
#[derive(Debug, thiserror::Error)]
pub enum UpdatePublishRefused {
    /// There is no such update any more.
    #[error("no such update")]
    Gone,
    /// It is no draft, or somebody wrote since it was looked at.
    #[error("the update does not stand as it was looked at")]
    Stale,
    /// The database.
    #[error(transparent)]
    Fault(#[from] db::Error),
}

impl From<UpdatePublishRefused> for Error {
    fn from(refusal: UpdatePublishRefused) -> Self {
        match refusal {
            UpdatePublishRefused::Gone => Self::NOT_FOUND,
            UpdatePublishRefused::Stale => Self::CONFLICT,
            UpdatePublishRefused::Fault(fault) => fault.into(),
        }
    }
}

/// Publishes a draft as it was of `revision`. One that is published already stays as it is.
///
/// # Errors
/// [`UpdatePublishRefused`]; nothing is written then.
pub fn publish(
    tx: &mut Tx<'_>,
    id: Id<Update>,
    revision: i64,
    now: Time,
) -> std::result::Result<PublicUpdate, UpdatePublishRefused> {
    let mut update = store::find(tx, id)?.ok_or(UpdatePublishRefused::Gone)?;
    if update.state != UpdateState::Published {
        let is_written = update.publish(now) && store::change(tx, &mut update, revision, now)?;
        if !is_written {
            return Err(UpdatePublishRefused::Stale);
        }
    }
    Ok(PublicUpdate::load(tx, update)?)
}

#[derive(Template)]
#[template(path = "petition/update/console/publish.html")]
struct PublishPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    action: String,
    title: &'a str,
    revision: i64,
    preview_href: String,
    edit_href: String,
}

/// The page that asks. One that is published already leads to its editor.
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
    if managed.update.state == UpdateState::Published {
        return Ok(see_other(&urls::edit_update(id)));
    }
    let w = actor.words(&site);
    let here = urls::updates(managed.update.petition);
    let petition = &managed.petition;
    ok(&PublishPage {
        frame: petition.console_frame(&site, &w, &actor, &here, w.say("update-publish-title")),
        w: &w,
        action: urls::publish_update(id),
        title: managed.title(actor.lang),
        revision: managed.update.revision,
        preview_href: urls::preview_update(id),
        edit_href: urls::edit_update(id),
    })
}

/// Publishes it.
///
/// # Errors
/// As [`ManagedUpdate::open`]; 409 when somebody wrote meanwhile.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    update_cache: Data<UpdateCache>,
    PathArg(id): PathArg<Id<Update>>,
    posted: OrganizerForm<PublishUpdateForm>,
) -> Result {
    let OrganizerForm { actor, fields } = posted;
    let managed = ManagedUpdate::open(&db, &actor, id, Action::PublishPetition).await?;
    let revision: i64 = fields.revision.parse().map_err(|_| Error::UNPROCESSABLE)?;
    let now = site.clock.now();
    let log = PetitionLog::of(&managed.petition, &actor, now);
    let title = managed.title(actor.lang).to_owned();
    let is_new = managed.update.state != UpdateState::Published;
    let published = db.write(move |tx| {
        let told = publish(tx, id, revision, now)?;
        if is_new {
            log.did_to(tx, Deed::UPDATE, &title)?;
        }
        Ok::<_, UpdatePublishRefused>(told)
    });
    let told = published.await?;
    update_cache.put(told);
    tracing::info!(update = %id, by = %actor.id, "update published");
    Ok(see_other(&urls::updates(managed.update.petition)))
}
