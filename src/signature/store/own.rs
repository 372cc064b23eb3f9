//! What a signer changes of their own signature: details, answers, and that it is there at all.

use crate::base::Id;
use crate::db::schema::signature_details as d;
use crate::db::types::Uid;
use crate::db::{Conn, Result, Tx};
use crate::petition::Founder;
use crate::signature::finding::indexed;
use crate::signature::model::{Signature, Signer};
use diesel::prelude::*;
use diesel::sql_types::Text;

/// Puts these details in the place of those there were, and the words of the search with them.
/// Answers about mail are another matter: see [`answer`].
pub fn correct(tx: &mut Tx<'_>, id: Id<Signature>, signer: &Signer) -> Result<()> {
    let words = indexed(signer);
    diesel::update(d::table.find(id))
        .set((
            d::name.eq(&signer.name),
            d::role.eq(signer.role.as_deref()),
            d::affiliation.eq(signer.affiliation.as_deref()),
            d::place.eq(signer.place.as_deref()),
            d::visibility.eq(signer.visibility.number()),
            d::search.eq(&words),
        ))
        .execute(&mut **tx)?;
    search_for(tx, id, Some(&words))
}

/// Who may write from now on; `founders` where each was asked about apart.
pub fn answer(
    tx: &mut Tx<'_>,
    id: Id<Signature>,
    wants_updates: bool,
    founders: Option<&[Id<Founder>]>,
) -> Result<()> {
    let founders = founders.and_then(|ids| serde_json::to_string(ids).ok());
    diesel::update(d::table.find(id))
        .set((
            d::wants_updates.eq(wants_updates),
            d::opted_in_to.eq(founders),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Puts other words into SQLite's full-text index, or none; PostgreSQL's follows its column. The
/// details have to be there still: the index knows their row.
pub(super) fn search_for(tx: &mut Tx<'_>, id: Id<Signature>, words: Option<&str>) -> Result<()> {
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
