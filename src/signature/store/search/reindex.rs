//! Puts what is true now into the index, after something of a signature changed.

use super::words::indexed;
use crate::base::Id;
use crate::both;
use crate::db::schema::{signature_details as d, signatures as g};
use crate::db::statements::types::Uid;
use crate::db::{Conn, Result, Tx};
use crate::signature::facet::SignatureFacts;
use crate::signature::model::Signature;
use crate::signature::store::{read, tags};
use diesel::prelude::*;
use diesel::sql_types::Text;
use std::collections::HashMap;

/// Writes the words and marks of these signatures anew; of those whose details are gone there are none.
///
/// # Errors
/// A fault of the database.
pub(crate) fn reindex(tx: &mut Tx<'_>, ids: &[Id<Signature>]) -> Result<()> {
    let sources = g::table
        .filter(g::id.eq_any(ids))
        .select((g::id, g::source));
    let sources: Vec<(Id<Signature>, Option<String>)> = both!(tx, |c| sources.load(c))?;
    let sources: HashMap<_, _> = sources.into_iter().collect();
    let tags = tags::of_all(tx, ids)?;
    for signed in read::by_ids(tx, ids)? {
        let Some(signer) = &signed.signer else {
            continue;
        };
        let signature = &signed.signature;
        let facts = SignatureFacts {
            lang: signature.lang,
            source: sources.get(&signature.id).and_then(Option::as_deref),
            choice: signature.choice,
            tags: tags.get(&signature.id).map_or(&[], Vec::as_slice),
        };
        let words = indexed(signature.petition, signer, facts);
        diesel::update(d::table.find(signature.id))
            .set(d::search.eq(&words))
            .execute(&mut **tx)?;
        put(tx, signature.id, Some(&words))?;
    }
    Ok(())
}

/// Takes a signature out of the index. The details have to be there still: the index knows their row.
///
/// # Errors
/// A fault of the database.
pub(crate) fn take_out(tx: &mut Tx<'_>, id: Id<Signature>) -> Result<()> {
    put(tx, id, None)
}

/// Puts other words into SQLite's full-text index, or none; PostgreSQL's follows its column.
fn put(tx: &mut Tx<'_>, id: Id<Signature>, words: Option<&str>) -> Result<()> {
    let Conn::Sqlite(c) = &mut **tx else {
        return Ok(());
    };
    diesel::sql_query(
        "delete from signature_search where rowid = \
         (select rowid from signature_details where signature_id = $1)",
    )
    .bind::<Uid, _>(id)
    .execute(c)?;
    if let Some(words) = words {
        diesel::sql_query(
            "insert into signature_search (rowid, words) \
             select rowid, $1 from signature_details where signature_id = $2",
        )
        .bind::<Text, _>(words)
        .bind::<Uid, _>(id)
        .execute(c)?;
    }
    Ok(())
}
