//! A webhook goes off by itself: its receiver says that it is gone, or took nothing for five days. The owners and whoever made it
//! are told.

use crate::account::deed::Deed;
use crate::account::mails;
use crate::account::store::activity::Doer;
use crate::base::{Secrets, Time};
use crate::db::{Result, Tx};
use crate::mail::mails::Changed;
use crate::partner::webhook::model::{Webhook, WebhookState};
use crate::partner::webhook::store::webhooks;

/// Turns it off for this reason, and tells.
pub(super) fn turn_off(
    tx: &mut Tx<'_>,
    secrets: &Secrets,
    webhook: &Webhook,
    state: WebhookState,
    now: Time,
) -> Result<()> {
    webhooks::set_state(tx, webhook.id, state)?;
    let doer = Doer::partner(webhook.host(), now);
    doer.did(tx, webhook.organization, Deed::WEBHOOK_OFF, &webhook.url)?;
    let about = (Changed::WebhookOff, webhook.host());
    let (place, maker) = (webhook.organization, webhook.made_by);
    mails::tell_of_webhook(tx, secrets, place, about, maker, now)
}
