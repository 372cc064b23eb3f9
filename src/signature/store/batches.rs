//! Batches in the database, and which signatures each is about.

use crate::account::model::Organizer;
use crate::base::{Id, Time};
use crate::both;
use crate::db::schema::{
    batch_signatures as b, batches as t, signature_details as d, signatures as g,
};
use crate::db::{Conn, Error, Result, Tx};
use crate::petition::Petition;
use crate::signature::batch::{BatchAct, BatchState, Cause, NOBODY, SignatureBatch};
use crate::signature::condition::{Candidate, Condition};
use crate::signature::model::{Reason, Signature, SignatureState};
use crate::signature::store::read::{self, Signed};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = t, treat_none_as_null = true)]
struct BatchRow {
    id: Id<SignatureBatch>,
    petition_id: Id<Petition>,
    act: i16,
    cause: Option<i16>,
    note: String,
    condition: Option<String>,
    state: i16,
    total: i64,
    moved: i64,
    back: i64,
    place: Option<Id<Signature>>,
    proposed_by: Id<Organizer>,
    proposed_at: Time,
    decided_by: Option<Id<Organizer>>,
    decided_at: Option<Time>,
    ended_at: Option<Time>,
}

impl TryFrom<BatchRow> for SignatureBatch {
    type Error = Error;

    fn try_from(row: BatchRow) -> Result<Self> {
        let unread = || Error::Refused("a batch");
        let condition = row.condition.as_deref().map(serde_json::from_str);
        Ok(Self {
            id: row.id,
            petition: row.petition_id,
            act: BatchAct::from_number(row.act).ok_or_else(unread)?,
            cause: row.cause.and_then(Cause::from_number),
            note: row.note,
            condition: condition.transpose().map_err(|_| unread())?,
            state: BatchState::from_number(row.state).ok_or_else(unread)?,
            total: row.total,
            moved: row.moved,
            back: row.back,
            place: row.place,
            proposed_by: row.proposed_by,
            proposed_at: row.proposed_at,
            decided_by: row.decided_by,
            decided_at: row.decided_at,
            ended_at: row.ended_at,
        })
    }
}

impl From<&SignatureBatch> for BatchRow {
    fn from(batch: &SignatureBatch) -> Self {
        let condition: Option<&Condition> = batch.condition.as_ref();
        Self {
            id: batch.id,
            petition_id: batch.petition,
            act: batch.act.number(),
            cause: batch.cause.map(Cause::number),
            note: batch.note.clone(),
            condition: condition.and_then(|one| serde_json::to_string(one).ok()),
            state: batch.state.number(),
            total: batch.total,
            moved: batch.moved,
            back: batch.back,
            place: batch.place,
            proposed_by: batch.proposed_by,
            proposed_at: batch.proposed_at,
            decided_by: batch.decided_by,
            decided_at: batch.decided_at,
            ended_at: batch.ended_at,
        }
    }
}

/// Writes a new one.
///
/// # Errors
/// A fault of the database.
pub fn insert(tx: &mut Tx<'_>, batch: &SignatureBatch) -> Result<()> {
    diesel::insert_into(t::table)
        .values(BatchRow::from(batch))
        .execute(&mut **tx)?;
    Ok(())
}

/// Writes how far it is, if it is still as far as `from`; false when somebody was quicker.
///
/// # Errors
/// A fault of the database.
pub fn update(tx: &mut Tx<'_>, batch: &SignatureBatch, from: BatchState) -> Result<bool> {
    let there = t::table.find(batch.id).filter(t::state.eq(from.number()));
    let written = both!(tx, |c| diesel::update(there)
        .set(BatchRow::from(batch))
        .execute(c))?;
    Ok(written == 1)
}

/// The batch with this key.
///
/// # Errors
/// A fault of the database.
pub fn find(conn: &mut Conn, id: Id<SignatureBatch>) -> Result<Option<SignatureBatch>> {
    let row = t::table
        .find(id)
        .select(BatchRow::as_select())
        .first(conn)
        .optional()?;
    row.map(SignatureBatch::try_from).transpose()
}

/// Those of a petition below `before`, the newest first.
///
/// # Errors
/// A fault of the database.
pub fn newest(
    conn: &mut Conn,
    petition: Id<Petition>,
    before: Option<Id<SignatureBatch>>,
    most: i64,
) -> Result<Vec<SignatureBatch>> {
    let rows = t::table
        .filter(t::petition_id.eq(petition))
        .filter(t::id.lt(before.unwrap_or(Id::from_bytes([0xFF; 16]))))
        .order(t::id.desc())
        .limit(most)
        .select(BatchRow::as_select())
        .load(conn)?;
    rows.into_iter().map(SignatureBatch::try_from).collect()
}

/// How many the program itself put before the organizers of a petition, and nobody has pressed yet; among its newest hundred.
///
/// # Errors
/// A fault of the database.
pub fn put_before(conn: &mut Conn, petition: Id<Petition>) -> Result<i64> {
    let newest = newest(conn, petition, None, 100)?;
    let waits = |batch: &&SignatureBatch| {
        let is_open = matches!(batch.state, BatchState::Gathering | BatchState::Ready);
        is_open && batch.proposed_by == NOBODY
    };
    Ok(i64::try_from(newest.iter().filter(waits).count()).unwrap_or(0))
}

/// Those that a worker goes on with, the oldest first; those that wait too.
///
/// # Errors
/// A fault of the database.
pub(crate) fn at_work(conn: &mut Conn) -> Result<Vec<SignatureBatch>> {
    let states = [
        BatchState::Gathering,
        BatchState::Waiting,
        BatchState::Running,
        BatchState::TakingBack,
    ];
    let rows = both!(conn, |c| t::table
        .filter(t::ended_at.is_null())
        .filter(t::state.eq_any(states.map(BatchState::number)))
        .order(t::id)
        .select(BatchRow::as_select())
        .load(c))?;
    rows.into_iter().map(SignatureBatch::try_from).collect()
}

/// Signatures of one state behind `after`, as a condition looks at them, in the order of their keys.
///
/// # Errors
/// A fault of the database.
pub(crate) fn candidates(
    conn: &mut Conn,
    (petition, state): (Id<Petition>, SignatureState),
    after: Option<Id<Signature>>,
    most: i64,
) -> Result<Vec<Candidate>> {
    type Row = (
        Id<Signature>,
        i16,
        Option<i16>,
        Option<String>,
        Time,
        Option<String>,
        Option<String>,
    );
    let rows: Vec<Row> = g::table
        .left_join(d::table.on(d::signature_id.eq(g::id)))
        .filter(g::petition_id.eq(petition))
        .filter(g::state.eq(state.number()))
        .filter(g::id.gt(after.unwrap_or(Id::from_bytes([0; 16]))))
        .order(g::id)
        .limit(most)
        .select((
            g::id,
            g::state,
            g::reason,
            g::source,
            g::signed_at,
            d::name.nullable(),
            d::email.nullable(),
        ))
        .load(conn)?;
    let candidate = |(id, state, reason, source, signed_at, name, email): Row| Candidate {
        id,
        state: SignatureState::from_number(state),
        reason: reason.and_then(Reason::from_number),
        source,
        signed_at,
        name: name.unwrap_or_default(),
        email: email.unwrap_or_default(),
    };
    Ok(rows.into_iter().map(candidate).collect())
}

/// A signature that a batch is about: where it stood when it was gathered.
pub(crate) struct Meant {
    pub(crate) id: Id<Signature>,
    pub(crate) state: SignatureState,
    pub(crate) reason: Option<Reason>,
}

impl From<(Id<Signature>, i16, Option<i16>)> for Meant {
    fn from((id, state, reason): (Id<Signature>, i16, Option<i16>)) -> Self {
        Self {
            id,
            state: SignatureState::from_number(state),
            reason: reason.and_then(Reason::from_number),
        }
    }
}

/// The same of those with these keys, of this petition.
///
/// # Errors
/// A fault of the database.
pub(crate) fn chosen(
    conn: &mut Conn,
    petition: Id<Petition>,
    ids: &[Id<Signature>],
) -> Result<Vec<Meant>> {
    let rows: Vec<(Id<Signature>, i16, Option<i16>)> = both!(conn, |c| g::table
        .filter(g::id.eq_any(ids))
        .filter(g::petition_id.eq(petition))
        .select((g::id, g::state, g::reason))
        .load(c))?;
    Ok(rows.into_iter().map(Meant::from).collect())
}

/// Notes that a batch is about these, and where each stands now.
///
/// # Errors
/// A fault of the database.
pub(crate) fn gather(tx: &mut Tx<'_>, batch: Id<SignatureBatch>, meant: &[Meant]) -> Result<()> {
    // five columns each, below the 32,766 values of SQLite
    for some in meant.chunks(1_000) {
        let row = |one: &Meant| {
            (
                b::batch_id.eq(batch),
                b::signature_id.eq(one.id),
                b::state_before.eq(one.state.number()),
                b::reason_before.eq(one.reason.map(Reason::number)),
                b::step.eq(0_i16),
            )
        };
        let rows: Vec<_> = some.iter().map(row).collect();
        both!(tx, |c| diesel::insert_into(b::table)
            .values(rows)
            .execute(c))?;
    }
    Ok(())
}

/// How far a signature of a batch has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    /// Not moved.
    Before,
    /// Moved.
    Moved,
    /// Moved back.
    Back,
}

impl Step {
    fn number(self) -> i16 {
        match self {
            Self::Before => 0,
            Self::Moved => 1,
            Self::Back => 2,
        }
    }
}

/// Those of a batch behind `after` that have come so far, in the order of their keys.
///
/// # Errors
/// A fault of the database.
pub(crate) fn next(
    conn: &mut Conn,
    (batch, step): (Id<SignatureBatch>, Step),
    after: Option<Id<Signature>>,
    most: i64,
) -> Result<Vec<Meant>> {
    let rows: Vec<(Id<Signature>, i16, Option<i16>)> = b::table
        .filter(b::batch_id.eq(batch))
        .filter(b::step.eq(step.number()))
        .filter(b::signature_id.gt(after.unwrap_or(Id::from_bytes([0; 16]))))
        .order(b::signature_id)
        .limit(most)
        .select((b::signature_id, b::state_before, b::reason_before))
        .load(conn)?;
    Ok(rows.into_iter().map(Meant::from).collect())
}

/// Has PostgreSQL seek in keys in this transaction, and in their order. It knows nothing yet of rows that were gathered just now, takes a
/// batch for a handful, and reads and sorts all of it for each portion.
///
/// # Errors
/// A fault of the database.
pub(crate) fn seek_by_key(tx: &mut Tx<'_>) -> Result<()> {
    if let Conn::Postgres(c) = &mut **tx {
        c.batch_execute(
            "set local plan_cache_mode = force_generic_plan; set local enable_bitmapscan = off; \
             set local enable_sort = off",
        )?;
    }
    Ok(())
}

/// Those among these whose details are there still.
///
/// # Errors
/// A fault of the database.
pub(crate) fn with_details(conn: &mut Conn, ids: &[Id<Signature>]) -> Result<Vec<Id<Signature>>> {
    Ok(both!(conn, |c| d::table
        .filter(d::signature_id.eq_any(ids))
        .select(d::signature_id)
        .load(c))?)
}

/// Notes how far these have come.
///
/// # Errors
/// A fault of the database.
pub(crate) fn came(
    tx: &mut Tx<'_>,
    batch: Id<SignatureBatch>,
    ids: &[Id<Signature>],
    step: Step,
) -> Result<()> {
    let those = b::table.filter(b::batch_id.eq(batch));
    let those = those.filter(b::signature_id.eq_any(ids));
    both!(tx, |c| diesel::update(those)
        .set(b::step.eq(step.number()))
        .execute(c))?;
    Ok(())
}

/// How many of a batch counted when it was gathered: seeks in its key.
///
/// # Errors
/// A fault of the database.
pub(crate) fn counted(conn: &mut Conn, batch: Id<SignatureBatch>) -> Result<i64> {
    Ok(b::table
        .filter(b::batch_id.eq(batch))
        .filter(b::state_before.eq(SignatureState::Counted.number()))
        .count()
        .get_result(conn)?)
}

/// The first few of a batch, to be looked at.
///
/// # Errors
/// A fault of the database.
pub fn samples(conn: &mut Conn, batch: Id<SignatureBatch>, most: i64) -> Result<Vec<Signed>> {
    let ids: Vec<Id<Signature>> = b::table
        .filter(b::batch_id.eq(batch))
        .order(b::signature_id.desc())
        .limit(most)
        .select(b::signature_id)
        .load(conn)?;
    let mut signed = read::by_ids(conn, &ids)?;
    signed.sort_by_key(|one| std::cmp::Reverse(one.signature.id));
    Ok(signed)
}

/// The batches that moved a signature, the newest first.
///
/// # Errors
/// A fault of the database.
pub fn of_signature(conn: &mut Conn, id: Id<Signature>) -> Result<Vec<SignatureBatch>> {
    let rows = t::table
        .inner_join(b::table.on(b::batch_id.eq(t::id)))
        .filter(b::signature_id.eq(id))
        .filter(b::step.ne(0_i16))
        .order(t::id.desc())
        .limit(100)
        .select(BatchRow::as_select())
        .load(conn)?;
    rows.into_iter().map(SignatureBatch::try_from).collect()
}

/// Of each group that is held, so many are shown.
const SHOWN: usize = 5;

/// How many are held for each reason, counted up to `most` each: a seek in the index of those that are held.
///
/// # Errors
/// A fault of the database.
pub fn held(
    conn: &mut Conn,
    petition: Id<Petition>,
    most: i64,
) -> Result<Vec<(Reason, i64, Vec<Signed>)>> {
    let mut groups = Vec::new();
    for reason in Reason::ALL {
        let held = g::table
            .filter(g::petition_id.eq(petition))
            .filter(g::state.eq(SignatureState::Held.number()))
            .filter(g::reason.eq(reason.number()));
        let ids = held.order(g::id.desc()).limit(most).select(g::id);
        let ids: Vec<Id<Signature>> = ids.load(conn)?;
        let shown: Vec<_> = ids.iter().copied().take(SHOWN).collect();
        if !shown.is_empty() {
            let mut signed = read::by_ids(conn, &shown)?;
            signed.sort_by_key(|one| std::cmp::Reverse(one.signature.id));
            groups.push((reason, i64::try_from(ids.len()).unwrap_or(most), signed));
        }
    }
    Ok(groups)
}
