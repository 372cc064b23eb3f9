//! The secrets of a webhook.

use crate::base::{Id, Secrets, Time};
use crate::both;
use crate::db::schema::webhook_secrets as s;
use crate::db::{Conn, Error, Result, Tx};
use crate::partner::webhook::model::Webhook;
use crate::partner::webhook::secret::WebhookSecret;
use diesel::prelude::*;

/// A row of the table.
#[derive(Debug)]
enum SecretRow {}

/// Gives a webhook a new secret. The one before signs on until `until`, beside it; those before that are gone.
///
/// # Errors
/// A fault of the database.
pub fn renew(
    tx: &mut Tx<'_>,
    secrets: &Secrets,
    webhook: Id<Webhook>,
    (now, until): (Time, Time),
) -> Result<WebhookSecret> {
    let secret = WebhookSecret::random();
    let sealed = secret
        .seal(secrets, webhook, now)
        .ok_or(Error::Refused("webhook secret"))?;
    let its = s::table.filter(s::webhook_id.eq(webhook));
    both!(tx, |c| diesel::delete(its.filter(s::ends_at.is_not_null()))
        .execute(c))?;
    both!(tx, |c| diesel::update(its)
        .set(s::ends_at.eq(until))
        .execute(c))?;
    diesel::insert_into(s::table)
        .values((
            s::id.eq(Id::<SecretRow>::new(now)),
            s::webhook_id.eq(webhook),
            s::sealed.eq(sealed),
        ))
        .execute(&mut **tx)?;
    Ok(secret)
}

/// Those that sign now, the newest first; none where the secrets of the site are others.
///
/// # Errors
/// A fault of the database.
pub fn living(
    conn: &mut Conn,
    secrets: &Secrets,
    webhook: Id<Webhook>,
    now: Time,
) -> Result<Vec<WebhookSecret>> {
    let sealed: Vec<(String, Option<Time>)> = s::table
        .filter(s::webhook_id.eq(webhook))
        .filter(s::ends_at.is_null().or(s::ends_at.gt(now)))
        .select((s::sealed, s::ends_at))
        .load(conn)?;
    let (newest, before): (Vec<_>, Vec<_>) = sealed
        .into_iter()
        .partition(|(_, ends_at)| ends_at.is_none());
    let open =
        |(text, _): (String, Option<Time>)| WebhookSecret::open(&text, secrets, webhook, now);
    Ok(newest.into_iter().chain(before).filter_map(open).collect())
}

/// Until when the secret before the newest signs too; none while there is one alone.
///
/// # Errors
/// A fault of the database.
pub fn second_until(conn: &mut Conn, webhook: Id<Webhook>, now: Time) -> Result<Option<Time>> {
    let ends: Option<Option<Time>> = s::table
        .filter(s::webhook_id.eq(webhook))
        .filter(s::ends_at.gt(now))
        .select(s::ends_at)
        .first(conn)
        .optional()?;
    Ok(ends.flatten())
}
