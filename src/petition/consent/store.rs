//! Consent texts in the database.

use super::model::{ConsentText, Purpose};
use crate::base::{Id, Lang, Time};
use crate::both;
use crate::db::schema::consent_texts as t;
use crate::db::{Result, Tx};
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
