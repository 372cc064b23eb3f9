//! Which instance sends to which webhook, and what became of it. One at a time, so that a delivery is never on its way twice.

use super::codes::WAITS;
use super::webhooks::{WebhookRow, find};
use crate::base::time::seconds;
use crate::base::{Id, Time};
use crate::both;
use crate::db::schema::{webhook_attempts as a, webhook_deliveries as d, webhooks as w};
use crate::db::statements::prepared::kept;
use crate::db::statements::types::{Instant, Uid};
use crate::db::{Conn, Result, Tx, unnest};
use crate::insert_rows;
use crate::partner::webhook::model::{
    DeliveryAttempt, DeliveryFailure, DeliveryState, Webhook, WebhookDelivery, WebhookState,
};
use diesel::dsl::{exists, sql};
use diesel::expression::SqlLiteral;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Integer, Nullable, SmallInt};
use std::time::Duration;

/// An instance of the program, as far as others know it.
#[derive(Debug)]
pub enum SendingInstance {}

/// How long a webhook is nobody else's after a sign of life: longer than an attempt takes.
pub const LEASE: Duration = seconds(25);

/// What is due and free: something waits, it is on, its receiver is not left alone, and no other instance sends to it.
#[diesel::dsl::auto_type(no_type_alias)]
fn free(now: Time) -> _ {
    let stands: SqlLiteral<Bool> = sql(WAITS);
    let waits = d::table
        .filter(d::webhook_id.eq(w::id))
        .filter(stands)
        .filter(d::due_at.le(now))
        // the next of each webhook, by the index: without an offset PostgreSQL joins with all that waits
        .order((d::due_at, d::id))
        .limit(1_i64)
        .offset(0_i64);
    w::table
        .filter(w::state.eq(0_i16))
        .filter(w::rests_until.is_null().or(w::rests_until.le(now)))
        .filter(w::leased_until.is_null().or(w::leased_until.le(now)))
        .filter(exists(waits))
}

/// Whether anything is due that nobody sends: a cheap question, asked without waiting for the writer.
///
/// # Errors
/// A fault of the database.
pub fn is_free(conn: &mut Conn, now: Time) -> Result<bool> {
    let ids: Vec<Id<Webhook>> = free(now).select(w::id).limit(1).load(conn)?;
    Ok(!ids.is_empty())
}

/// Takes webhooks to which something is due, at most `most`: nobody else sends to them for as long as [`LEASE`].
///
/// # Errors
/// A fault of the database.
pub fn take(
    tx: &mut Tx<'_>,
    instance: Id<SendingInstance>,
    now: Time,
    most: i64,
) -> Result<Vec<Webhook>> {
    let query = free(now).order(w::id).limit(most);
    let rows: Vec<WebhookRow> = match &mut **tx {
        Conn::Sqlite(c) => query.select(WebhookRow::as_select()).load(c)?,
        Conn::Postgres(c) => query
            .select(WebhookRow::as_select())
            .for_update()
            .skip_locked()
            .load(c)?,
    };
    let taken: Vec<Webhook> = rows.into_iter().map(WebhookRow::into).collect();
    let ids: Vec<_> = taken.iter().map(|one| one.id).collect();
    let lease = (
        w::leased_by.eq(instance),
        w::leased_until.eq(now.plus(LEASE)),
    );
    both!(tx, |c| diesel::update(w::table.filter(w::id.eq_any(&ids)))
        .set(lease)
        .execute(c))?;
    Ok(taken)
}

/// Keeps one for as long again; none when it is another's by now, or not on.
///
/// # Errors
/// A fault of the database.
pub fn keep(
    tx: &mut Tx<'_>,
    id: Id<Webhook>,
    instance: Id<SendingInstance>,
    now: Time,
) -> Result<Option<Webhook>> {
    let mine = w::table.find(id).filter(w::leased_by.eq(instance));
    let kept = both!(tx, |c| diesel::update(mine)
        .set(w::leased_until.eq(now.plus(LEASE)))
        .execute(c))?;
    Ok(match kept {
        1 => find(tx, id)?.filter(|webhook| webhook.state == WebhookState::On),
        _ => None,
    })
}

/// Leaves one to whoever wants it.
///
/// # Errors
/// A fault of the database.
pub fn leave(tx: &mut Tx<'_>, id: Id<Webhook>, instance: Id<SendingInstance>) -> Result<()> {
    let mine = w::table.find(id).filter(w::leased_by.eq(instance));
    both!(tx, |c| diesel::update(mine)
        .set((
            w::leased_by.eq(None::<Id<SendingInstance>>),
            w::leased_until.eq(None::<Time>)
        ))
        .execute(c))?;
    Ok(())
}

/// A delivery that was tried, and where it stands now.
#[derive(Debug, Clone)]
pub struct TriedDelivery {
    /// Which.
    pub id: Id<WebhookDelivery>,
    /// The number of the attempt.
    pub number: i16,
    /// What became of it.
    pub attempt: DeliveryAttempt,
    /// Where it stands now.
    pub state: DeliveryState,
    /// Attempts that count against the schedule.
    pub tries: i16,
    /// When it is tried again, if it waits.
    pub due_at: Time,
}

impl TriedDelivery {
    fn status(&self) -> Option<i16> {
        self.attempt
            .status
            .and_then(|status| i16::try_from(status).ok())
    }

    fn failure(&self) -> Option<i16> {
        self.attempt.failure.map(DeliveryFailure::number)
    }
}

/// Writes down what became of deliveries that were tried. Those that were deleted meanwhile are left out.
///
/// # Errors
/// A fault of the database.
pub fn record(tx: &mut Tx<'_>, tried: &[TriedDelivery]) -> Result<()> {
    if tried.is_empty() {
        return Ok(());
    }
    let there = there(tx, tried)?;
    let tried: Vec<_> = tried.iter().filter(|one| there.contains(&one.id)).collect();
    if tried.is_empty() {
        return Ok(());
    }
    match &mut **tx {
        Conn::Sqlite(c) => {
            for one in &tried {
                kept("update webhook_deliveries set state = ")
                    .with::<SmallInt, _>(one.state.number(), ", attempts = ")
                    .with::<SmallInt, _>(one.number, ", tries = ")
                    .with::<SmallInt, _>(one.tries, ", due_at = ")
                    .with::<Instant, _>(one.due_at, ", tried_at = ")
                    .with::<Instant, _>(one.attempt.at, ", status = ")
                    .with::<Nullable<SmallInt>, _>(one.status(), ", failure = ")
                    .with::<Nullable<SmallInt>, _>(one.failure(), ", millis = ")
                    .with::<Integer, _>(one.attempt.millis, " where id = ")
                    .with::<Uid, _>(one.id, "")
                    .execute(c)?;
            }
        }
        Conn::Postgres(c) => {
            let of = || tried.iter();
            unnest(
                "update webhook_deliveries d set state = u.state, attempts = u.number, tries = u.tries, due_at = u.due_at, \
                 tried_at = u.at, status = u.status, failure = u.failure, millis = u.millis from",
                "as u (id, state, number, tries, due_at, at, status, failure, millis) where d.id = u.id",
            )
            .with::<Uid, _>(of().map(|one| one.id).collect::<Vec<_>>())
            .with::<SmallInt, _>(of().map(|one| one.state.number()).collect::<Vec<_>>())
            .with::<SmallInt, _>(of().map(|one| one.number).collect::<Vec<_>>())
            .with::<SmallInt, _>(of().map(|one| one.tries).collect::<Vec<_>>())
            .with::<Instant, _>(of().map(|one| one.due_at).collect::<Vec<_>>())
            .with::<Instant, _>(of().map(|one| one.attempt.at).collect::<Vec<_>>())
            .with::<Nullable<SmallInt>, _>(of().map(|one| one.status()).collect::<Vec<_>>())
            .with::<Nullable<SmallInt>, _>(of().map(|one| one.failure()).collect::<Vec<_>>())
            .with::<Integer, _>(of().map(|one| one.attempt.millis).collect::<Vec<_>>())
            .execute(c)?;
        }
    }
    insert_rows!(tx, "webhook_attempts" on_conflict_do_nothing, a, for one in &tried, {
        delivery_id: Uid = one.id,
        number: SmallInt = one.number,
        at: Instant = one.attempt.at,
        status: Nullable<SmallInt> = one.status(),
        failure: Nullable<SmallInt> = one.failure(),
        millis: Integer = one.attempt.millis,
    });
    Ok(())
}

/// Which of them are there still, and stay so until the commit.
fn there(tx: &mut Tx<'_>, tried: &[TriedDelivery]) -> Result<Vec<Id<WebhookDelivery>>> {
    let ids: Vec<_> = tried.iter().map(|one| one.id).collect();
    let found = d::table.filter(d::id.eq_any(&ids)).select(d::id);
    Ok(match &mut **tx {
        Conn::Sqlite(c) => found.load(c)?,
        Conn::Postgres(c) => found.for_update().load(c)?,
    })
}

/// So many handfuls in a row that were not taken are an outage, and not something about what was sent.
const OUTAGE: i32 = 3;

/// The receiver takes what it is sent: what it did not take while it was out is due at once, the oldest first.
///
/// # Errors
/// A fault of the database.
pub fn is_well(tx: &mut Tx<'_>, webhook: &Webhook, now: Time) -> Result<()> {
    let Some(since) = webhook.failing_since else {
        return Ok(());
    };
    let well = (
        w::failing_since.eq(None::<Time>),
        w::failures.eq(0),
        w::rests_until.eq(None::<Time>),
    );
    both!(tx, |c| diesel::update(w::table.find(webhook.id))
        .set(well)
        .execute(c))?;
    if webhook.failures < OUTAGE {
        return Ok(());
    }
    let waited = d::table
        .filter(d::webhook_id.eq(webhook.id))
        .filter(sql::<Bool>(WAITS))
        .filter(d::due_at.gt(now))
        .filter(d::tried_at.ge(since));
    both!(tx, |c| diesel::update(waited)
        .set(d::due_at.eq(d::happened_at))
        .execute(c))?;
    Ok(())
}

/// The receiver took nothing: since when, how often by now, and until when it is left alone.
///
/// # Errors
/// A fault of the database.
pub fn is_out(
    tx: &mut Tx<'_>,
    id: Id<Webhook>,
    (since, failures): (Time, i32),
    rests_until: Option<Time>,
) -> Result<()> {
    both!(tx, |c| diesel::update(w::table.find(id))
        .set((
            w::failing_since.eq(since),
            w::failures.eq(failures),
            w::rests_until.eq(rests_until)
        ))
        .execute(c))?;
    Ok(())
}
