//! Reasons in the database. Whoever changes one locks the petition's reasons first, so that the
//! counts move with it and two who change several never wait for each other.

use super::model::{Decision, Reason, ReasonCounts, ReasonState};
use crate::base::{Id, Lang, Remark, Time};
use crate::both;
use crate::db::schema::{reason_tallies as t, reasons as r};
use crate::db::{Conn, Error, Result, Tx};
use crate::petition::Petition;
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::Bool;
use std::collections::BTreeSet;

#[derive(Queryable, Selectable)]
#[diesel(table_name = r)]
struct ReasonRow {
    id: Id<Reason>,
    petition_id: Id<Petition>,
    state: i16,
    words: String,
    lang: String,
    revision: i64,
    reports: i32,
    typed_at: Time,
}

impl TryFrom<ReasonRow> for Reason {
    type Error = Error;

    fn try_from(row: ReasonRow) -> Result<Self> {
        Ok(Self {
            id: row.id,
            petition: row.petition_id,
            state: ReasonState::from_number(row.state),
            words: row.words,
            lang: Lang::parse(&row.lang).map_err(|_| Error::Refused("language"))?,
            revision: row.revision,
            reports: row.reports,
            typed_at: row.typed_at,
        })
    }
}

fn reasons(rows: Vec<ReasonRow>) -> Result<Vec<Reason>> {
    rows.into_iter().map(Reason::try_from).collect()
}

/// The reason with this key.
pub fn find(conn: &mut Conn, id: Id<Reason>) -> Result<Option<Reason>> {
    let row = r::table
        .find(id)
        .select(ReasonRow::as_select())
        .first::<ReasonRow>(conn)
        .optional()?;
    row.map(Reason::try_from).transpose()
}

/// Words that no mailbox has confirmed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable)]
pub struct Unconfirmed {
    /// Of which signature.
    pub id: Id<Reason>,
    /// Under which petition.
    pub petition: Id<Petition>,
    /// Which words.
    pub revision: i64,
}

/// Those of these keys that no mailbox has confirmed.
pub(crate) fn typed_among(conn: &mut Conn, ids: &[Id<Reason>]) -> Result<Vec<Unconfirmed>> {
    Ok(both!(conn, |c| r::table
        .filter(r::id.eq_any(ids))
        .filter(r::state.eq(ReasonState::Typed.number()))
        .select((r::id, r::petition_id, r::revision))
        .load(c))?)
}

/// A page of one state, the oldest first, from behind `after` on: a seek in the index of states. With those that wait
/// come those on the page that readers have reported.
pub fn oldest(
    conn: &mut Conn,
    petition: Id<Petition>,
    state: ReasonState,
    after: Option<Id<Reason>>,
    most: i64,
) -> Result<Vec<Reason>> {
    let after = after.unwrap_or(Id::from_bytes([0; 16]));
    let rows = r::table
        .filter(r::petition_id.eq(petition))
        .filter(r::state.eq(state.number()))
        .filter(r::id.gt(after))
        .order(r::id)
        .limit(most)
        .select(ReasonRow::as_select())
        .load::<ReasonRow>(conn)?;
    let mut found = reasons(rows)?;
    if state == ReasonState::Waiting {
        found.extend(reported(conn, petition, after, most)?);
        found.sort_by_key(|one| one.id);
        found.truncate(usize::try_from(most).unwrap_or(0));
    }
    Ok(found)
}

/// Published ones to be read again. The condition is that of their index, word for word: SQLite uses it for no other.
fn reported(
    conn: &mut Conn,
    petition: Id<Petition>,
    after: Id<Reason>,
    most: i64,
) -> Result<Vec<Reason>> {
    let rows = r::table
        .filter(r::petition_id.eq(petition))
        .filter(sql::<Bool>("state = 2 and reports >= 3"))
        .filter(r::id.gt(after))
        .order(r::id)
        .limit(most)
        .select(ReasonRow::as_select())
        .load::<ReasonRow>(conn)?;
    reasons(rows)
}

/// How many published ones readers have reported so often that somebody should read them again; counted up to `most`.
///
/// # Errors
/// A fault of the database.
pub fn to_read_again(conn: &mut Conn, petition: Id<Petition>, most: i64) -> Result<i64> {
    let found = reported(conn, petition, Id::from_bytes([0; 16]), most)?;
    Ok(i64::try_from(found.len()).unwrap_or(most))
}

/// Those published last, the newest decision first.
pub fn published(conn: &mut Conn, petition: Id<Petition>, most: i64) -> Result<Vec<Reason>> {
    let rows = r::table
        .filter(r::petition_id.eq(petition))
        .filter(r::state.eq(ReasonState::Published.number()))
        .order((r::decided_at.desc(), r::id.desc()))
        .limit(most)
        .select(ReasonRow::as_select())
        .load::<ReasonRow>(conn)?;
    reasons(rows)
}

/// How many there are in each state.
pub fn counts(conn: &mut Conn, petition: Id<Petition>) -> Result<ReasonCounts> {
    let found = t::table
        .find(petition)
        .select((t::waiting, t::published, t::private, t::hidden))
        .first::<(i64, i64, i64, i64)>(conn)
        .optional()?;
    let (waiting, published, private, hidden) = found.unwrap_or_default();
    Ok(ReasonCounts {
        waiting,
        published,
        private,
        hidden,
    })
}

/// A petition whose reasons changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable)]
pub struct Changed {
    /// Which.
    pub petition: Id<Petition>,
    /// Grows with each change.
    pub version: i64,
}

/// Petitions whose reasons moved at `since` or later (see [`Changes`](crate::db::Changes)).
pub(crate) fn changed_since(conn: &mut Conn, since: i64) -> Result<Vec<Changed>> {
    Ok(t::table
        .filter(t::moved.ge(since))
        .select((t::petition_id, t::version))
        .load(conn)?)
}

/// Locks a petition's reasons, and says that they change.
fn lock_reasons(tx: &mut Tx<'_>, petition: Id<Petition>, now: Time) -> Result<()> {
    let row = (
        t::petition_id.eq(petition),
        t::version.eq(1_i64),
        t::updated_at.eq(now),
    );
    both!(tx, |c| diesel::insert_into(t::table)
        .values(row)
        .on_conflict(t::petition_id)
        .do_update()
        .set((t::version.eq(t::version + 1_i64), t::updated_at.eq(now)))
        .execute(c))?;
    Ok(())
}

/// Where one stands, as far as it is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct CountedAs {
    state: ReasonState,
    /// On the page, and to be read again.
    is_reported: bool,
}

impl CountedAs {
    fn of(reason: &Reason) -> Self {
        Self {
            state: reason.state,
            is_reported: reason.is_reported(),
        }
    }

    fn at(state: ReasonState) -> Self {
        Self {
            state,
            is_reported: false,
        }
    }

    /// Whether an organizer has to read it.
    fn waits(self) -> bool {
        self.state == ReasonState::Waiting || self.is_reported
    }
}

/// Counts one that went from one state to another; none is "not there".
fn count(
    tx: &mut Tx<'_>,
    petition: Id<Petition>,
    from: Option<CountedAs>,
    to: Option<CountedAs>,
) -> Result<()> {
    let by = |state| {
        let is = |one: Option<CountedAs>| i64::from(one.is_some_and(|one| one.state == state));
        is(to) - is(from)
    };
    let waits = |one: Option<CountedAs>| i64::from(one.is_some_and(CountedAs::waits));
    // an older program beside this one publishes what was reported and leaves the reports: never below nothing
    let waiting = counts(tx, petition)?.waiting + waits(to) - waits(from);
    diesel::update(t::table.find(petition))
        .set((
            t::waiting.eq(waiting.max(0)),
            t::published.eq(t::published + by(ReasonState::Published)),
            t::private.eq(t::private + by(ReasonState::Private)),
            t::hidden.eq(t::hidden + by(ReasonState::Hidden)),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// What somebody says, and where: `state` is `Typed` or `Waiting`.
#[derive(Debug, Clone)]
pub struct NewReason {
    /// Of which signature.
    pub id: Id<Reason>,
    /// Under which petition.
    pub petition: Id<Petition>,
    /// `Waiting` when the mailbox says it, `Typed` before.
    pub state: ReasonState,
    /// The words.
    pub words: Remark,
    /// The language of the page.
    pub lang: Lang,
}

/// Writes a reason in the place of what was said before, if it says anything else: whatever was
/// decided about the old words, nobody has decided about these.
pub fn say(tx: &mut Tx<'_>, said: &NewReason, now: Time) -> Result<()> {
    lock_reasons(tx, said.petition, now)?;
    let old = find(tx, said.id)?;
    if let Some(old) = &old {
        let is_same = old.words == said.words.as_str();
        if is_same && (old.state != ReasonState::Typed || said.state == ReasonState::Typed) {
            return Ok(());
        }
        diesel::delete(r::table.find(said.id)).execute(&mut **tx)?;
    }
    diesel::insert_into(r::table)
        .values((
            r::id.eq(said.id),
            r::petition_id.eq(said.petition),
            r::state.eq(said.state.number()),
            r::words.eq(said.words.as_str()),
            r::lang.eq(said.lang.as_str()),
            // The time makes it differ from that of words which were taken back.
            r::revision.eq(old
                .as_ref()
                .map_or(0, |old| old.revision + 1)
                .max(now.micros())),
            r::reports.eq(0_i32),
            r::typed_at.eq(now),
        ))
        .execute(&mut **tx)?;
    let from = old.as_ref().map(CountedAs::of);
    count(tx, said.petition, from, Some(CountedAs::at(said.state)))
}

/// The reasons of these signatures are gone: taken back, withdrawn, erased. To be called in the
/// transaction that does it; what is not there is no mistake.
pub fn gone(tx: &mut Tx<'_>, ids: &[Id<Reason>], now: Time) -> Result<()> {
    let there: Vec<(Id<Reason>, Id<Petition>)> = both!(tx, |c| r::table
        .filter(r::id.eq_any(ids))
        .select((r::id, r::petition_id))
        .load(c))?;
    for (id, petition) in there {
        lock_reasons(tx, petition, now)?;
        // Somebody may have been quicker before our lock.
        let Some(found) = find(tx, id)? else {
            continue;
        };
        diesel::delete(r::table.find(id)).execute(&mut **tx)?;
        count(tx, found.petition, Some(CountedAs::of(&found)), None)?;
    }
    Ok(())
}

/// Gives a reason to another signature: of the same mailbox, or the same under another address.
/// It takes the place of what that one had said.
pub(crate) fn follow(tx: &mut Tx<'_>, from: Id<Reason>, to: Id<Reason>, now: Time) -> Result<()> {
    if find(tx, from)?.is_none() {
        return Ok(());
    }
    gone(tx, &[to], now)?;
    diesel::update(r::table.find(from))
        .set(r::id.eq(to))
        .execute(&mut **tx)?;
    Ok(())
}

/// A mailbox has confirmed these words: they wait for an organizer.
pub fn confirmed(tx: &mut Tx<'_>, id: Id<Reason>, petition: Id<Petition>, now: Time) -> Result<()> {
    lock_reasons(tx, petition, now)?;
    let there = diesel::update(
        r::table
            .find(id)
            .filter(r::state.eq(ReasonState::Typed.number())),
    )
    .set(r::state.eq(ReasonState::Waiting.number()))
    .execute(&mut **tx)?;
    match there {
        0 => Ok(()),
        _ => {
            let (from, to) = (
                CountedAs::at(ReasonState::Typed),
                CountedAs::at(ReasonState::Waiting),
            );
            count(tx, petition, Some(from), Some(to))
        }
    }
}

/// Decides about words as they were read. False when they have changed since, or are gone.
pub fn decide(
    tx: &mut Tx<'_>,
    petition: Id<Petition>,
    (id, revision): (Id<Reason>, i64),
    decision: Decision,
    now: Time,
) -> Result<bool> {
    lock_reasons(tx, petition, now)?;
    let found = find(tx, id)?.filter(|found| {
        found.petition == petition
            && found.revision == revision
            && found.state != ReasonState::Typed
    });
    let Some(found) = found else {
        return Ok(false);
    };
    diesel::update(r::table.find(id))
        .set((
            r::state.eq(decision.state().number()),
            r::decided_at.eq(Some(now)),
            // they have been read
            r::reports.eq(0_i32),
        ))
        .execute(&mut **tx)?;
    let to = CountedAs::at(decision.state());
    count(tx, petition, Some(CountedAs::of(&found)), Some(to))?;
    Ok(true)
}

/// A reader reports a published reason; from [`REPORTS`](super::model::REPORTS) on it is among those to be read, and stays on the page until an
/// organizer has decided: strangers could take down whatever they like to otherwise.
pub fn report(tx: &mut Tx<'_>, petition: Id<Petition>, id: Id<Reason>, now: Time) -> Result<()> {
    lock_reasons(tx, petition, now)?;
    let found = find(tx, id)?.filter(|found| found.petition == petition);
    let Some(mut found) = found.filter(|found| found.state == ReasonState::Published) else {
        return Ok(());
    };
    let before = CountedAs::of(&found);
    found.reports = found.reports.saturating_add(1);
    diesel::update(r::table.find(id))
        .set(r::reports.eq(found.reports))
        .execute(&mut **tx)?;
    count(tx, petition, Some(before), Some(CountedAs::of(&found)))
}

/// Forgets words typed before `before` that no mailbox has confirmed, at most `most` of them.
/// Returns how many.
pub fn expire(tx: &mut Tx<'_>, before: Time, most: i64) -> Result<usize> {
    let old: Vec<(Id<Reason>, Id<Petition>)> = r::table
        .filter(r::state.eq(ReasonState::Typed.number()))
        // Ids begin with their time, so this is a seek in the index of those.
        .filter(r::id.lt(Id::<Reason>::first_of(before)))
        .order(r::id)
        .limit(most)
        .select((r::id, r::petition_id))
        .load(&mut **tx)?;
    let petitions: BTreeSet<Id<Petition>> = old.iter().map(|(_, petition)| *petition).collect();
    let petitions: Vec<_> = petitions.into_iter().collect();
    if let Conn::Postgres(c) = &mut **tx {
        // Their turns, so that nobody waits for one of these rows while holding one that this waits for. No version moves: what was
        // not confirmed is shown nowhere.
        t::table
            .filter(t::petition_id.eq_any(&petitions))
            .order(t::petition_id)
            .select(t::petition_id)
            .for_update()
            .load::<Id<Petition>>(c)?;
    }
    let ids: Vec<_> = old.into_iter().map(|(id, _)| id).collect();
    // Asked again, because a mailbox may have confirmed one meanwhile, and then it is counted.
    let still = r::table
        .filter(r::id.eq_any(&ids))
        .filter(r::state.eq(ReasonState::Typed.number()));
    Ok(both!(tx, |c| diesel::delete(still).execute(c))?)
}
