//! A webhook as whoever may manage it opens it.

use crate::account::{Action, Actor};
use crate::base::Id;
use crate::db::Db;
use crate::partner::webhook::model::Webhook;
use crate::partner::webhook::store::webhooks;
use crate::web::{Error, Fields};
use serde::Deserialize;

/// The form: nothing but its button.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WebhookButton {}

impl Fields for WebhookButton {}

/// The webhook with this key, for somebody who may manage it.
///
/// # Errors
/// 404 when there is none or it belongs to strangers, 403 when their role does not allow it.
pub(super) async fn open(db: &Db, actor: &Actor, id: Id<Webhook>) -> Result<Webhook, Error> {
    let found = db.read(move |conn| webhooks::find(conn, id)).await?;
    let webhook = found.ok_or(Error::NOT_FOUND)?;
    actor.allow(Action::ManageWebhooks, webhook.organization)?;
    Ok(webhook)
}
