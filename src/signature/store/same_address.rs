//! What waits under one address: the form that is sent again, and those that a code may be of.

use super::pending::{PendingRow, SignerRow, Waiting, answers};
use crate::base::{Id, Time};
use crate::db::schema::pending_signatures as p;
use crate::db::{Conn, Result, Tx};
use crate::petition::Petition;
use crate::signature::model::{AddressKeys, PendingSignature, Signature};
use diesel::prelude::*;

/// The ids of what waits under one petition and mailbox, typed in since then. Asked for on their own, both databases find them in
/// the index alone.
macro_rules! of_mailbox {
    ($petition:expr, $keys:expr, $since:expr) => {{
        let q = diesel::alias!(p as q);
        q.filter(q.field(p::petition_id).eq($petition))
            .filter(q.field(p::id).ge(Id::<Signature>::first_of($since)))
            .filter(q.field(p::address_key).eq($keys.mailbox.as_slice()))
            .select(q.field(p::id))
    }};
}

/// The newest that was typed in since then under this petition, with this address, in this browser.
pub(crate) fn newest_in_browser(
    conn: &mut Conn,
    (petition, keys, browser): (Id<Petition>, &AddressKeys, &[u8; 32]),
    since: Time,
) -> Result<Option<Id<Signature>>> {
    Ok(p::table
        .filter(p::id.eq_any(of_mailbox!(petition, keys, since)))
        .filter(p::email_k1.eq(keys.k1.as_slice()))
        .filter(p::browser_hash.eq(browser.as_slice()))
        .order(p::id.desc())
        .select(p::id)
        .first(conn)
        .optional()?)
}

/// Those that wait under this petition with this address, the newest first, at most `most`.
pub fn newest(
    conn: &mut Conn,
    petition: Id<Petition>,
    keys: &AddressKeys,
    most: i64,
) -> Result<Vec<Waiting>> {
    p::table
        .filter(p::id.eq_any(of_mailbox!(petition, keys, EVER)))
        .filter(p::email_k1.eq(keys.k1.as_slice()))
        .order(p::id.desc())
        .limit(most)
        .select(PendingRow::as_select())
        .load::<PendingRow>(conn)?
        .into_iter()
        .map(Waiting::try_from)
        .collect()
}

/// Before anything was typed in.
pub(crate) const EVER: Time = Time::from_micros(0);

/// Puts what was typed last in the place of what was typed before. Its link, code, word and code to pass on stay.
pub fn mend(tx: &mut Tx<'_>, id: Id<Signature>, typed: &PendingSignature) -> Result<()> {
    let agreed = &typed.agreed;
    diesel::update(p::table.find(id))
        .set((
            SignerRow::from(&typed.signer),
            p::wording_id.eq(agreed.wording),
            p::lang.eq(agreed.lang.as_str()),
            p::score.eq(typed.score),
            p::answers.eq(answers(agreed, typed.handed_in.as_ref())),
            p::choice_id.eq(typed.choice),
        ))
        .execute(&mut **tx)?;
    Ok(())
}
