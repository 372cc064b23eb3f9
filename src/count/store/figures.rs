//! What is counted beside the number, in the database.

use crate::base::Id;
use crate::both;
use crate::count::figures::{Figure, FormFigures};
use crate::count::model::Counted;
use crate::db::schema::figures as f;
use crate::db::{Conn, Result, Tx};
use diesel::prelude::*;
use std::collections::BTreeMap;

/// How figures of several petitions change in one commit, in the order in which everybody takes their rows.
pub type FigureChanges = BTreeMap<(Id<Counted>, Figure), i64>;

/// Adds to them.
///
/// # Errors
/// A fault of the database.
pub fn add(tx: &mut Tx<'_>, changes: &FigureChanges) -> Result<()> {
    for ((petition, figure), by) in changes.iter().filter(|(_, by)| **by != 0) {
        let fresh = (
            f::petition_id.eq(petition),
            f::figure.eq(figure.number()),
            f::n.eq(by),
        );
        both!(tx, |c| diesel::insert_into(f::table)
            .values(fresh)
            .on_conflict((f::petition_id, f::figure))
            .do_update()
            .set(f::n.eq(f::n + *by))
            .execute(c))?;
    }
    Ok(())
}

/// Those of a petition: a few rows of one key.
///
/// # Errors
/// A fault of the database.
pub fn of(conn: &mut Conn, petition: Id<Counted>) -> Result<FormFigures> {
    let rows: Vec<(i16, i64)> = f::table
        .filter(f::petition_id.eq(petition))
        .select((f::figure, f::n))
        .load(conn)?;
    Ok(FormFigures::of(&rows))
}

/// One figure of all petitions, for the command line.
///
/// # Errors
/// A fault of the database.
pub(crate) fn all(conn: &mut Conn, figure: Figure) -> Result<Vec<(Id<Counted>, i64)>> {
    Ok(f::table
        .filter(f::figure.eq(figure.number()))
        .select((f::petition_id, f::n))
        .load(conn)?)
}
