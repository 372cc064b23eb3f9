//! Webhooks themselves.

use crate::account::model::{Organization, Organizer};
use crate::account::occurrence::{OccurrenceKinds, store as occurrence};
use crate::base::{Id, Time};
use crate::both;
use crate::db::schema::webhooks as w;
use crate::db::{Conn, Result, Tx};
use crate::partner::webhook::model::{Webhook, WebhookFormat, WebhookState};
use crate::petition::Petition;
use diesel::prelude::*;

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = w)]
pub(super) struct WebhookRow {
    id: Id<Webhook>,
    organization_id: Id<Organization>,
    petition_id: Option<Id<Petition>>,
    url: String,
    kinds: i64,
    format: i16,
    allows_private: bool,
    state: i16,
    made_by: Option<Id<Organizer>>,
    created_at: Time,
    failing_since: Option<Time>,
    failures: i32,
    rests_until: Option<Time>,
}

impl From<WebhookRow> for Webhook {
    fn from(row: WebhookRow) -> Self {
        Self {
            id: row.id,
            organization: row.organization_id,
            petition: row.petition_id,
            url: row.url,
            kinds: OccurrenceKinds::from_number(row.kinds),
            format: WebhookFormat::from_number(row.format),
            allows_private: row.allows_private,
            state: WebhookState::from_number(row.state),
            made_by: row.made_by,
            created_at: row.created_at,
            failing_since: row.failing_since,
            failures: row.failures,
            rests_until: row.rests_until,
        }
    }
}

impl From<&Webhook> for WebhookRow {
    fn from(webhook: &Webhook) -> Self {
        Self {
            id: webhook.id,
            organization_id: webhook.organization,
            petition_id: webhook.petition,
            url: webhook.url.clone(),
            kinds: webhook.kinds.number(),
            format: webhook.format.number(),
            allows_private: webhook.allows_private,
            state: webhook.state.number(),
            made_by: webhook.made_by,
            created_at: webhook.created_at,
            failing_since: webhook.failing_since,
            failures: webhook.failures,
            rests_until: webhook.rests_until,
        }
    }
}

/// Writes a new one, and that it wants to hear.
///
/// # Errors
/// A fault of the database.
pub fn insert(tx: &mut Tx<'_>, webhook: &Webhook) -> Result<()> {
    diesel::insert_into(w::table)
        .values(WebhookRow::from(webhook))
        .execute(&mut **tx)?;
    want(tx, webhook)
}

/// Whether anything is written down for it, as its state says: while it is paused it is, so that nothing is lost.
fn want(tx: &mut Tx<'_>, webhook: &Webhook) -> Result<()> {
    let id = webhook.id.cast();
    match webhook.state {
        WebhookState::On | WebhookState::Paused => {
            let of = (webhook.organization, webhook.petition.map(Id::cast));
            occurrence::want(tx, id, of, webhook.kinds, webhook.made_by)
        }
        WebhookState::Gone | WebhookState::Failing => occurrence::want_no_more(tx, id),
    }
}

/// The webhook with this key.
///
/// # Errors
/// A fault of the database.
pub fn find(conn: &mut Conn, id: Id<Webhook>) -> Result<Option<Webhook>> {
    let row = w::table
        .find(id)
        .select(WebhookRow::as_select())
        .first(conn)
        .optional()?;
    Ok(row.map(WebhookRow::into))
}

/// The same, which nobody changes before the end of this transaction.
///
/// # Errors
/// A fault of the database.
pub fn locked(tx: &mut Tx<'_>, id: Id<Webhook>) -> Result<Option<Webhook>> {
    if let Conn::Postgres(c) = &mut **tx {
        let row = w::table.find(id).select(w::id);
        row.for_no_key_update().first::<Id<Webhook>>(c).optional()?;
    }
    find(tx, id)
}

/// Writes what of it is other than it was, and what it wants to hear.
///
/// # Errors
/// A fault of the database.
pub fn update(tx: &mut Tx<'_>, webhook: &Webhook) -> Result<()> {
    let changes = (
        w::petition_id.eq(webhook.petition),
        w::url.eq(&webhook.url),
        w::kinds.eq(webhook.kinds.number()),
        w::format.eq(webhook.format.number()),
        w::allows_private.eq(webhook.allows_private),
        w::failing_since.eq(webhook.failing_since),
        w::failures.eq(webhook.failures),
        w::rests_until.eq(webhook.rests_until),
    );
    both!(tx, |c| diesel::update(w::table.find(webhook.id))
        .set(changes)
        .execute(c))?;
    want(tx, webhook)
}

/// Those of an organization, the oldest first.
///
/// # Errors
/// A fault of the database.
pub fn of(conn: &mut Conn, organization: Id<Organization>) -> Result<Vec<Webhook>> {
    let rows = w::table
        .filter(w::organization_id.eq(organization))
        .order(w::id)
        .select(WebhookRow::as_select())
        .load::<WebhookRow>(conn)?;
    Ok(rows.into_iter().map(WebhookRow::into).collect())
}

/// All of this site, the oldest first.
///
/// # Errors
/// A fault of the database.
pub fn all(conn: &mut Conn) -> Result<Vec<Webhook>> {
    let rows = w::table
        .order(w::id)
        .select(WebhookRow::as_select())
        .load::<WebhookRow>(conn)?;
    Ok(rows.into_iter().map(WebhookRow::into).collect())
}

/// Puts one into another state, and has it begin anew when it is on again. False when it is no more.
///
/// # Errors
/// A fault of the database.
pub fn set_state(tx: &mut Tx<'_>, id: Id<Webhook>, state: WebhookState) -> Result<bool> {
    let fresh = (
        w::failing_since.eq(None::<Time>),
        w::failures.eq(0),
        w::rests_until.eq(None::<Time>),
    );
    let its = w::table.find(id);
    let changed = match state {
        WebhookState::On => both!(tx, |c| diesel::update(its)
            .set((w::state.eq(state.number()), fresh))
            .execute(c))?,
        _ => both!(tx, |c| diesel::update(its)
            .set(w::state.eq(state.number()))
            .execute(c))?,
    };
    if let Some(webhook) = find(tx, id)? {
        want(tx, &webhook)?;
    }
    Ok(changed == 1)
}

/// Deletes one with everything that waits for it.
///
/// # Errors
/// A fault of the database.
pub fn delete(tx: &mut Tx<'_>, id: Id<Webhook>) -> Result<bool> {
    occurrence::want_no_more(tx, id.cast())?;
    Ok(diesel::delete(w::table.find(id)).execute(&mut **tx)? == 1)
}
