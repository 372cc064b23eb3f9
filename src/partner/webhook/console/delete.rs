//! GET and POST /organize/webhooks/{id}/delete: asks, and deletes a webhook with everything that waits for it.

use super::managed_webhook::{WebhookButton, open};
use crate::account::{Actor, ProvedForm};
use crate::base::Id;
use crate::db::Db;
use crate::partner::webhook::manage;
use crate::partner::webhook::model::Webhook;
use crate::web::answers::answer::{ok, see_other};
use crate::web::page::Frame;
use crate::web::{PathArg, Result, Site, urls};
use crate::words::Words;
use actix_web::web::Data;
use askama::Template;

#[derive(Template)]
#[template(path = "partner/webhook/delete.html")]
struct DeletePage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    host: &'a str,
    action: String,
    keep_href: String,
}

/// The page that asks.
///
/// # Errors
/// 404 for strangers, 403 for whom the role does not allow it.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Webhook>>,
) -> Result {
    let webhook = open(&db, &actor, id).await?;
    let words = actor.words(&site);
    let w: &Words = &words;
    let here = urls::edit_organization(webhook.organization);
    ok(&DeletePage {
        frame: actor.console_frame(&site, w, &here, w.say("webhook-delete-title")),
        w,
        host: webhook.host(),
        action: urls::delete_webhook(id),
        keep_href: urls::webhook(id),
    })
}

/// Does it, and leads back to the list.
///
/// # Errors
/// As [`get`].
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    PathArg(id): PathArg<Id<Webhook>>,
    posted: ProvedForm<WebhookButton>,
) -> Result {
    let actor = posted.actor;
    let webhook = open(&db, &actor, id).await?;
    let list = urls::webhooks(webhook.organization);
    let doer = actor.doer(site.clock.now());
    db.write(move |tx| manage::remove(tx, &webhook, &doer))
        .await?;
    tracing::info!(webhook = %id, by = %actor.id, "a webhook was deleted");
    Ok(see_other(&format!("{list}?deleted=true")))
}
