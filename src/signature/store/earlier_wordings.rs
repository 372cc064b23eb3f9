//! Signatures that are bound to words of which organizers say that something else is asked now.

use crate::base::{Id, Lang};
use crate::db::schema::{signature_details as d, signatures as g};
use crate::db::{Conn, Error, Result};
use crate::petition::{Petition, Wording};
use crate::signature::model::{Signature, SignatureState};
use diesel::prelude::*;

/// One that counts, as far as a mail needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EarlierSigner {
    /// Its key.
    pub id: Id<Signature>,
    /// Which words it is bound to.
    pub wording: Id<Wording>,
    /// The language of its form.
    pub lang: Lang,
    /// Where a mail goes; none where none is wanted, or details are gone.
    pub email: Option<String>,
}

type RecipientRow = (
    Id<Signature>,
    Id<Wording>,
    String,
    Option<String>,
    Option<bool>,
);

/// Counted signatures of a petition behind `after`, at most `most`, in the order of their keys: a seek in the index of states.
///
/// # Errors
/// A fault of the database.
pub fn behind(
    conn: &mut Conn,
    petition: Id<Petition>,
    after: Option<Id<Signature>>,
    most: i64,
) -> Result<Vec<EarlierSigner>> {
    let rows = g::table
        .left_join(d::table.on(d::signature_id.eq(g::id)))
        .filter(g::petition_id.eq(petition))
        .filter(g::state.eq(SignatureState::Counted.number()))
        .filter(g::id.gt(after.unwrap_or(Id::from_bytes([0; 16]))))
        .order(g::id)
        .limit(most)
        .select((
            g::id,
            g::wording_id,
            g::lang,
            d::email.nullable(),
            d::wants_updates.nullable(),
        ))
        .load::<RecipientRow>(conn)?;
    rows.into_iter()
        .map(|(id, wording, lang, email, wants)| {
            Ok(EarlierSigner {
                id,
                wording,
                lang: Lang::parse(&lang).map_err(|_| Error::Refused("language"))?,
                email: email.filter(|_| wants == Some(true)),
            })
        })
        .collect()
}
