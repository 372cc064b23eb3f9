//! Networks where many people sign at once.

use crate::base::{Id, Time};
use crate::db::schema::events as e;
use crate::db::{Conn, Result, Tx};
use crate::mail::model::Campaign;
use crate::mail::pace::Event;
use diesel::prelude::*;

#[derive(Queryable, Selectable)]
#[diesel(table_name = e)]
struct EventRow {
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

/// Those that are not over, the first to end first.
pub fn events(conn: &mut Conn, now: Time) -> Result<Vec<Event>> {
    let rows: Vec<EventRow> = e::table
        .filter(e::until.gt(now))
        .order(e::until)
        .select(EventRow::as_select())
        .load(conn)?;
    let read = |row: EventRow| {
        Some(Event {
            network: row.network.parse().ok()?,
            petition: row.petition_id,
            until: row.until,
        })
    };
    Ok(rows.into_iter().filter_map(read).collect())
}

/// Forgets those that are over.
pub fn forget_events(tx: &mut Tx<'_>, now: Time) -> Result<usize> {
    Ok(diesel::delete(e::table.filter(e::until.le(now))).execute(&mut **tx)?)
}
