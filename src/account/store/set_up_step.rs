//! How far whoever set this site up has come.

use crate::account::model::Organizer;
use crate::account::set_up_step::SetUpStep;
use crate::base::Id;
use crate::db::schema::organizers as o;
use crate::db::{Conn, Result, Tx};
use diesel::prelude::*;

/// The step that is open for somebody; none for who set nothing up, or has done with it.
///
/// # Errors
/// A fault of the database.
pub fn open(conn: &mut Conn, id: Id<Organizer>) -> Result<Option<SetUpStep>> {
    let step: Option<Option<i16>> = o::table
        .find(id)
        .select(o::set_up_step)
        .first(conn)
        .optional()?;
    Ok(step.flatten().and_then(SetUpStep::from_number))
}

/// Opens the first step for whoever has just made the first account.
///
/// # Errors
/// A fault of the database.
pub(crate) fn begin(tx: &mut Tx<'_>, id: Id<Organizer>) -> Result<()> {
    diesel::update(o::table.find(id))
        .set(o::set_up_step.eq(SetUpStep::Organization.number()))
        .execute(&mut **tx)?;
    Ok(())
}

/// Goes on from this step, or from one before it, to the next one; to none after the last. Whether they had not gone on before: of two
/// presses one counts.
///
/// # Errors
/// A fault of the database.
pub fn go_on(
    tx: &mut Tx<'_>,
    id: Id<Organizer>,
    from: SetUpStep,
    to: Option<SetUpStep>,
) -> Result<bool> {
    let there = o::table.find(id).filter(o::set_up_step.le(from.number()));
    let moved = diesel::update(there)
        .set(o::set_up_step.eq(to.map(SetUpStep::number)))
        .execute(&mut **tx)?;
    Ok(moved > 0)
}
