//! How many chose each promise of a pledge, in the database.

use crate::base::Id;
use crate::both;
use crate::db::schema::choices as c;
use crate::db::{Conn, Result, Tx};
use crate::petition::{Petition, PledgeOption};
use diesel::prelude::*;

/// How many counted signatures chose one promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable)]
pub struct Chosen {
    /// Which.
    pub option: Id<PledgeOption>,
    /// How many.
    pub counted: i64,
}

/// Counts so many more, or fewer, under this promise. Whoever calls this holds the petition's turn.
pub fn add(
    tx: &mut Tx<'_>,
    petition: Id<Petition>,
    option: Id<PledgeOption>,
    by: i64,
) -> Result<()> {
    let there = diesel::update(c::table.find((petition, option)))
        .set(c::counted.eq(c::counted + by))
        .execute(&mut **tx)?;
    if there == 0 {
        diesel::insert_into(c::table)
            .values((
                c::petition_id.eq(petition),
                c::option_id.eq(option),
                c::counted.eq(by),
            ))
            .execute(&mut **tx)?;
    }
    Ok(())
}

/// How many chose each promise of a petition, the most chosen first: a few rows of one key.
pub fn of(conn: &mut Conn, petition: Id<Petition>) -> Result<Vec<Chosen>> {
    Ok(c::table
        .filter(c::petition_id.eq(petition))
        .order((c::counted.desc(), c::option_id))
        .select((c::option_id, c::counted))
        .load(conn)?)
}

/// The same of several petitions, the most chosen first.
pub fn of_all(conn: &mut Conn, petitions: &[Id<Petition>]) -> Result<Vec<(Id<Petition>, Chosen)>> {
    let rows = both!(conn, |d| c::table
        .filter(c::petition_id.eq_any(petitions))
        .order((c::counted.desc(), c::option_id))
        .select((c::petition_id, c::option_id, c::counted))
        .load::<(Id<Petition>, Id<PledgeOption>, i64)>(d))?;
    let one = |(petition, option, counted)| (petition, Chosen { option, counted });
    Ok(rows.into_iter().map(one).collect())
}

/// All of them, by petition.
pub fn all(conn: &mut Conn) -> Result<Vec<(Id<Petition>, Chosen)>> {
    let rows = both!(conn, |d| c::table
        .select((c::petition_id, c::option_id, c::counted))
        .load::<(Id<Petition>, Id<PledgeOption>, i64)>(d))?;
    let all = rows.into_iter();
    Ok(all
        .map(|(petition, option, counted)| (petition, Chosen { option, counted }))
        .collect())
}
