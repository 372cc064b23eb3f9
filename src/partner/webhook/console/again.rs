//! POST /organize/webhooks/{id}/again: sends a delivery once more, or all that were given up. What waits already is not sent twice.

use super::managed_webhook::open;
use crate::account::OrganizerForm;
use crate::base::Id;
use crate::db::Db;
use crate::partner::webhook::manage;
use crate::partner::webhook::model::{Webhook, WebhookDelivery};
use crate::web::answers::answer::see_other;
use crate::web::{Error, Fields, PathArg, Result, Site, urls};
use actix_web::web::Data;
use serde::Deserialize;

/// Which.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SendAgainForm {
    /// The key of one; empty: all that were given up.
    #[serde(default)]
    delivery: String,
}

impl Fields for SendAgainForm {}

/// Has it sent, and leads back to the log.
///
/// # Errors
/// 404 for strangers and for what is no delivery of this webhook, 403 for whom the role does not allow it.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    PathArg(id): PathArg<Id<Webhook>>,
    posted: OrganizerForm<SendAgainForm>,
) -> Result {
    let OrganizerForm { actor, fields } = posted;
    let webhook = open(&db, &actor, id).await?;
    let one = match fields.delivery.as_str() {
        "" => None,
        key => Some(Id::<WebhookDelivery>::parse(key).map_err(|_| Error::NOT_FOUND)?),
    };
    let doer = actor.doer(site.clock.now());
    let is_there = db.write(move |tx| manage::send_again(tx, &webhook, one, &doer));
    match is_there.await? {
        true => Ok(see_other(&format!("{}?done=again", urls::webhook(id)))),
        false => Err(Error::NOT_FOUND),
    }
}
