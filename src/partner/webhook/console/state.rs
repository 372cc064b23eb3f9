//! POST /organize/webhooks/{id}/state: pauses it, or turns it on again.

use super::managed_webhook::open;
use crate::account::OrganizerForm;
use crate::base::Id;
use crate::db::Db;
use crate::partner::webhook::manage;
use crate::partner::webhook::model::Webhook;
use crate::web::answers::answer::see_other;
use crate::web::{Error, Fields, PathArg, Result, Site, urls};
use actix_web::web::Data;
use serde::Deserialize;

/// Which button.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TurnForm {
    /// `on` or `paused`.
    to: String,
}

impl Fields for TurnForm {}

/// Turns it, and leads back to it.
///
/// # Errors
/// 404 for strangers, 403 for whom the role does not allow it, 422 for anything else than the two.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    PathArg(id): PathArg<Id<Webhook>>,
    posted: OrganizerForm<TurnForm>,
) -> Result {
    let OrganizerForm { actor, fields } = posted;
    let webhook = open(&db, &actor, id).await?;
    let is_on = match fields.to.as_str() {
        "on" => true,
        "paused" => false,
        _ => return Err(Error::UNPROCESSABLE),
    };
    let doer = actor.doer(site.clock.now());
    db.write(move |tx| manage::turn(tx, &webhook, is_on, &doer))
        .await?;
    Ok(see_other(&format!(
        "{}?done={}",
        urls::webhook(id),
        fields.to
    )))
}
