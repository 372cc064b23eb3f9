//! Consent texts in the database.

use super::model::{ConsentText, Purpose, UsedText};
use crate::account::model::Organization;
use crate::base::{Id, Lang, Time};
use crate::both;
use crate::db::schema::{consent_texts as t, consent_uses as u, petitions as p};
use crate::db::{Conn, Error, Result, Tx};
use crate::petition::model::Petition;
use diesel::prelude::*;
use sha2::{Digest, Sha256};

/// The stored text with these words; written if it is new.
pub(crate) fn ensure(
    tx: &mut Tx<'_>,
    purpose: Purpose,
    lang: Lang,
    words: &str,
    now: Time,
) -> Result<Id<ConsentText>> {
    let sha256 = Sha256::digest(words.as_bytes()).to_vec();
    let fresh = (
        t::id.eq(Id::<ConsentText>::new(now)),
        t::purpose.eq(purpose.number()),
        t::lang.eq(lang.as_str()),
        t::words.eq(words),
        t::sha256.eq(&sha256),
        t::created_at.eq(now),
    );
    both!(tx, |c| diesel::insert_into(t::table)
        .values(fresh)
        .on_conflict_do_nothing()
        .execute(c))?;
    Ok(t::table
        .filter(t::purpose.eq(purpose.number()))
        .filter(t::lang.eq(lang.as_str()))
        .filter(t::sha256.eq(&sha256))
        .select(t::id)
        .first(&mut **tx)?)
}

/// Notes that a petition asks with this text, since now where nobody has answered it there before.
pub(crate) fn note_use(
    tx: &mut Tx<'_>,
    petition: Id<Petition>,
    text: Id<ConsentText>,
    now: Time,
) -> Result<()> {
    let used = (
        u::petition_id.eq(petition),
        u::text_id.eq(text),
        u::first_at.eq(now),
    );
    both!(tx, |c| diesel::insert_into(u::table)
        .values(used)
        .on_conflict_do_nothing()
        .execute(c))?;
    Ok(())
}

type UsedRow = (Id<ConsentText>, i16, String, String, Time);

/// The texts with which petitions of an organization have asked, the first first.
///
/// # Errors
/// A fault of the database.
pub(crate) fn used(conn: &mut Conn, organization: Id<Organization>) -> Result<Vec<UsedText>> {
    let rows = u::table
        .inner_join(t::table.on(t::id.eq(u::text_id)))
        .inner_join(p::table.on(p::id.eq(u::petition_id)))
        .filter(p::organization_id.eq(organization))
        .order((u::first_at, t::id))
        .select((t::id, t::purpose, t::lang, t::words, u::first_at))
        .load::<UsedRow>(conn)?;
    let mut all: Vec<(Id<ConsentText>, UsedText)> = Vec::new();
    for (id, purpose, lang, words, first_at) in rows {
        if let Some((_, known)) = all.iter_mut().find(|(known, _)| *known == id) {
            known.petitions += 1;
            continue;
        }
        let text = UsedText {
            purpose: Purpose::from_number(purpose),
            lang: Lang::parse(&lang).map_err(|_| Error::Refused("language"))?,
            words,
            first_at,
            petitions: 1,
        };
        all.push((id, text));
    }
    Ok(all.into_iter().map(|(_, text)| text).collect())
}
