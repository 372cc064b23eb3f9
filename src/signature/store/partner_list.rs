//! Who lets a partner write, for the list it is given: a seek in an index of those alone.

use crate::base::{Id, Time};
use crate::db::schema::{signature_details as d, signatures as g};
use crate::db::{Conn, Result};
use crate::petition::source::Source;
use crate::signature::model::{Signature, SignatureState};
use diesel::prelude::*;

/// Somebody who lets a partner write, and whose signature counts.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct PartnerSigner {
    /// The signature.
    pub id: Id<Signature>,
    /// As it was typed.
    pub email: String,
    /// As it was typed.
    pub name: String,
    /// The language it was signed in.
    pub lang: String,
    /// When the form was sent.
    pub signed_at: Time,
}

/// The next of them behind `after`, at most `most`, in the order of their keys.
///
/// # Errors
/// A fault of the database.
pub fn after(
    conn: &mut Conn,
    partner: Id<Source>,
    after: Id<Signature>,
    most: i64,
) -> Result<Vec<PartnerSigner>> {
    Ok(d::table
        .inner_join(g::table.on(g::id.eq(d::signature_id)))
        .filter(d::opted_in_partner.eq(partner))
        .filter(g::state.eq(SignatureState::Counted.number()))
        .filter(d::signature_id.gt(after))
        .order(d::signature_id)
        .limit(most)
        .select((g::id, d::email, d::name, g::lang, g::signed_at))
        .load(conn)?)
}
