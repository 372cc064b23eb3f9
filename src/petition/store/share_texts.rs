//! The organizers' messages to pass on, in the database: one row a language and channel.

use crate::base::{Id, Lang};
use crate::db::schema::share_texts as s;
use crate::db::{Conn, Error, Result, Tx};
use crate::petition::model::Petition;
use crate::petition::rules::share_texts::{Channel, ShareTexts};
use diesel::prelude::*;

/// Those of a petition, by language.
///
/// # Errors
/// A fault of the database.
pub fn of(conn: &mut Conn, petition: Id<Petition>) -> Result<Vec<(Lang, ShareTexts)>> {
    let rows = s::table
        .filter(s::petition_id.eq(petition))
        .order((s::lang, s::channel))
        .select((s::lang, s::channel, s::words))
        .load::<(String, String, String)>(conn)?;
    let mut all = Vec::new();
    for of_lang in rows.chunk_by(|(one, ..), (next, ..)| one == next) {
        let Some((lang, ..)) = of_lang.first() else {
            continue;
        };
        let lang = Lang::parse(lang).map_err(|_| Error::Refused("language"))?;
        // A channel of a newer program is left alone.
        let texts = of_lang
            .iter()
            .filter_map(|(_, channel, words)| Some((Channel::parse(channel)?, words.clone())));
        all.push((lang, ShareTexts::new(texts.collect())));
    }
    Ok(all)
}

/// Writes these in the place of what one language had.
///
/// # Errors
/// A fault of the database.
pub(crate) fn put(
    tx: &mut Tx<'_>,
    petition: Id<Petition>,
    lang: Lang,
    texts: &ShareTexts,
) -> Result<()> {
    let of_lang = s::table
        .filter(s::petition_id.eq(petition))
        .filter(s::lang.eq(lang.as_str()));
    diesel::delete(of_lang).execute(&mut **tx)?;
    for (channel, words) in texts.iter() {
        diesel::insert_into(s::table)
            .values((
                s::petition_id.eq(petition),
                s::lang.eq(lang.as_str()),
                s::channel.eq(channel.as_str()),
                s::words.eq(words),
            ))
            .execute(&mut **tx)?;
    }
    Ok(())
}
