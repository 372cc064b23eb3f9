//! POST /organize/webhooks/{id}/test: `webhook.test` is sent to it as everything else is.

use super::managed_webhook::{WebhookButton, open};
use crate::account::OrganizerForm;
use crate::base::Id;
use crate::db::Db;
use crate::partner::webhook::manage;
use crate::partner::webhook::model::Webhook;
use crate::web::answers::answer::see_other;
use crate::web::{PathArg, Result, Site, urls};
use actix_web::web::Data;

/// Has it sent, and leads back to the log.
///
/// # Errors
/// 404 for strangers, 403 for whom the role does not allow it.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    PathArg(id): PathArg<Id<Webhook>>,
    posted: OrganizerForm<WebhookButton>,
) -> Result {
    open(&db, &posted.actor, id).await?;
    let now = site.clock.now();
    db.write(move |tx| manage::test(tx, id, now)).await?;
    Ok(see_other(&format!("{}?done=test", urls::webhook(id))))
}
