//! Signatures as they are read: by key, the latest, page by page.

use super::signer_columns::signer_columns;
use crate::base::{Id, Lang, LinkCode, Time};
use crate::db::schema::{signature_details as d, signatures as g};
use crate::db::{Conn, Error, Result};
use crate::petition::source::Source;
use crate::petition::{FieldMap, Founder, Petition, PledgeOption, Replies, Wording};
use crate::signature::model::{AddressKeys, Reason, Signature, SignatureState, Signer, Visibility};
use diesel::prelude::*;

#[derive(Queryable, Selectable)]
#[diesel(table_name = g)]
struct SignatureRow {
    id: Id<Signature>,
    petition_id: Id<Petition>,
    state: i16,
    reason: Option<i16>,
    number: Option<i64>,
    wording_id: Id<Wording>,
    lang: String,
    share_code: Option<String>,
    choice_id: Option<Id<PledgeOption>>,
    signed_at: Time,
    confirmed_at: Time,
    changed_at: Time,
}

signer_columns!(SignerRow of d);

impl TryFrom<SignatureRow> for Signature {
    type Error = Error;

    fn try_from(row: SignatureRow) -> Result<Self> {
        Ok(Self {
            id: row.id,
            petition: row.petition_id,
            state: SignatureState::from_number(row.state),
            reason: row.reason.and_then(Reason::from_number),
            number: row.number,
            wording: row.wording_id,
            lang: Lang::parse(&row.lang).map_err(|_| Error::Refused("language"))?,
            share: row.share_code.as_deref().and_then(LinkCode::parse),
            choice: row.choice_id,
            signed_at: row.signed_at,
            confirmed_at: row.confirmed_at,
            changed_at: row.changed_at,
        })
    }
}

/// A signature with the person's own data beside it, as long as these are kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Signed {
    /// The signature.
    pub signature: Signature,
    /// Whose; none when erased.
    pub signer: Option<Signer>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = g)]
struct SignedRow {
    #[diesel(embed)]
    signature: SignatureRow,
    #[diesel(embed)]
    signer: Option<SignerRow>,
    #[diesel(select_expression = d::opted_in_to.nullable())]
    opted_in_to: Option<String>,
    #[diesel(select_expression = d::opted_in_partner.nullable())]
    opted_in_partner: Option<Id<Source>>,
}

impl TryFrom<SignedRow> for Signed {
    type Error = Error;

    fn try_from(row: SignedRow) -> Result<Self> {
        let founders = row
            .opted_in_to
            .and_then(|json| serde_json::from_str(&json).ok());
        Ok(Self {
            signature: row.signature.try_into()?,
            signer: row
                .signer
                .map(|signer| signer.signer(founders.unwrap_or_default(), row.opted_in_partner)),
        })
    }
}

/// Signatures, with their details where these are kept.
#[diesel::dsl::auto_type(no_type_alias)]
fn with_details() -> _ {
    g::table.left_join(d::table.on(d::signature_id.eq(g::id)))
}

/// The signature with this key.
pub fn find(conn: &mut Conn, id: Id<Signature>) -> Result<Option<Signed>> {
    with_details()
        .filter(g::id.eq(id))
        .select(SignedRow::as_select())
        .first(conn)
        .optional()?
        .map(Signed::try_from)
        .transpose()
}

/// The signature of this address under this petition, whatever its state: a seek in the index that keeps it one.
pub(crate) fn of_address(
    conn: &mut Conn,
    petition: Id<Petition>,
    keys: &AddressKeys,
) -> Result<Option<Id<Signature>>> {
    Ok(g::table
        .filter(g::petition_id.eq(petition))
        .filter(g::email_k1.eq(keys.k1.as_slice()))
        .select(g::id)
        .first(conn)
        .optional()?)
}

/// The signatures with these keys, in no order.
pub(crate) fn by_ids(conn: &mut Conn, ids: &[Id<Signature>]) -> Result<Vec<Signed>> {
    let rows = crate::both!(conn, |c| with_details()
        .filter(g::id.eq_any(ids))
        .select(SignedRow::as_select())
        .load(c))?;
    rows.into_iter().map(Signed::try_from).collect()
}

/// The newest of one state below `before`, newest first: a seek in the index of states.
pub fn newest(
    conn: &mut Conn,
    petition: Id<Petition>,
    state: SignatureState,
    before: Option<Id<Signature>>,
    most: i64,
) -> Result<Vec<Signed>> {
    let mut query = with_details()
        .filter(g::petition_id.eq(petition))
        .filter(g::state.eq(state.number()))
        .order(g::id.desc())
        .limit(most)
        .select(SignedRow::as_select())
        .into_boxed();
    if let Some(before) = before {
        query = query.filter(g::id.lt(before));
    }
    let rows = query.load(conn)?;
    rows.into_iter().map(Signed::try_from).collect()
}

/// The oldest of one state above `after`, oldest first.
pub fn oldest(
    conn: &mut Conn,
    petition: Id<Petition>,
    state: SignatureState,
    after: Option<Id<Signature>>,
    most: i64,
) -> Result<Vec<Signed>> {
    let mut query = with_details()
        .filter(g::petition_id.eq(petition))
        .filter(g::state.eq(state.number()))
        .order(g::id)
        .limit(most)
        .select(SignedRow::as_select())
        .into_boxed();
    if let Some(after) = after {
        query = query.filter(g::id.gt(after));
    }
    let rows = query.load(conn)?;
    rows.into_iter().map(Signed::try_from).collect()
}

/// How many rows stand in each state, by petition: the recount that `check` holds against the
/// tallies. Scans every signature; for the command line only.
pub fn recount(conn: &mut Conn) -> Result<Vec<(Id<Petition>, SignatureState, i64)>> {
    Ok(g::table
        .group_by((g::petition_id, g::state))
        .select((g::petition_id, g::state, diesel::dsl::count_star()))
        .load::<(Id<Petition>, i16, i64)>(conn)?
        .into_iter()
        .map(|(petition, state, rows)| (petition, SignatureState::from_number(state), rows))
        .collect())
}
