//! The dated steps of petitions, in the database: a row a step, and one for its words in each language.

use crate::base::{Day, Id, Lang};
use crate::db::schema::{dated_step_texts as t, dated_steps as s};
use crate::db::{Conn, Error, Result, Tx};
use crate::petition::model::Petition;
use crate::petition::rules::dated_step::DatedStep;
use diesel::prelude::*;

/// Those of a petition, the first day first.
///
/// # Errors
/// A fault of the database.
pub fn of(conn: &mut Conn, petition: Id<Petition>) -> Result<Vec<DatedStep>> {
    let rows = s::table
        .inner_join(t::table.on(t::petition_id.eq(s::petition_id).and(t::step.eq(s::step))))
        .filter(s::petition_id.eq(petition))
        .order((s::step, t::lang))
        .select((s::step, s::day, t::lang, t::words))
        .load::<(i16, String, String, String)>(conn)?;
    let step = |rows: &[(i16, String, String, String)]| {
        let (_, day, ..) = rows.first().ok_or(Error::Refused("step"))?;
        let words = rows.iter().map(|(_, _, lang, words)| {
            let lang = Lang::parse(lang).map_err(|_| Error::Refused("language"))?;
            Ok((lang, words.clone()))
        });
        Ok(DatedStep {
            day: Day::parse(day).map_err(|_| Error::Refused("day"))?,
            words: words.collect::<Result<_>>()?,
        })
    };
    rows.chunk_by(|(one, ..), (next, ..)| one == next)
        .map(step)
        .collect()
}

/// Writes these, in this order, in the place of what a petition had.
///
/// # Errors
/// A fault of the database.
pub fn replace(tx: &mut Tx<'_>, petition: Id<Petition>, steps: &[DatedStep]) -> Result<()> {
    let texts = t::table.filter(t::petition_id.eq(petition));
    diesel::delete(texts).execute(&mut **tx)?;
    let before = s::table.filter(s::petition_id.eq(petition));
    diesel::delete(before).execute(&mut **tx)?;
    for (number, step) in (1_i16..).zip(steps) {
        diesel::insert_into(s::table)
            .values((
                s::petition_id.eq(petition),
                s::step.eq(number),
                s::day.eq(step.day.to_string()),
            ))
            .execute(&mut **tx)?;
        for (lang, words) in &step.words {
            diesel::insert_into(t::table)
                .values((
                    t::petition_id.eq(petition),
                    t::step.eq(number),
                    t::lang.eq(lang.as_str()),
                    t::words.eq(words),
                ))
                .execute(&mut **tx)?;
        }
    }
    Ok(())
}
