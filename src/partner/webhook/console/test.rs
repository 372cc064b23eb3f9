//! POST /organize/webhooks/{id}/test: `webhook.test` is sent to it as everything else is.

use super::managed_webhook::{WebhookButton, open};
use crate::account::OrganizerForm;
use crate::base::Id;
use crate::db::Db;
use crate::partner::webhook::model::Webhook;
use crate::partner::webhook::send::try_out::test_of;
use crate::partner::webhook::store::deliveries;
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
    let test = test_of(id, site.clock.now());
    db.write(move |tx| deliveries::insert_all(tx, &[test]))
        .await?;
    Ok(see_other(&format!("{}?done=test", urls::webhook(id))))
}
