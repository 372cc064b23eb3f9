//! What is done to webhooks, by organizers in the console, by programs, and by whoever runs the site with a command: one way for all.

use super::model::{Webhook, WebhookDelivery, WebhookFormat, WebhookState};
use super::secret::WebhookSecret;
use super::store::{deliveries, secrets, webhooks};
use super::target::WebhookUrl;
use crate::account::deed::Deed;
use crate::account::model::{Organization, Organizer};
use crate::account::occurrence::{OccurrenceKind, OccurrenceKinds};
use crate::account::store::activity::Doer;
use crate::account::store::organization;
use crate::base::time::hours;
use crate::base::{Id, Secrets, Time};
use crate::db::{Result, Tx};
use crate::petition::Petition;
use std::time::Duration;

/// How long the secret before signs on beside a new one.
pub const BOTH_FOR: Duration = hours(24);
/// Most webhooks of one organization.
pub const MOST: usize = 20;

/// Whether an organization may have one more. Its row is locked: of two that ask at once the second counts what the first made.
///
/// # Errors
/// A fault of the database.
pub fn has_room(tx: &mut Tx<'_>, organization: Id<Organization>) -> Result<bool> {
    let is_there = organization::locked(tx, organization)?.is_some();
    Ok(is_there && webhooks::of(tx, organization)?.len() < MOST)
}

/// A webhook that somebody wants.
#[derive(Debug, Clone)]
pub struct NewWebhook {
    /// Whose.
    pub organization: Id<Organization>,
    /// Of this petition alone.
    pub petition: Option<Id<Petition>>,
    /// Where it leads.
    pub url: WebhookUrl,
    /// Of what it hears.
    pub kinds: OccurrenceKinds,
    /// How much it is told.
    pub format: WebhookFormat,
    /// Whether it may lead into the own network.
    pub allows_private: bool,
    /// Who makes it; none: a command.
    pub made_by: Option<Id<Organizer>>,
}

/// Makes it. Its secret is shown this once.
///
/// # Errors
/// A fault of the database.
pub fn add(
    tx: &mut Tx<'_>,
    site_secrets: &Secrets,
    new: &NewWebhook,
    doer: &Doer,
) -> Result<(Webhook, WebhookSecret)> {
    let now = doer.at();
    let webhook = Webhook {
        id: Id::new(now),
        organization: new.organization,
        petition: new.petition,
        url: new.url.as_str().to_owned(),
        kinds: new.kinds,
        format: new.format,
        allows_private: new.allows_private,
        state: WebhookState::On,
        made_by: new.made_by,
        created_at: now,
        failing_since: None,
        failures: 0,
        rests_until: None,
    };
    webhooks::insert(tx, &webhook)?;
    let secret = secrets::renew(tx, site_secrets, webhook.id, (now, now))?;
    let format = webhook.format.as_str();
    let sides = ("", format);
    doer.changed(
        tx,
        webhook.organization,
        Deed::WEBHOOK_ADDED,
        &webhook.url,
        sides,
    )?;
    Ok((webhook, secret))
}

/// What of a webhook can be other than it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WebhookChange {
    /// Of this petition alone.
    pub petition: Option<Id<Petition>>,
    /// Where it leads.
    pub url: WebhookUrl,
    /// Of what it hears.
    pub kinds: OccurrenceKinds,
    /// How much it is told.
    pub format: WebhookFormat,
    /// Whether it may lead into the own network.
    pub allows_private: bool,
}

/// Changes it. Secret, log and what waits stay. What waits goes to the new address, at once: it was the address before that did not take
/// it. None when it is no more.
///
/// # Errors
/// A fault of the database.
pub fn change(
    tx: &mut Tx<'_>,
    id: Id<Webhook>,
    change: &WebhookChange,
    doer: &Doer,
) -> Result<Option<Webhook>> {
    let Some(before) = webhooks::locked(tx, id)? else {
        return Ok(None);
    };
    let mut after = Webhook {
        petition: change.petition,
        url: change.url.as_str().to_owned(),
        kinds: change.kinds,
        format: change.format,
        allows_private: change.allows_private,
        ..before.clone()
    };
    if after == before {
        return Ok(Some(after));
    }
    if after.url != before.url {
        (after.failing_since, after.rests_until) = (None, None);
        after.failures = 0;
        deliveries::hurry(tx, id, doer.at())?;
    }
    webhooks::update(tx, &after)?;
    let sides = (&*described(&before), &*described(&after));
    doer.changed(
        tx,
        after.organization,
        Deed::WEBHOOK_CHANGED,
        &before.url,
        sides,
    )?;
    Ok(Some(after))
}

/// A webhook in the log of deeds, where it is compared with what it was.
fn described(webhook: &Webhook) -> String {
    let kinds: Vec<_> = webhook.kinds.each().map(OccurrenceKind::as_str).collect();
    let petition = webhook
        .petition
        .map_or_else(String::new, |id| format!(" {id}"));
    let (url, format) = (&webhook.url, webhook.format.as_str());
    format!("{url} {format} {}{petition}", kinds.join(", "))
}

/// Has a test sent as everything else is.
///
/// # Errors
/// A fault of the database.
pub fn test(tx: &mut Tx<'_>, webhook: Id<Webhook>, now: Time) -> Result<WebhookDelivery> {
    let test = WebhookDelivery::test(webhook, now);
    deliveries::insert_all(tx, std::slice::from_ref(&test))?;
    Ok(test)
}

/// Has one delivery sent once more; none: all that were given up. False when it is no delivery of this webhook.
///
/// # Errors
/// A fault of the database.
pub fn send_again(
    tx: &mut Tx<'_>,
    webhook: &Webhook,
    one: Option<Id<WebhookDelivery>>,
    doer: &Doer,
) -> Result<bool> {
    match one {
        Some(one) => {
            let found = deliveries::find(tx, one)?;
            if found.is_none_or(|found| found.webhook != webhook.id) {
                return Ok(false);
            }
            deliveries::send_again(tx, one, doer.at())?;
        }
        None => {
            deliveries::send_failed_again(tx, webhook.id, doer.at())?;
        }
    }
    doer.did(tx, webhook.organization, Deed::WEBHOOK_AGAIN, &webhook.url)?;
    Ok(true)
}

/// Gives it a new secret, shown this once. The one before signs on beside it for a day.
///
/// # Errors
/// A fault of the database.
pub fn renew_secret(
    tx: &mut Tx<'_>,
    site_secrets: &Secrets,
    webhook: &Webhook,
    doer: &Doer,
) -> Result<WebhookSecret> {
    let now = doer.at();
    let until = now.plus(BOTH_FOR);
    let secret = secrets::renew(tx, site_secrets, webhook.id, (now, until))?;
    doer.did(tx, webhook.organization, Deed::WEBHOOK_SECRET, &webhook.url)?;
    Ok(secret)
}

/// Pauses it, or turns it on.
///
/// # Errors
/// A fault of the database.
pub fn turn(tx: &mut Tx<'_>, webhook: &Webhook, is_on: bool, doer: &Doer) -> Result<()> {
    let (state, deed) = match is_on {
        true => (WebhookState::On, Deed::WEBHOOK_ON),
        false => (WebhookState::Paused, Deed::WEBHOOK_PAUSED),
    };
    if webhook.state == state {
        return Ok(());
    }
    webhooks::set_state(tx, webhook.id, state)?;
    doer.did(tx, webhook.organization, deed, &webhook.url)
}

/// Deletes it with everything that waits for it.
///
/// # Errors
/// A fault of the database.
pub fn remove(tx: &mut Tx<'_>, webhook: &Webhook, doer: &Doer) -> Result<()> {
    if webhooks::delete(tx, webhook.id)? {
        doer.did(
            tx,
            webhook.organization,
            Deed::WEBHOOK_DELETED,
            &webhook.url,
        )?;
    }
    Ok(())
}
