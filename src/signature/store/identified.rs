//! Signatures that still say whose they are, where none is to say so any more.

use crate::base::Id;
use crate::both;
use crate::db::schema::{signature_details as d, signatures as g};
use crate::db::{Conn, Result, Tx};
use crate::petition::Petition;
use crate::signature::model::{Signature, SignatureState};
use diesel::prelude::*;

/// Those of one state behind `after` that hold details, or the keys of an address: a seek in the index of states.
/// At most `most`, in the order of their keys.
///
/// # Errors
/// A fault of the database.
pub fn behind(
    conn: &mut Conn,
    petition: Id<Petition>,
    state: SignatureState,
    after: Option<Id<Signature>>,
    most: i64,
) -> Result<Vec<Id<Signature>>> {
    Ok(g::table
        .left_join(d::table.on(d::signature_id.eq(g::id)))
        .filter(g::petition_id.eq(petition))
        .filter(g::state.eq(state.number()))
        .filter(g::id.gt(after.unwrap_or(Id::from_bytes([0; 16]))))
        .filter(
            d::signature_id
                .nullable()
                .is_not_null()
                // Nobody's key stands in both places: see `owned::forget_addresses`.
                .or(g::email_k1.ne(g::email_k2)),
        )
        .order(g::id)
        .limit(most)
        .select(g::id)
        .load(conn)?)
}

/// Those of these keys that hold them still. Whoever asks has locked the petition's counts.
///
/// # Errors
/// A fault of the database.
pub(crate) fn among(tx: &mut Tx<'_>, ids: &[Id<Signature>]) -> Result<Vec<Id<Signature>>> {
    Ok(both!(tx, |c| g::table
        .left_join(d::table.on(d::signature_id.eq(g::id)))
        .filter(g::id.eq_any(ids))
        .filter(
            d::signature_id
                .nullable()
                .is_not_null()
                .or(g::email_k1.ne(g::email_k2)),
        )
        .select(g::id)
        .load(c))?)
}
