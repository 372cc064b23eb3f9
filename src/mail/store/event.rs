//! Networks where many people sign at once.

use crate::base::{Id, Time};
use crate::db::schema::events as e;
use crate::db::{Conn, Result, Tx};
use crate::mail::event::{Event, MOST_EVENTS};
use crate::mail::model::Campaign;
use diesel::prelude::*;

#[derive(Queryable, Selectable)]
#[diesel(table_name = e)]
struct EventRow {
    id: Id<Event>,
    network: String,
    petition_id: Option<Id<Campaign>>,
    until: Time,
}

/// Names one.
pub fn add_event(tx: &mut Tx<'_>, event: &Event, now: Time) -> Result<()> {
    diesel::insert_into(e::table)
        .values((
            e::id.eq(Id::<Event>::new(now)),
            e::network.eq(event.network.to_string()),
            e::petition_id.eq(event.petition),
            e::until.eq(event.until),
            e::created_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// The same, unless there are so many already that no more are taken. Whether it was taken.
///
/// # Errors
/// A fault of the database.
pub fn add_event_if_few(tx: &mut Tx<'_>, event: &Event, now: Time) -> Result<bool> {
    let running = e::table.filter(e::until.gt(now)).count();
    let running: i64 = running.get_result(&mut **tx)?;
    if usize::try_from(running).is_ok_and(|running| running >= MOST_EVENTS) {
        return Ok(false);
    }
    add_event(tx, event, now)?;
    Ok(true)
}

/// Those that are not over, the first to end first.
pub fn events(conn: &mut Conn, now: Time) -> Result<Vec<Event>> {
    let all = events_with_keys(conn, now)?;
    Ok(all.into_iter().map(|(_, event)| event).collect())
}

/// The same, each with its key.
///
/// # Errors
/// A fault of the database.
pub fn events_with_keys(conn: &mut Conn, now: Time) -> Result<Vec<(Id<Event>, Event)>> {
    let rows: Vec<EventRow> = e::table
        .filter(e::until.gt(now))
        .order((e::until, e::id))
        .select(EventRow::as_select())
        .load(conn)?;
    let read = |row: EventRow| {
        let event = Event {
            network: row.network.parse().ok()?,
            petition: row.petition_id,
            until: row.until,
        };
        Some((row.id, event))
    };
    Ok(rows.into_iter().filter_map(read).collect())
}

/// Ends one before its time. Whether there was one.
///
/// # Errors
/// A fault of the database.
pub fn end_event(tx: &mut Tx<'_>, id: Id<Event>) -> Result<bool> {
    Ok(diesel::delete(e::table.find(id)).execute(&mut **tx)? > 0)
}

/// Forgets those that are over.
pub fn forget_events(tx: &mut Tx<'_>, now: Time) -> Result<usize> {
    Ok(diesel::delete(e::table.filter(e::until.le(now))).execute(&mut **tx)?)
}
