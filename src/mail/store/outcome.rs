//! What became of mails that were taken.

use super::codes::{ERASED, UNCLEAR, UNKNOWN, WAITS};
use crate::base::{Id, Time};
use crate::db::schema::{outbox as o, suppressions as s};
use crate::db::{Conn, Result, Tx};
use crate::mail::model::{Campaign, Outbox, Subject};
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::Bool;

/// How a mail ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MailState {
    /// The relay took it.
    Sent,
    /// It will not be tried again.
    Failed,
    /// There was nothing to send, or nothing may be sent.
    Skipped,
}

impl MailState {
    fn number(self) -> i16 {
        match self {
            Self::Sent => 1,
            Self::Failed => 2,
            Self::Skipped => 3,
        }
    }
}

/// What became of one mail.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum MailOutcome {
    /// It is settled; recipient and arguments are shredded. The text is a code or a reason.
    For(MailState, String),
    /// It is tried again at this time; the number of failed tries is now this.
    Again {
        /// When.
        at: Time,
        /// Failed tries so far.
        attempts: i16,
        /// True when the last try may have been a success.
        is_unclear: bool,
        /// Why the last try failed, as for a mail that is settled; empty where nobody tried.
        why: String,
    },
}

/// Stores what became of mails, in as few statements as their endings allow. A mail that
/// somebody else has settled meanwhile is left alone.
pub fn settle(tx: &mut Tx<'_>, ended: &[(MailOutcome, Id<Outbox>)], now: Time) -> Result<()> {
    let mut ended = ended.to_vec();
    ended.sort();
    for same in ended.chunk_by(|(a, _), (b, _)| a == b) {
        let ids: Vec<Id<Outbox>> = same.iter().map(|(_, id)| *id).collect();
        match same.first() {
            Some((MailOutcome::For(state, outcome), _)) => close(tx, &ids, *state, outcome, now)?,
            Some((
                MailOutcome::Again {
                    at,
                    attempts,
                    is_unclear,
                    why,
                },
                _,
            )) => {
                let outcome = match (is_unclear, why.as_str()) {
                    (true, _) => UNCLEAR,
                    (false, "") => "again",
                    (false, why) => why,
                };
                reopen(tx, &ids, *at, *attempts, outcome)?;
            }
            None => {}
        }
    }
    Ok(())
}

/// Settles these, where they still wait, and shreds what was personal in them.
pub(super) fn close(
    tx: &mut Tx<'_>,
    ids: &[Id<Outbox>],
    state: MailState,
    outcome: &str,
    now: Time,
) -> Result<()> {
    let changes = (
        o::state.eq(state.number()),
        o::outcome.eq(outcome),
        o::settled_at.eq(now),
        o::recipient.eq(None::<&str>),
        o::arguments.eq(None::<&str>),
    );
    match &mut **tx {
        Conn::Sqlite(c) => {
            for id in ids {
                diesel::update(o::table.find(id).filter(o::state.eq(0_i16)))
                    .set(changes)
                    .execute(c)?;
            }
        }
        Conn::Postgres(c) => {
            diesel::update(
                o::table
                    .filter(o::id.eq_any(ids))
                    .filter(o::state.eq(0_i16)),
            )
            .set(changes)
            .execute(c)?;
        }
    }
    Ok(())
}

fn reopen(
    tx: &mut Tx<'_>,
    ids: &[Id<Outbox>],
    at: Time,
    attempts: i16,
    outcome: &str,
) -> Result<()> {
    let changes = (
        o::due_at.eq(at),
        o::attempts.eq(attempts),
        o::outcome.eq(outcome),
    );
    crate::both!(tx, |c| diesel::update(
        o::table
            .filter(o::id.eq_any(ids))
            .filter(o::state.eq(0_i16))
    )
    .set(changes)
    .execute(c))?;
    Ok(())
}

/// Gives back mails that were taken and not tried.
pub fn release(tx: &mut Tx<'_>, ids: &[Id<Outbox>], at: Time) -> Result<()> {
    crate::both!(tx, |c| diesel::update(
        o::table
            .filter(o::id.eq_any(ids))
            .filter(o::state.eq(0_i16))
    )
    .set(o::due_at.eq(at))
    .execute(c))?;
    Ok(())
}

/// These mailboxes are not written to before `until`: their servers do not know them.
pub fn suppress(tx: &mut Tx<'_>, mailboxes: &[[u8; 32]], now: Time, until: Time) -> Result<()> {
    for mailbox in mailboxes {
        let row = (
            s::id.eq(Id::<Outbox>::new(now)),
            s::address_key.eq(mailbox.as_slice()),
            s::reason.eq(UNKNOWN),
            s::until.eq(until),
            s::created_at.eq(now),
        );
        crate::both!(tx, |c| diesel::insert_into(s::table).values(row).execute(c))?;
    }
    Ok(())
}

/// Forgets settled mails queued before `before`, and suppressions that have ended; at most
/// `most` mails at once. True when none are left.
pub fn purge(tx: &mut Tx<'_>, before: Time, now: Time, most: i64) -> Result<bool> {
    let old: Vec<Id<Outbox>> = crate::both!(tx, |c| o::table
        // ids begin with their time, so this is a seek in the key
        .filter(o::id.lt(Id::<Outbox>::first_of(before)))
        .filter(o::state.ne(0_i16))
        .order(o::id)
        .limit(most)
        .select(o::id)
        .load(c))?;
    crate::both!(tx, |c| diesel::delete(o::table.filter(o::id.eq_any(&old)))
        .execute(c))?;
    let ended = s::table
        .filter(s::until.lt(now))
        .filter(s::reason.ne(ERASED));
    crate::both!(tx, |c| diesel::delete(ended).execute(c))?;
    Ok(i64::try_from(old.len()).is_ok_and(|gone| gone < most))
}

/// "This was not me": until then this mailbox hears nothing of what others type under this petition. What the browser that said
/// so types itself is its own wish.
pub fn bar_forms(
    tx: &mut Tx<'_>,
    mailbox: [u8; 32],
    petition: Id<Campaign>,
    browser: Option<[u8; 32]>,
    (now, until): (Time, Time),
) -> Result<()> {
    let row = (
        s::id.eq(Id::<Outbox>::new(now)),
        s::address_key.eq(mailbox.as_slice()),
        s::petition_id.eq(petition),
        s::reason.eq(0_i16),
        s::until.eq(until),
        s::created_at.eq(now),
        s::browser.eq(browser.map(Vec::from)),
    );
    crate::both!(tx, |c| diesel::insert_into(s::table).values(row).execute(c))?;
    Ok(())
}

/// Its owner wants no news, from whomever on this site, until then. Letters that somebody asks for go on.
pub fn bar_updates(tx: &mut Tx<'_>, mailbox: [u8; 32], until: Time, now: Time) -> Result<()> {
    let row = (
        s::id.eq(Id::<Outbox>::new(now)),
        s::address_key.eq(mailbox.as_slice()),
        s::reason.eq(0_i16),
        s::until.eq(until),
        s::created_at.eq(now),
    );
    diesel::insert_into(s::table)
        .values(row)
        .execute(&mut **tx)?;
    Ok(())
}

/// Settles whatever still waits about these, and shreds it: their owners are not to be written to.
pub fn call_off(tx: &mut Tx<'_>, subjects: &[Id<Subject>], now: Time) -> Result<()> {
    let waiting: Vec<Id<Outbox>> = crate::both!(tx, |c| o::table
        .filter(sql::<Bool>(WAITS))
        .filter(o::subject_id.eq_any(subjects))
        .select(o::id)
        .load(c))?;
    close(tx, &waiting, MailState::Skipped, "erased", now)
}

/// The owner of this mailbox had everything erased: whoever signs this petition with its address
/// makes it hear of that once a year at most.
pub fn erased(tx: &mut Tx<'_>, mailbox: [u8; 32], petition: Id<Campaign>, now: Time) -> Result<()> {
    let known = s::table
        .filter(s::address_key.eq(mailbox.as_slice()))
        .filter(s::petition_id.eq(petition))
        .filter(s::reason.eq(ERASED));
    crate::both!(tx, |c| diesel::delete(known).execute(c))?;
    let row = (
        s::id.eq(Id::<Outbox>::new(now)),
        s::address_key.eq(mailbox.as_slice()),
        s::petition_id.eq(petition),
        s::reason.eq(ERASED),
        s::until.eq(now),
        s::created_at.eq(now),
    );
    crate::both!(tx, |c| diesel::insert_into(s::table).values(row).execute(c))?;
    Ok(())
}

/// How many had everything erased under this petition since then.
pub fn erased_since(conn: &mut Conn, petition: Id<Campaign>, since: Time) -> Result<i64> {
    Ok(s::table
        .filter(s::petition_id.eq(petition))
        .filter(s::reason.eq(ERASED))
        .filter(s::created_at.ge(since))
        .count()
        .get_result(conn)?)
}

/// It has heard once; not again before `until`.
pub fn heard_once(
    tx: &mut Tx<'_>,
    mailbox: [u8; 32],
    petition: Id<Campaign>,
    until: Time,
) -> Result<()> {
    let row = s::table
        .filter(s::address_key.eq(mailbox.as_slice()))
        .filter(s::petition_id.eq(petition))
        .filter(s::reason.eq(ERASED));
    crate::both!(tx, |c| diesel::update(row)
        .set(s::until.eq(until))
        .execute(c))?;
    Ok(())
}

/// Settled mails about this petition, for whomever: each still says which mailbox had to do with it. Walks the whole outbox, so ask it
/// outside of a transaction.
pub fn about(conn: &mut Conn, petition: Id<Campaign>) -> Result<Vec<Id<Outbox>>> {
    let itself = petition.cast::<Subject>();
    Ok(o::table
        .filter(o::state.ne(0_i16))
        .filter(
            o::petition_id
                .eq(petition)
                .or(o::petition_id.is_null().and(o::subject_id.eq(itself))),
        )
        .select(o::id)
        .load(conn)?)
}

/// Deletes these mails.
pub fn delete(tx: &mut Tx<'_>, ids: &[Id<Outbox>]) -> Result<()> {
    let these = o::table.filter(o::id.eq_any(ids));
    crate::both!(tx, |c| diesel::delete(these).execute(c))?;
    Ok(())
}

/// Forgets which mailboxes wanted no mails about this petition, about which none is sent any more.
pub fn unbar(tx: &mut Tx<'_>, petition: Id<Campaign>) -> Result<()> {
    let barred = s::table.filter(s::petition_id.eq(petition));
    diesel::delete(barred).execute(&mut **tx)?;
    Ok(())
}
