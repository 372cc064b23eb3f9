//! What is done to webhooks, by organizers in the console and by whoever runs the site with a command: one way for both.

use super::model::{Webhook, WebhookFormat, WebhookState};
use super::secret::WebhookSecret;
use super::store::{secrets, webhooks};
use super::target::WebhookUrl;
use crate::account::deed::Deed;
use crate::account::model::{Organization, Organizer};
use crate::account::occurrence::OccurrenceKinds;
use crate::account::store::activity::Doer;
use crate::base::time::hours;
use crate::base::{Id, Secrets};
use crate::db::{Result, Tx};
use crate::petition::Petition;
use std::time::Duration;

/// How long the secret before signs on beside a new one.
pub const BOTH_FOR: Duration = hours(24);
/// Most webhooks of one organization.
pub const MOST: usize = 20;

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
