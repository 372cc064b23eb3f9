//! Whether mail goes out as it is set up: what was heard last of each way it was set up.

use crate::base::Time;
use crate::base::time::hours;
use crate::db::schema::{mail_checks as k, outbox as o};
use crate::db::{Conn, Result, Tx};
use crate::mail::outgoing::MailMark;
use diesel::prelude::*;
use std::time::Duration;

/// That letters go on being taken is written this seldom: each handful of them would write the same row.
const NOTED_EVERY: Duration = hours(1);

#[derive(Queryable, Selectable)]
#[diesel(table_name = k)]
struct MailCheckRow {
    is_accepted: bool,
    outcome: String,
    checked_at: Time,
}

/// Whether letters would go out as mail is set up now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MailStanding {
    /// The relay has taken a letter.
    GoesOut,
    /// Nobody has tried.
    Untried,
    /// The last test message was not taken; why, as the outbox keeps it.
    Fails(String),
}

fn find(conn: &mut Conn, mark: &MailMark) -> Result<Option<MailCheckRow>> {
    Ok(k::table
        .find(mark.as_str())
        .select(MailCheckRow::as_select())
        .first(conn)
        .optional()?)
}

/// How mail stands that is set up this way. Where nothing was ever noted of any way and the outbox knows of letters that were taken,
/// a program before this table has sent them: such a site goes on.
///
/// # Errors
/// A fault of the database.
pub fn mail_standing(conn: &mut Conn, mark: &MailMark) -> Result<MailStanding> {
    if let Some(row) = find(conn, mark)? {
        return Ok(match row.is_accepted {
            true => MailStanding::GoesOut,
            false => MailStanding::Fails(row.outcome),
        });
    }
    let noted: Option<String> = k::table.select(k::mark).first(conn).optional()?;
    let sent = o::table.filter(o::state.eq(1_i16)).select(o::state);
    let sent: Option<i16> = sent.first(conn).optional()?;
    Ok(match (noted, sent) {
        (None, Some(_)) => MailStanding::GoesOut,
        _ => MailStanding::Untried,
    })
}

/// Notes what was heard of this way.
///
/// # Errors
/// A fault of the database.
pub fn note_mail_check(
    tx: &mut Tx<'_>,
    mark: &MailMark,
    (is_accepted, outcome): (bool, &str),
    now: Time,
) -> Result<()> {
    // read first: where nothing changes no row is locked, which many workers would wait for
    let known = find(tx, mark)?;
    let is_known = known.is_some_and(|known| {
        is_accepted && known.is_accepted && now.since(known.checked_at) < NOTED_EVERY
    });
    if is_known {
        return Ok(());
    }
    let fresh = (
        k::is_accepted.eq(is_accepted),
        k::outcome.eq(outcome),
        k::checked_at.eq(now),
    );
    crate::both!(tx, |c| diesel::insert_into(k::table)
        .values((k::mark.eq(mark.as_str()), fresh))
        .on_conflict(k::mark)
        .do_update()
        .set(fresh)
        .execute(c))?;
    Ok(())
}
