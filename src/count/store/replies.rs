//! How many chose each option of the organizers' questions, in the database.

use crate::base::Id;
use crate::both;
use crate::count::model::Counted;
use crate::db::schema::reply_tallies as r;
use crate::db::{Conn, Result, Tx};
use diesel::prelude::*;
use std::collections::BTreeMap;

/// How answers to questions of several petitions change in one commit, by question and option (0: a box), in the order in which everybody
/// takes their rows.
pub type ReplyChanges = BTreeMap<(Id<Counted>, i16, i16), i64>;

/// Adds to them.
///
/// # Errors
/// A fault of the database.
pub fn add(tx: &mut Tx<'_>, changes: &ReplyChanges) -> Result<()> {
    for ((petition, question, option), by) in changes.iter().filter(|(_, by)| **by != 0) {
        let there = diesel::update(r::table.find((petition, question, option)))
            .set(r::counted.eq(r::counted + *by))
            .execute(&mut **tx)?;
        if there == 0 {
            let fresh = (
                r::petition_id.eq(petition),
                r::question.eq(question),
                r::option.eq(option),
                r::counted.eq(by),
            );
            both!(tx, |c| diesel::insert_into(r::table)
                .values(fresh)
                .execute(c))?;
        }
    }
    Ok(())
}

/// Question, option, and how many chose it.
pub type ReplyCount = (i16, i16, i64);

/// Those of a petition.
///
/// # Errors
/// A fault of the database.
pub fn of(conn: &mut Conn, petition: Id<Counted>) -> Result<Vec<ReplyCount>> {
    Ok(r::table
        .filter(r::petition_id.eq(petition))
        .order((r::question, r::option))
        .select((r::question, r::option, r::counted))
        .load(conn)?)
}

/// Petition, question and option, and how many chose it.
pub(crate) type ReplyTally = (Id<Counted>, (i16, i16), i64);

/// Those of all petitions, for the command line.
///
/// # Errors
/// A fault of the database.
pub(crate) fn all(conn: &mut Conn) -> Result<Vec<ReplyTally>> {
    type Row = (Id<Counted>, i16, i16, i64);
    let rows: Vec<Row> = r::table
        .select((r::petition_id, r::question, r::option, r::counted))
        .load(conn)?;
    let one = |(petition, question, option, n): Row| (petition, (question, option), n);
    Ok(rows.into_iter().map(one).collect())
}
