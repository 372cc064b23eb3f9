//! When a petition came to another state. A trigger writes it, whoever moves the petition.

use crate::base::{Id, Time};
use crate::db::schema::petition_turns as t;
use crate::db::{Conn, Result};
use crate::petition::model::{Petition, PetitionState};
use diesel::prelude::*;

/// A petition came to another state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn {
    /// When.
    pub at: Time,
    /// Where it stood from then on.
    pub state: PetitionState,
}

/// The turns of a petition, the newest first, at most `most`.
///
/// # Errors
/// A fault of the database.
pub fn of(conn: &mut Conn, petition: Id<Petition>, most: i64) -> Result<Vec<Turn>> {
    let rows: Vec<(Time, i16)> = t::table
        .filter(t::petition_id.eq(petition))
        .order(t::at.desc())
        .limit(most)
        .select((t::at, t::state))
        .load(conn)?;
    let turn = |(at, state)| PetitionState::from_number(state).map(|state| Turn { at, state });
    Ok(rows.into_iter().filter_map(turn).collect())
}
