//! How the number divides: how many made each promise of a pledge, how many signed each wording.

use crate::base::Id;
use crate::both;
use crate::count::model::{Counted, Part, PartCount, Parts};
use crate::db::schema::{choices as c, wording_tallies as w};
use crate::db::{Conn, Result, Tx};
use diesel::prelude::*;

/// The same statement on the table of either division: `t` is the table, `part` the column that names the part.
macro_rules! divided {
    ($parts:expr, |$t:ident, $part:ident| $body:expr) => {
        match $parts {
            Parts::Promises => {
                use c::{self as $t, option_id as $part};
                $body
            }
            Parts::Wordings => {
                use w::{self as $t, wording_id as $part};
                $body
            }
        }
    };
}

/// Counts so many more, or fewer, in this part. Whoever calls this has locked the petition's counts.
///
/// # Errors
/// A fault of the database.
pub fn add(
    tx: &mut Tx<'_>,
    parts: Parts,
    (petition, part): (Id<Counted>, Id<Part>),
    by: i64,
) -> Result<()> {
    divided!(parts, |t, which| {
        let there = diesel::update(t::table.find((petition, part)))
            .set(t::counted.eq(t::counted + by))
            .execute(&mut **tx)?;
        if there == 0 {
            let row = (
                t::petition_id.eq(petition),
                which.eq(part),
                t::counted.eq(by),
            );
            diesel::insert_into(t::table)
                .values(row)
                .execute(&mut **tx)?;
        }
    });
    Ok(())
}

/// The parts of a petition's number, the largest first: a few rows of one key.
///
/// # Errors
/// A fault of the database.
pub fn of(conn: &mut Conn, parts: Parts, petition: Id<Counted>) -> Result<Vec<PartCount>> {
    let rows = divided!(parts, |t, which| t::table
        .filter(t::petition_id.eq(petition))
        .order((t::counted.desc(), which))
        .select((t::petition_id, which, t::counted))
        .load::<PartRow>(conn)?);
    Ok(rows.into_iter().map(|row| read(row).1).collect())
}

/// The same of several petitions, in one question.
///
/// # Errors
/// A fault of the database.
pub(crate) fn of_all(
    conn: &mut Conn,
    parts: Parts,
    petitions: &[Id<Counted>],
) -> Result<Vec<(Id<Counted>, PartCount)>> {
    let rows = divided!(parts, |t, which| both!(conn, |d| t::table
        .filter(t::petition_id.eq_any(petitions))
        .order((t::counted.desc(), which))
        .select((t::petition_id, which, t::counted))
        .load::<PartRow>(d))?);
    Ok(rows.into_iter().map(read).collect())
}

/// All of them, by petition.
///
/// # Errors
/// A fault of the database.
pub fn all(conn: &mut Conn, parts: Parts) -> Result<Vec<(Id<Counted>, PartCount)>> {
    let rows = divided!(parts, |t, which| t::table
        .select((t::petition_id, which, t::counted))
        .load::<PartRow>(conn)?);
    Ok(rows.into_iter().map(read).collect())
}

type PartRow = (Id<Counted>, Id<Part>, i64);

fn read((petition, part, counted): PartRow) -> (Id<Counted>, PartCount) {
    (petition, PartCount { part, counted })
}
