//! Messages into the outbox.

use super::codes::WAITS;
use crate::base::{Id, Time};
use crate::db::schema::outbox as o;
use crate::db::statements::types::{Instant, Uid};
use crate::db::{Conn, Result, Tx};
use crate::insert_rows;
use crate::mail::model::{Kind, NewMessage, Outbox};
use diesel::dsl::{exists, select, sql};
use diesel::prelude::*;
use diesel::sql_types::{Binary, Bool, Nullable, SmallInt, Text};

/// Writes queued mails; one whose `once_key` is there already is left out.
pub fn insert_all(tx: &mut Tx<'_>, messages: &[NewMessage], now: Time) -> Result<()> {
    insert_rows!(tx, "outbox" on_conflict_do_nothing, o, for one in messages, {
        id: Uid = Id::<Outbox>::new(now),
        kind: SmallInt = one.kind.number(),
        priority: SmallInt = one.priority(),
        petition_id: Nullable<Uid> = one.petition,
        subject_id: Uid = one.subject,
        lang: Text = one.lang.as_str(),
        recipient: Nullable<Text> = one.recipient.as_deref(),
        arguments: Nullable<Text> = one.arguments.as_deref(),
        address_key: Binary = one.mailbox.as_slice(),
        once_key: Nullable<Text> = one.once_key.as_deref(),
        due_at: Instant = one.due_at,
        created_at: Instant = now,
    });
    Ok(())
}

/// How many mails wait to be sent, by kind; for metrics and readiness, not for visitors.
pub fn waiting(conn: &mut Conn) -> Result<Vec<(Kind, i64)>> {
    Ok(o::table
        .filter(sql::<Bool>(WAITS))
        .group_by(o::kind)
        .select((o::kind, diesel::dsl::count_star()))
        .load::<(i16, i64)>(conn)?
        .into_iter()
        .filter_map(|(kind, rows)| Kind::from_number(kind).map(|kind| (kind, rows)))
        .collect())
}

/// Whether a mail of this kind waits to be sent.
pub fn waits(conn: &mut Conn, kind: Kind) -> Result<bool> {
    let waiting = o::table
        .filter(sql::<Bool>(WAITS))
        .filter(o::kind.eq(kind.number()));
    Ok(select(exists(waiting)).get_result(conn)?)
}
