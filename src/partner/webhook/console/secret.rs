//! POST /organize/webhooks/{id}/secret: a new secret, shown in the answer, once. The one before signs on for a day beside it.

use super::managed_webhook::{WebhookButton, open};
use super::secret_page::secret_page;
use crate::account::ProvedForm;
use crate::base::Id;
use crate::db::Db;
use crate::partner::webhook::manage;
use crate::partner::webhook::model::Webhook;
use crate::web::{PathArg, Result, Site};
use actix_web::web::Data;

/// Draws it.
///
/// # Errors
/// 404 for strangers, 403 for whom the role does not allow it.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    PathArg(id): PathArg<Id<Webhook>>,
    posted: ProvedForm<WebhookButton>,
) -> Result {
    let actor = posted.actor;
    let webhook = open(&db, &actor, id).await?;
    let (doer, secrets, of) = (
        actor.doer(site.clock.now()),
        site.secrets.clone(),
        webhook.clone(),
    );
    let secret = db
        .write(move |tx| manage::renew_secret(tx, &secrets, &of, &doer))
        .await?;
    secret_page(&site, &actor, &webhook, (&secret, true))
}
