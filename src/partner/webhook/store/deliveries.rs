//! Deliveries: what is due, the log, and what is sent once more.

use super::codes::{GIVEN_UP, WAITS, stands};
use crate::account::occurrence::{Occurrence, OccurrenceKind};
use crate::base::{Id, Time};
use crate::db::schema::{webhook_attempts as a, webhook_deliveries as d};
use crate::db::statements::types::{Instant, Uid};
use crate::db::{Conn, Result, Tx};
use crate::mail::model::Subject;
use crate::partner::webhook::model::{
    DeliveryAttempt, DeliveryFailure, DeliveryState, Webhook, WebhookDelivery,
};
use crate::petition::Petition;
use crate::{both, insert_rows};
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Nullable, SmallInt};

#[derive(Queryable, Selectable)]
#[diesel(table_name = d)]
struct DeliveryRow {
    id: Id<WebhookDelivery>,
    webhook_id: Id<Webhook>,
    occurrence_id: Id<Occurrence>,
    petition_id: Option<Id<Petition>>,
    kind: i16,
    subject_id: Option<Id<Subject>>,
    cause: Option<i16>,
    happened_at: Time,
    sequence: Option<i64>,
    state: i16,
    attempts: i16,
    tries: i16,
    due_at: Time,
    tried_at: Option<Time>,
    status: Option<i16>,
    failure: Option<i16>,
    millis: Option<i32>,
}

impl From<DeliveryRow> for WebhookDelivery {
    fn from(row: DeliveryRow) -> Self {
        Self {
            id: row.id,
            webhook: row.webhook_id,
            occurrence: row.occurrence_id,
            petition: row.petition_id,
            kind: OccurrenceKind::from_number(row.kind),
            subject: row.subject_id,
            cause: row.cause,
            happened_at: row.happened_at,
            sequence: row.sequence,
            state: DeliveryState::from_number(row.state),
            attempts: row.attempts,
            tries: row.tries,
            due_at: row.due_at,
            last: row
                .tried_at
                .map(|at| attempt(at, row.status, row.failure, row.millis)),
        }
    }
}

fn attempt(
    at: Time,
    status: Option<i16>,
    failure: Option<i16>,
    millis: Option<i32>,
) -> DeliveryAttempt {
    DeliveryAttempt {
        at,
        status: status.and_then(|status| u16::try_from(status).ok()),
        failure: failure.and_then(DeliveryFailure::from_number),
        millis: millis.unwrap_or_default(),
        retry_after: None,
    }
}

/// Writes new ones.
///
/// # Errors
/// A fault of the database.
pub fn insert_all(tx: &mut Tx<'_>, new: &[WebhookDelivery]) -> Result<()> {
    if new.is_empty() {
        return Ok(());
    }
    insert_rows!(tx, "webhook_deliveries", d, for one in new, {
        id: Uid = one.id,
        webhook_id: Uid = one.webhook,
        occurrence_id: Uid = one.occurrence,
        petition_id: Nullable<Uid> = one.petition,
        kind: SmallInt = one.kind.unwrap_or(OccurrenceKind::Test).number(),
        subject_id: Nullable<Uid> = one.subject,
        cause: Nullable<SmallInt> = one.cause,
        happened_at: Instant = one.happened_at,
        sequence: Nullable<BigInt> = one.sequence,
        state: SmallInt = one.state.number(),
        due_at: Instant = one.due_at,
    });
    Ok(())
}

/// What is due to a webhook, the oldest first.
///
/// # Errors
/// A fault of the database.
pub fn due(
    conn: &mut Conn,
    webhook: Id<Webhook>,
    now: Time,
    most: i64,
) -> Result<Vec<WebhookDelivery>> {
    let rows = d::table
        .filter(d::webhook_id.eq(webhook))
        .filter(sql::<Bool>(WAITS))
        .filter(d::due_at.le(now))
        .order((d::due_at, d::id))
        .limit(most)
        .select(DeliveryRow::as_select())
        .load::<DeliveryRow>(conn)?;
    Ok(rows.into_iter().map(DeliveryRow::into).collect())
}

/// The delivery with this key.
///
/// # Errors
/// A fault of the database.
pub fn find(conn: &mut Conn, id: Id<WebhookDelivery>) -> Result<Option<WebhookDelivery>> {
    let row = d::table
        .find(id)
        .select(DeliveryRow::as_select())
        .first::<DeliveryRow>(conn)
        .optional()?;
    Ok(row.map(DeliveryRow::into))
}

/// The newest of a webhook below `before`; of one state alone, where that is asked for.
///
/// # Errors
/// A fault of the database.
pub fn newest(
    conn: &mut Conn,
    webhook: Id<Webhook>,
    state: Option<DeliveryState>,
    before: Option<Id<WebhookDelivery>>,
    most: i64,
) -> Result<Vec<WebhookDelivery>> {
    let mut query = d::table
        .filter(d::webhook_id.eq(webhook))
        .order(d::id.desc())
        .limit(most)
        .select(DeliveryRow::as_select())
        .into_boxed();
    if let Some(state) = state {
        query = query.filter(sql::<Bool>(stands(state)));
    }
    if let Some(before) = before {
        query = query.filter(d::id.lt(before));
    }
    let rows = query.load::<DeliveryRow>(conn)?;
    Ok(rows.into_iter().map(DeliveryRow::into).collect())
}

/// How many of a webhook stand in this state, up to `most`.
///
/// # Errors
/// A fault of the database.
pub fn count(
    conn: &mut Conn,
    webhook: Id<Webhook>,
    state: DeliveryState,
    most: i64,
) -> Result<i64> {
    let some = d::table
        .filter(d::webhook_id.eq(webhook))
        .filter(sql::<Bool>(stands(state)))
        .limit(most)
        .select(d::id);
    let ids: Vec<Id<WebhookDelivery>> = some.load(conn)?;
    Ok(i64::try_from(ids.len()).unwrap_or(most))
}

/// Every attempt of a delivery, the first first.
///
/// # Errors
/// A fault of the database.
pub fn attempts(conn: &mut Conn, id: Id<WebhookDelivery>) -> Result<Vec<DeliveryAttempt>> {
    type Row = (Time, Option<i16>, Option<i16>, i32);
    let rows: Vec<Row> = a::table
        .filter(a::delivery_id.eq(id))
        .order(a::number)
        .select((a::at, a::status, a::failure, a::millis))
        .load(conn)?;
    let read = |(at, status, failure, millis): Row| attempt(at, status, failure, Some(millis));
    Ok(rows.into_iter().map(read).collect())
}

/// Has one sent once more, by a schedule of its own. One that waits already is due at once and not sent twice; one that is on its way
/// is settled by that. False when it is no more.
///
/// # Errors
/// A fault of the database.
pub fn send_again(tx: &mut Tx<'_>, id: Id<WebhookDelivery>, now: Time) -> Result<bool> {
    let changed = both!(tx, |c| diesel::update(d::table.find(id))
        .set((
            d::state.eq(DeliveryState::Waiting.number()),
            d::tries.eq(0_i16),
            d::due_at.eq(now),
        ))
        .execute(c))?;
    Ok(changed == 1)
}

/// The same with all of a webhook that were given up; how many.
///
/// # Errors
/// A fault of the database.
pub fn send_failed_again(tx: &mut Tx<'_>, webhook: Id<Webhook>, now: Time) -> Result<usize> {
    let failed = d::table
        .filter(d::webhook_id.eq(webhook))
        .filter(sql::<Bool>(GIVEN_UP));
    Ok(both!(tx, |c| diesel::update(failed)
        .set((
            d::state.eq(DeliveryState::Waiting.number()),
            d::tries.eq(0_i16),
            d::due_at.eq(now),
        ))
        .execute(c))?)
}

/// What a webhook did not take waits no longer, and begins anew: the oldest first.
///
/// # Errors
/// A fault of the database.
pub fn hurry(tx: &mut Tx<'_>, webhook: Id<Webhook>, now: Time) -> Result<()> {
    let waits = d::table
        .filter(d::webhook_id.eq(webhook))
        .filter(sql::<Bool>(WAITS))
        .filter(d::due_at.gt(now));
    both!(tx, |c| diesel::update(waits)
        .set((d::tries.eq(0_i16), d::due_at.eq(d::happened_at)))
        .execute(c))?;
    Ok(())
}

/// Whether one is there that was promised before.
///
/// # Errors
/// A fault of the database.
pub fn is_older(conn: &mut Conn, before: Time) -> Result<bool> {
    // in their order: else PostgreSQL reads all of them to find that there is none
    let old = d::table
        .filter(d::id.lt(Id::<WebhookDelivery>::first_of(before)))
        .order(d::id)
        .select(d::id);
    Ok(old.first::<Id<WebhookDelivery>>(conn).optional()?.is_some())
}

/// Deletes at most `most` that were promised before: whatever became of them. How many.
///
/// # Errors
/// A fault of the database.
pub fn forget(tx: &mut Tx<'_>, before: Time, most: i64) -> Result<usize> {
    // ids grow with time, so that the key's own index leads to the oldest
    let old = d::table
        .filter(d::id.lt(Id::<WebhookDelivery>::first_of(before)))
        .order(d::id)
        .limit(most)
        .select(d::id);
    let ids: Vec<Id<WebhookDelivery>> = old.load(&mut **tx)?;
    Ok(both!(tx, |c| diesel::delete(
        d::table.filter(d::id.eq_any(&ids))
    )
    .execute(c))?)
}
