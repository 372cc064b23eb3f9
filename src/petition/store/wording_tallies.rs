//! How many counted signatures are bound to each wording, in the database.

use crate::base::Id;
use crate::both;
use crate::db::schema::wording_tallies as t;
use crate::db::{Conn, Result, Tx};
use crate::petition::model::{Petition, Wording};
use diesel::prelude::*;

/// How many counted signatures are bound to one wording.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable)]
pub struct Bound {
    /// Which.
    pub wording: Id<Wording>,
    /// How many.
    pub counted: i64,
}

/// Counts so many more, or fewer, under this wording. Whoever calls this holds the petition's turn.
pub fn add(tx: &mut Tx<'_>, petition: Id<Petition>, wording: Id<Wording>, by: i64) -> Result<()> {
    let there = diesel::update(t::table.find((petition, wording)))
        .set(t::counted.eq(t::counted + by))
        .execute(&mut **tx)?;
    if there == 0 {
        diesel::insert_into(t::table)
            .values((
                t::petition_id.eq(petition),
                t::wording_id.eq(wording),
                t::counted.eq(by),
            ))
            .execute(&mut **tx)?;
    }
    Ok(())
}

/// How many are bound to each wording of a petition: a few rows of one key.
pub fn of(conn: &mut Conn, petition: Id<Petition>) -> Result<Vec<Bound>> {
    Ok(t::table
        .filter(t::petition_id.eq(petition))
        .order(t::wording_id)
        .select((t::wording_id, t::counted))
        .load(conn)?)
}

/// The same of several petitions, in one question.
pub fn of_all(conn: &mut Conn, petitions: &[Id<Petition>]) -> Result<Vec<(Id<Petition>, Bound)>> {
    let rows = both!(conn, |c| t::table
        .filter(t::petition_id.eq_any(petitions))
        .select((t::petition_id, t::wording_id, t::counted))
        .load::<(Id<Petition>, Id<Wording>, i64)>(c))?;
    let all = rows.into_iter();
    Ok(all
        .map(|(petition, wording, counted)| (petition, Bound { wording, counted }))
        .collect())
}

/// All of them, by petition.
pub fn all(conn: &mut Conn) -> Result<Vec<(Id<Petition>, Bound)>> {
    let rows = both!(conn, |c| t::table
        .select((t::petition_id, t::wording_id, t::counted))
        .load::<(Id<Petition>, Id<Wording>, i64)>(c))?;
    let all = rows.into_iter();
    Ok(all
        .map(|(petition, wording, counted)| (petition, Bound { wording, counted }))
        .collect())
}
