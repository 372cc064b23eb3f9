//! Petitions whose signers' details are deleted because they were kept as long as was promised: which are due, how
//! far it is, when it was done.

use super::petitions::{FoundPetitions, PetitionRow};
use crate::base::{Id, Time};
use crate::both;
use crate::db::schema::{petitions as p, retention_runs as f};
use crate::db::{Conn, Result, Tx};
use crate::petition::model::{Petition, PetitionState};
use diesel::prelude::*;

/// Petitions that are over and of which details may still be held, whether or not their day has come. One that cannot be read keeps no
/// other from its day.
///
/// # Errors
/// A fault of the database.
pub fn held(conn: &mut Conn) -> Result<Vec<Petition>> {
    let rows = p::table
        .left_join(f::table.on(f::petition_id.eq(p::id)))
        .filter(p::state.eq_any([
            PetitionState::Closed.number(),
            PetitionState::Removed.number(),
        ]))
        .filter(f::done_at.nullable().is_null())
        .order(p::id)
        .select(PetitionRow::as_select())
        .load::<PetitionRow>(conn)?;
    let found = FoundPetitions::of(rows);
    for one in &found.unreadable {
        tracing::error!(petition = %one.id, "it cannot be read: its details may be kept too long");
    }
    Ok(found.petitions)
}

/// How far the deletion is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable)]
pub struct RetentionRun {
    /// Signatures that have lost their details so far.
    pub signatures: i64,
    /// Organizations of which nothing but the name is left.
    pub organizations: i64,
    /// When nothing was left.
    pub done_at: Option<Time>,
}

/// How far it is with this petition; none before it has begun.
///
/// # Errors
/// A fault of the database.
pub fn find(conn: &mut Conn, petition: Id<Petition>) -> Result<Option<RetentionRun>> {
    Ok(f::table
        .find(petition)
        .select((f::signatures, f::organizations, f::done_at))
        .first(conn)
        .optional()?)
}

/// Counts what one step has deleted.
///
/// # Errors
/// A fault of the database.
pub fn count(
    tx: &mut Tx<'_>,
    petition: Id<Petition>,
    signatures: usize,
    organizations: usize,
) -> Result<()> {
    let number = |many| i64::try_from(many).unwrap_or(i64::MAX);
    let row = (
        f::petition_id.eq(petition),
        f::signatures.eq(number(signatures)),
        f::organizations.eq(number(organizations)),
    );
    both!(tx, |c| diesel::insert_into(f::table)
        .values(row)
        .on_conflict(f::petition_id)
        .do_update()
        .set((
            f::signatures.eq(f::signatures + number(signatures)),
            f::organizations.eq(f::organizations + number(organizations)),
        ))
        .execute(c))?;
    Ok(())
}

/// Nothing is left. False when another instance has said so before.
///
/// # Errors
/// A fault of the database.
pub fn finish(tx: &mut Tx<'_>, petition: Id<Petition>, now: Time) -> Result<bool> {
    count(tx, petition, 0, 0)?;
    let open = f::table.find(petition).filter(f::done_at.is_null());
    let done = both!(tx, |c| diesel::update(open)
        .set(f::done_at.eq(now))
        .execute(c))?;
    Ok(done == 1)
}
