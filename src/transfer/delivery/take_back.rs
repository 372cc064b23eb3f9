//! GET and POST /organize/deliveries/{id}/take-back: what was written of a delivery goes, from the petition's page too.

use super::managed_delivery::{ManagedDelivery, shown_anew};
use crate::account::deed::Deed;
use crate::account::{Actor, OrganizerForm};
use crate::base::Id;
use crate::db::Db;
use crate::petition::PetitionCache;
use crate::petition::delivery::Delivery;
use crate::petition::petition_log::PetitionLog;
use crate::petition::store::deliveries;
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
pub struct TakeDeliveryBackForm {}

impl Fields for TakeDeliveryBackForm {}

#[derive(Template)]
#[template(path = "transfer/delivery/take_back.html")]
struct TakeBackPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    action: String,
    recipients: &'a str,
    keep_href: String,
}

/// The page that asks; nothing is changed yet.
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
    let w = actor.words(&site);
    let here = urls::delivery(delivery.petition);
    let heading = w.say("delivery-take-back-title");
    ok(&TakeBackPage {
        frame: managed.console_frame(&site, &w, &actor, &here, heading),
        w: &w,
        action: urls::take_back_delivery(id),
        recipients: &delivery.recipients,
        keep_href: urls::edit_delivery(id),
    })
}

/// Takes it back.
///
/// # Errors
/// As [`get`]; 409 when somebody else changed the petition in this very moment.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    petition_cache: Data<PetitionCache>,
    PathArg(id): PathArg<Id<Delivery>>,
    posted: OrganizerForm<TakeDeliveryBackForm>,
) -> Result {
    let actor = posted.actor;
    let ManagedDelivery { delivery, managed } = ManagedDelivery::open(&db, &actor, id).await?;
    let (petition, now) = (delivery.petition, site.clock.now());
    let log = PetitionLog::of(&managed, &actor, now);
    let shown = db
        .write(move |tx| {
            if !deliveries::delete(tx, id)? {
                return Err(Error::NOT_FOUND);
            }
            log.did_to(tx, Deed::DELIVERY_BACK, &delivery.recipients)?;
            shown_anew(tx, petition, now)?.ok_or(Error::CONFLICT)
        })
        .await?;
    petition_cache.put(shown);
    tracing::info!(%petition, by = %actor.id, "a delivery was taken back");
    Ok(see_other(&urls::delivery(petition)))
}
