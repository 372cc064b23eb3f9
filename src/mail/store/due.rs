//! What is due, and what its mailbox has had already.

use super::codes::{ERASED, UNCLEAR, WAITS};
use super::outcome::release;
use crate::base::{Id, Lang, Time};
use crate::db::schema::{outbox as o, suppressions as s};
use crate::db::{Conn, Result, Tx};
use crate::mail::model::{Campaign, Kind, Outbox, OutboxMessage, Subject};
use diesel::dsl::{exists, select, sql};
use diesel::prelude::*;
use diesel::sql_types::Bool;

#[derive(Queryable, Selectable)]
#[diesel(table_name = o)]
struct OutboxRow {
    id: Id<Outbox>,
    kind: i16,
    petition_id: Option<Id<Campaign>>,
    subject_id: Id<Subject>,
    lang: String,
    recipient: Option<String>,
    arguments: Option<String>,
    address_key: Vec<u8>,
    taken_at: Option<Time>,
    attempts: i16,
    outcome: Option<String>,
    created_at: Time,
}

impl OutboxRow {
    /// `None` for a kind this program does not know: a newer one wrote it and will send it.
    fn message(self) -> Option<OutboxMessage> {
        Some(OutboxMessage {
            id: self.id,
            kind: Kind::from_number(self.kind)?,
            petition: self.petition_id,
            subject: self.subject_id,
            lang: Lang::parse(&self.lang).unwrap_or(Lang::EN),
            recipient: self.recipient,
            arguments: self.arguments,
            mailbox: self.address_key.try_into().ok()?,
            attempts: self.attempts,
            is_unclear: self.outcome.as_deref() == Some(UNCLEAR),
            taken_at: self.taken_at,
            created_at: self.created_at,
        })
    }
}

/// True when anything is due: a cheap question, asked each second without waiting for the writer.
pub fn is_due(conn: &mut Conn, now: Time) -> Result<bool> {
    for priority in 0..4_i16 {
        let waiting = o::table
            .filter(sql::<Bool>(WAITS))
            .filter(o::priority.eq(priority))
            .filter(o::due_at.le(now));
        if crate::both!(conn, |c| select(exists(waiting)).get_result::<bool>(c))? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// One worker at a time decides what is taken, over all instances: a mailbox's budget is counted
/// and used up in one step. SQLite's writer is alone anyway.
pub fn lock(tx: &mut Tx<'_>) -> Result<()> {
    if let Conn::Postgres(c) = &mut **tx {
        diesel::sql_query("select pg_advisory_xact_lock(7305806162)").execute(c)?;
    }
    Ok(())
}

/// What is due, the most urgent first, at most `most`; and the ids of rows this program cannot read.
pub fn due(tx: &mut Tx<'_>, now: Time, most: i64) -> Result<(Vec<OutboxMessage>, Vec<Id<Outbox>>)> {
    let (mut messages, mut foreign) = (Vec::new(), Vec::new());
    let mut left = most;
    for priority in 0..4_i16 {
        let query = o::table
            .filter(sql::<Bool>(WAITS))
            .filter(o::priority.eq(priority))
            .filter(o::due_at.le(now))
            .order((o::due_at, o::id))
            .limit(left);
        let rows: Vec<OutboxRow> = match &mut **tx {
            Conn::Sqlite(c) => query.select(OutboxRow::as_select()).load(c)?,
            Conn::Postgres(c) => query
                .select(OutboxRow::as_select())
                .for_update()
                .skip_locked()
                .load(c)?,
        };
        left -= i64::try_from(rows.len()).unwrap_or(left);
        for row in rows {
            let id = row.id;
            match row.message() {
                Some(message) => messages.push(message),
                None => foreign.push(id),
            }
        }
        if left <= 0 {
            break;
        }
    }
    Ok((messages, foreign))
}

/// A mail a mailbox has had, or is about to have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EarlierMail {
    /// Keyed hash of the mailbox.
    pub mailbox: [u8; 32],
    /// Under which petition.
    pub petition: Option<Id<Campaign>>,
    /// Which mail.
    pub kind: Kind,
    /// What it was about.
    pub subject: Id<Subject>,
    /// When it was taken to be sent.
    pub taken_at: Time,
}

/// What these mailboxes have had, as far back as the outbox goes.
pub fn past(conn: &mut Conn, mailboxes: &[&[u8]]) -> Result<Vec<EarlierMail>> {
    let rows: Vec<PastRow> = crate::both!(conn, |c| o::table
        .filter(o::address_key.eq_any(mailboxes))
        .filter(o::taken_at.is_not_null())
        .filter(o::state.le(1_i16))
        .select((
            o::address_key,
            o::petition_id,
            o::kind,
            o::subject_id,
            o::taken_at,
        ))
        .load(c))?;
    let past = rows.into_iter().filter_map(|row| {
        Some(EarlierMail {
            mailbox: row.address_key.try_into().ok()?,
            petition: row.petition_id,
            kind: Kind::from_number(row.kind)?,
            subject: row.subject_id,
            taken_at: row.taken_at?,
        })
    });
    Ok(past.collect())
}

#[derive(Queryable)]
struct PastRow {
    address_key: Vec<u8>,
    petition_id: Option<Id<Campaign>>,
    kind: i16,
    subject_id: Id<Subject>,
    taken_at: Option<Time>,
}

/// A mailbox that is not written to.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Suppression {
    /// Keyed hash of the mailbox.
    pub mailbox: Vec<u8>,
    /// For this petition; `None` for all.
    pub petition: Option<Id<Campaign>>,
    /// Why.
    pub reason: i16,
    /// Until when.
    pub until: Option<Time>,
    /// Since when.
    pub since: Time,
    /// SHA-256 of the cookie of the browser that asked for it, which it does not bar.
    pub browser: Option<Vec<u8>>,
}

/// Which of these mailboxes are not written to now, or only now and then.
pub fn suppressed(conn: &mut Conn, mailboxes: &[&[u8]], now: Time) -> Result<Vec<Suppression>> {
    Ok(crate::both!(conn, |c| s::table
        .filter(s::address_key.eq_any(mailboxes))
        .filter(
            s::until
                .is_null()
                .or(s::until.gt(now))
                .or(s::reason.eq(ERASED)),
        )
        .select((
            s::address_key,
            s::petition_id,
            s::reason,
            s::until,
            s::created_at,
            s::browser,
        ))
        .load(c))?)
}

/// Letters about this that this mailbox was sent, the first first; the time is that of the first try.
pub fn sent_about(
    conn: &mut Conn,
    mailbox: [u8; 32],
    subject: Id<Subject>,
) -> Result<Vec<(Kind, Time)>> {
    Ok(o::table
        .filter(o::address_key.eq(mailbox.as_slice()))
        .filter(o::taken_at.is_not_null())
        .filter(o::subject_id.eq(subject))
        .filter(o::state.eq(1_i16))
        .order(o::taken_at)
        .select((o::kind, o::taken_at))
        .load::<(i16, Option<Time>)>(conn)?
        .into_iter()
        .filter_map(|(kind, at)| Kind::from_number(kind).zip(at))
        .collect())
}

/// Takes these for a while: nobody else takes them before `until`. Those taken for the first time are paid for by their mailboxes, and
/// from now on it counts how long they are tried.
pub fn lease(tx: &mut Tx<'_>, taken: &[OutboxMessage], now: Time, until: Time) -> Result<()> {
    let (again, first): (Vec<&OutboxMessage>, Vec<&OutboxMessage>) =
        taken.iter().partition(|one| one.taken_at.is_some());
    let again: Vec<Id<Outbox>> = again.iter().map(|one| one.id).collect();
    let first: Vec<Id<Outbox>> = first.iter().map(|one| one.id).collect();
    release(tx, &again, until)?;
    let changes = (o::due_at.eq(until), o::taken_at.eq(now));
    match &mut **tx {
        Conn::Sqlite(c) => {
            for id in first {
                diesel::update(o::table.find(id)).set(changes).execute(c)?;
            }
        }
        Conn::Postgres(c) => {
            diesel::update(o::table.filter(o::id.eq_any(first)))
                .set(changes)
                .execute(c)?;
        }
    }
    Ok(())
}

/// Not before `at`, without being taken.
pub fn put_off(tx: &mut Tx<'_>, id: Id<Outbox>, at: Time) -> Result<()> {
    crate::both!(tx, |c| diesel::update(o::table.find(id))
        .set(o::due_at.eq(at))
        .execute(c))?;
    Ok(())
}
