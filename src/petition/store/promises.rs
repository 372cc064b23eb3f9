//! What a pledge lets people choose from, in the database. Nothing is deleted: signatures name it.

use crate::base::{Id, Lang};
use crate::both;
use crate::db::schema::{
    pending_signatures as p, pledge_option_texts as t, pledge_options as o, signatures as g,
};
use crate::db::{Conn, Error, Result, Tx};
use crate::petition::model::Petition;
use crate::petition::rules::kind::Kind;
use crate::petition::rules::promises::{PledgeOption, Promises};
use diesel::dsl::exists;
use diesel::prelude::*;

type PromiseRow = (
    Id<PledgeOption>,
    Option<i32>,
    Option<String>,
    Option<String>,
);

/// Everything a petition ever offered; nothing unless it is a pledge.
pub fn of(conn: &mut Conn, petition: &Petition) -> Result<Promises> {
    match petition.kind {
        Kind::Pledge => Ok(Promises::of(petition.lang, list(conn, petition.id)?)),
        Kind::Letter | Kind::Petition => Ok(Promises::default()),
    }
}

/// Everything it ever offered, by key.
pub fn list(conn: &mut Conn, petition: Id<Petition>) -> Result<Vec<PledgeOption>> {
    let rows = o::table
        .left_join(t::table.on(t::option_id.eq(o::id)))
        .filter(o::petition_id.eq(petition))
        .order((o::id, t::lang))
        .select((o::id, o::position, t::lang.nullable(), t::words.nullable()))
        .load::<PromiseRow>(conn)?;
    let mut all: Vec<PledgeOption> = Vec::new();
    for (id, position, lang, words) in rows {
        if all.last().is_none_or(|last| last.id != id) {
            all.push(PledgeOption {
                id,
                position,
                words: Vec::new(),
            });
        }
        if let (Some(lang), Some(words), Some(last)) = (lang, words, all.last_mut()) {
            let lang = Lang::parse(&lang).map_err(|_| Error::Refused("language"))?;
            last.words.push((lang, words));
        }
    }
    Ok(all)
}

/// Offers these and no others, in this order, with these words. One that is not offered any more keeps
/// the words it had.
pub fn offer(tx: &mut Tx<'_>, petition: Id<Petition>, options: &[PledgeOption]) -> Result<()> {
    diesel::update(o::table.filter(o::petition_id.eq(petition)))
        .set(o::position.eq(None::<i32>))
        .execute(&mut **tx)?;
    for (position, option) in (1_i32..).zip(options) {
        let row = (
            o::id.eq(option.id),
            o::petition_id.eq(petition),
            o::position.eq(position),
        );
        both!(tx, |c| diesel::insert_into(o::table)
            .values(row)
            .on_conflict(o::id)
            .do_update()
            .set(o::position.eq(position))
            .execute(c))?;
        diesel::delete(t::table.filter(t::option_id.eq(option.id))).execute(&mut **tx)?;
        for (lang, words) in &option.words {
            diesel::insert_into(t::table)
                .values((
                    t::option_id.eq(option.id),
                    t::lang.eq(lang.as_str()),
                    t::words.eq(words),
                ))
                .execute(&mut **tx)?;
        }
    }
    Ok(())
}

/// Whether anybody has chosen this one, confirmed or not: two seeks.
pub(crate) fn is_chosen(conn: &mut Conn, option: Id<PledgeOption>) -> Result<bool> {
    let signed = g::table.filter(g::choice_id.eq(option));
    let waits = p::table.filter(p::choice_id.eq(option));
    Ok(both!(conn, |c| diesel::select(
        exists(signed).or(exists(waits))
    )
    .get_result(c))?)
}
