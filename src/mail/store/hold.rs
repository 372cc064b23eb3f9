//! Silence of all mail: after a restore nothing leaves until the operator says so.

use super::codes::WAITS;
use super::outcome::{MailState, close};
use crate::base::{Id, Time};
use crate::both;
use crate::db::schema::{mail_holds as h, outbox as o};
use crate::db::{Conn, Result, Tx};
use crate::mail::model::{Kind, Outbox};
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::Bool;

/// Letters thrown away in one statement.
const AT_ONCE: usize = 500;

/// What became of the letters that waited.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReleasedMail {
    /// Letters that go out now, each when it is due.
    pub waiting: i64,
    /// Letters of before the silence that were thrown away, because they had waited longer than their kind is tried for, by kind.
    pub too_old: Vec<(Kind, i64)>,
}

/// Holds all mail back from now on. Where it is held already, it is so since then.
///
/// # Errors
/// A fault of the database.
pub fn hold_mail(tx: &mut Tx<'_>, now: Time) -> Result<()> {
    both!(tx, |c| diesel::insert_into(h::table)
        .values((h::id.eq(1_i16), h::since.eq(now)))
        .on_conflict_do_nothing()
        .execute(c))?;
    Ok(())
}

/// Since when all mail is held back; none while it goes out.
///
/// # Errors
/// A fault of the database.
pub fn mail_held_since(conn: &mut Conn) -> Result<Option<Time>> {
    Ok(h::table.select(h::since).first(conn).optional()?)
}

/// Lets mail go out again, but for letters that nobody waits for any more. None where it was not held.
///
/// # Errors
/// A fault of the database; it stays held then.
pub fn release_mail(tx: &mut Tx<'_>, now: Time) -> Result<Option<ReleasedMail>> {
    let Some(since) = mail_held_since(tx)? else {
        return Ok(None);
    };
    let mut released = ReleasedMail::default();
    for kind in Kind::ALL {
        // Of what was queued since, somebody waits for every letter.
        let before = now.minus(kind.is_tried_for()).min(since);
        let waiting = || {
            o::table
                .filter(sql::<Bool>(WAITS))
                .filter(o::kind.eq(kind.number()))
        };
        let old: Vec<Id<Outbox>> = both!(tx, |c| waiting()
            .filter(o::created_at.lt(before))
            .select(o::id)
            .load(c))?;
        for some in old.chunks(AT_ONCE) {
            close(tx, some, MailState::Skipped, "too old", now)?;
        }
        if !old.is_empty() {
            let many = i64::try_from(old.len()).unwrap_or(i64::MAX);
            released.too_old.push((kind, many));
        }
        let left: i64 = both!(tx, |c| waiting().count().get_result(c))?;
        released.waiting += left;
    }
    both!(tx, |c| diesel::delete(h::table).execute(c))?;
    Ok(Some(released))
}
