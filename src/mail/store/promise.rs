//! Promises into the outbox.

use super::codes::WAITS;
use crate::base::{Id, Time};
use crate::db::schema::outbox as o;
use crate::db::statements::types::{Instant, Uid};
use crate::db::unnest;
use crate::db::{Conn, Result, Tx};
use crate::mail::model::{Kind, NewMessage, Outbox};
use diesel::dsl::{exists, select, sql};
use diesel::prelude::*;
use diesel::sql_types::{Binary, Bool, Nullable, SmallInt, Text};

macro_rules! column {
    ($rows:expr, |$one:ident| $value:expr) => {
        $rows.iter().map(|$one| $value).collect::<Vec<_>>()
    };
}

/// Writes promised letters; one whose `once_key` is there already is left out.
pub fn insert_all(tx: &mut Tx<'_>, letters: &[NewMessage], now: Time) -> Result<()> {
    match &mut **tx {
        Conn::Sqlite(c) => {
            for one in letters {
                diesel::insert_into(o::table)
                    .values((
                        o::id.eq(Id::<Outbox>::new(now)),
                        o::kind.eq(one.kind.number()),
                        o::priority.eq(one.priority()),
                        o::petition_id.eq(one.petition),
                        o::subject_id.eq(one.subject),
                        o::lang.eq(one.lang.as_str()),
                        o::recipient.eq(one.recipient.as_deref()),
                        o::arguments.eq(one.arguments.as_deref()),
                        o::address_key.eq(one.mailbox.as_slice()),
                        o::once_key.eq(one.once_key.as_deref()),
                        o::due_at.eq(one.due_at),
                        o::created_at.eq(now),
                    ))
                    .on_conflict_do_nothing()
                    .execute(c)?;
            }
        }
        Conn::Postgres(c) => {
            unnest(
                "insert into outbox (id, kind, priority, petition_id, subject_id, lang, recipient, \
                 arguments, address_key, once_key, due_at, created_at) select * from",
                "on conflict do nothing",
            )
            .with::<Uid, _>(column!(letters, |_one| Id::<Outbox>::new(now)))
            .with::<SmallInt, _>(column!(letters, |one| one.kind.number()))
            .with::<SmallInt, _>(column!(letters, |one| one.priority()))
            .with::<Nullable<Uid>, _>(column!(letters, |one| one.petition))
            .with::<Uid, _>(column!(letters, |one| one.subject))
            .with::<Text, _>(column!(letters, |one| one.lang.as_str()))
            .with::<Nullable<Text>, _>(column!(letters, |one| one.recipient.as_deref()))
            .with::<Nullable<Text>, _>(column!(letters, |one| one.arguments.as_deref()))
            .with::<Binary, _>(column!(letters, |one| one.mailbox.as_slice()))
            .with::<Nullable<Text>, _>(column!(letters, |one| one.once_key.as_deref()))
            .with::<Instant, _>(column!(letters, |one| one.due_at))
            .with::<Instant, _>(vec![now; letters.len()])
            .execute(c)?;
        }
    }
    Ok(())
}

/// How many letters wait to be sent, by kind; for metrics and readiness, not for visitors.
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

/// Whether a letter of this kind waits to be sent.
pub fn waits(conn: &mut Conn, kind: Kind) -> Result<bool> {
    let waiting = o::table
        .filter(sql::<Bool>(WAITS))
        .filter(o::kind.eq(kind.number()));
    Ok(select(exists(waiting)).get_result(conn)?)
}
