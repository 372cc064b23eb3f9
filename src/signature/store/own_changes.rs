//! What a signer changes of their own signature: details, answers, and that it is there at all.

use super::counts::details;
use super::read::SignerRow;
use super::register::sync;
use super::search::reindex::{reindex, take_out};
use super::{consents, identifiers, notes, pending, tags};
use crate::base::Id;
use crate::both;
use crate::db::schema::{
    pending_signatures as p, signature_details as d, signatures as g, wordings as w,
};
use crate::db::{Conn, Result, Tx};
use crate::petition::source::Source;
use crate::petition::{Founder, Petition, PledgeOption};
use crate::signature::model::{Signature, SignatureState, Signer};
use diesel::prelude::*;

/// Puts these details in the place of those there were, and what the search knows of them. Another name is sorted by
/// itself: what organizers said of the one before goes with it.
/// Answers about mail are another matter: see [`answer`].
pub fn correct(tx: &mut Tx<'_>, id: Id<Signature>, signer: &Signer) -> Result<()> {
    sync::unsort(tx, id, &signer.name)?;
    let counted = details::before(tx, &[id])?;
    diesel::update(d::table.find(id))
        .set(SignerRow::from(signer))
        .execute(&mut **tx)?;
    counted.became(tx, &[id])?;
    reindex(tx, &[id])?;
    sync::follow(tx, &[id])
}

/// Who may write from now on; `founders` where each was asked about apart.
pub fn answer(
    tx: &mut Tx<'_>,
    id: Id<Signature>,
    wants_updates: bool,
    founders: Option<&[Id<Founder>]>,
    partner: Option<Id<Source>>,
) -> Result<()> {
    let founders = founders.and_then(|ids| serde_json::to_string(ids).ok());
    let counted = details::before(tx, &[id])?;
    diesel::update(d::table.find(id))
        .set((
            d::wants_updates.eq(wants_updates),
            d::opted_in_to.eq(founders),
            d::opted_in_partner.eq(partner),
        ))
        .execute(&mut **tx)?;
    counted.became(tx, &[id])?;
    reindex(tx, &[id])
}

/// What is kept of a signature beside its signer's details.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredFacts {
    /// Where the signer came from.
    pub source: Option<String>,
    /// How organizers want the name sorted.
    pub sorted_as: Option<String>,
    /// Whether it is among the first signers.
    pub is_first: bool,
    /// The version of the text that was signed, from 1; 0 when it is not kept.
    pub version: i32,
    /// The language of that text.
    pub lang: String,
    /// Its title.
    pub title: String,
    /// SHA-256 of the text.
    pub sha256: Vec<u8>,
}

/// What is kept of this signature.
pub fn facts(conn: &mut Conn, id: Id<Signature>) -> Result<Option<StoredFacts>> {
    type Row = (
        Option<String>,
        Option<String>,
        Option<bool>,
        Option<i32>,
        Option<String>,
        Option<String>,
        Option<Vec<u8>>,
    );
    let row = g::table
        .left_join(w::table.on(w::id.eq(g::wording_id)))
        .left_join(d::table.on(d::signature_id.eq(g::id)))
        .filter(g::id.eq(id))
        .select((
            g::source,
            d::sorted_as.nullable(),
            d::is_first.nullable(),
            w::version.nullable(),
            w::lang.nullable(),
            w::title.nullable(),
            w::sha256.nullable(),
        ))
        .first::<Row>(conn)
        .optional()?;
    Ok(row.map(
        |(source, sorted_as, is_first, version, lang, title, sha256)| StoredFacts {
            source,
            sorted_as,
            is_first: is_first.unwrap_or_default(),
            version: version.unwrap_or_default(),
            lang: lang.unwrap_or_default(),
            title: title.unwrap_or_default(),
            sha256: sha256.unwrap_or_default(),
        },
    ))
}

/// Deletes everything personal of these signatures of one petition: their details, their words in the index, what was
/// answered, and whatever else waits under the same addresses for the same petition. The rows themselves
/// stay, and say no name. Returns the keys of what waited.
pub fn erase(
    tx: &mut Tx<'_>,
    petition: Id<Petition>,
    ids: &[Id<Signature>],
) -> Result<Vec<Id<Signature>>> {
    for id in ids {
        take_out(tx, *id)?;
    }
    tags::forget(tx, ids)?;
    identifiers::forget(tx, ids)?;
    notes::forget(tx, ids)?;
    let counted = details::before(tx, ids)?;
    both!(tx, |c| diesel::delete(
        d::table.filter(d::signature_id.eq_any(ids))
    )
    .execute(c))?;
    counted.went(tx)?;
    sync::follow(tx, ids)?;
    consents::forget(tx, ids)?;
    let keys: Vec<Vec<u8>> = both!(tx, |c| g::table
        .filter(g::id.eq_any(ids))
        .select(g::email_k1)
        .load(c))?;
    let waiting: Vec<Id<Signature>> = both!(tx, |c| p::table
        .filter(p::petition_id.eq(petition))
        .filter(p::email_k1.eq_any(&keys))
        .select(p::id)
        .load(c))?;
    pending::delete_all(tx, &waiting)?;
    Ok(waiting)
}

/// Takes the keys of the addresses out of these signatures, so that nothing in them says whose they were, even to whoever has
/// the secret. What nobody can guess is nobody's key: a random one each stands in both places, which no address has. The
/// links that were theirs go too, and of those that do not count where they came from and what they chose: the others are counted by that.
pub(crate) fn forget_addresses(
    tx: &mut Tx<'_>,
    nobody: &[(Id<Signature>, [u8; 32])],
) -> Result<()> {
    for (id, key) in nobody {
        diesel::update(g::table.find(id))
            .set((
                g::email_k1.eq(key.as_slice()),
                g::email_k2.eq(key.as_slice()),
                g::share_code.eq(None::<&str>),
            ))
            .execute(&mut **tx)?;
    }
    let ids: Vec<_> = nobody.iter().map(|(id, _)| *id).collect();
    let uncounted = g::table
        .filter(g::id.eq_any(&ids))
        .filter(g::state.ne(SignatureState::Counted.number()));
    both!(tx, |c| diesel::update(uncounted)
        .set((
            g::source.eq(None::<&str>),
            g::choice_id.eq(None::<Id<PledgeOption>>),
        ))
        .execute(c))?;
    Ok(())
}

/// Wrong words typed on the page of this signature since the last mail that prints the word, in whose turn the next is judged;
/// none when its details are gone.
pub(crate) fn word_tries(tx: &mut Tx<'_>, id: Id<Signature>) -> Result<Option<i16>> {
    if let Conn::Postgres(c) = &mut **tx {
        let lock = d::table.find(id).select(d::signature_id).for_update();
        lock.first::<Id<Signature>>(c).optional()?;
    }
    let tries = d::table.find(id).select(d::word_tries);
    Ok(tries.first(&mut **tx).optional()?)
}

/// Counts one more of them.
pub(crate) fn count_wrong_word(tx: &mut Tx<'_>, id: Id<Signature>) -> Result<()> {
    diesel::update(d::table.find(id))
        .set(d::word_tries.eq(d::word_tries + 1_i16))
        .execute(&mut **tx)?;
    Ok(())
}

/// A mail that prints the word was sent about each of these: its tries begin anew.
pub(crate) fn begin_tries(tx: &mut Tx<'_>, ids: &[Id<Signature>]) -> Result<()> {
    let tried = d::table
        .filter(d::signature_id.eq_any(ids))
        .filter(d::word_tries.gt(0_i16));
    both!(tx, |c| diesel::update(tried)
        .set(d::word_tries.eq(0_i16))
        .execute(c))?;
    Ok(())
}
