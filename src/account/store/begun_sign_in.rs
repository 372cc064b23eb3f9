//! Sign-ins that wait for a code: begun by a right passphrase, ended by the code, by five wrong ones, and by themselves.

use crate::account::model::Organizer;
use crate::base::time::minutes;
use crate::base::{Id, Time, Token, TokenHash};
use crate::db::schema::begun_sign_ins as b;
use crate::db::{Conn, Result, Tx};
use diesel::prelude::*;
use std::time::Duration;

/// How long a code may take.
pub(crate) const LASTS: Duration = minutes(10);
/// Codes that may be tried after one passphrase.
const TRIES: i16 = 5;

/// A key of such a row.
enum BegunSignIn {}

/// Notes that somebody's passphrase was right; the token by which the form with the code is known.
pub(crate) fn insert(tx: &mut Tx<'_>, who: Id<Organizer>, now: Time) -> Result<Token> {
    let token = Token::random();
    diesel::insert_into(b::table)
        .values((
            b::id.eq(Id::<BegunSignIn>::new(now)),
            b::token_hash.eq(token.hash().0.as_slice()),
            b::organizer_id.eq(who),
            b::tries.eq(0_i16),
            b::expires_at.eq(now.plus(LASTS)),
        ))
        .execute(&mut **tx)?;
    Ok(token)
}

/// Whose sign-in this is, while it waits.
pub(crate) fn find(conn: &mut Conn, hash: &TokenHash, now: Time) -> Result<Option<Id<Organizer>>> {
    Ok(b::table
        .filter(b::token_hash.eq(hash.0.as_slice()))
        .filter(b::expires_at.gt(now))
        .filter(b::tries.lt(TRIES))
        .select(b::organizer_id)
        .first(conn)
        .optional()?)
}

/// Counts a try before it is made. False when there is none left.
pub(crate) fn count_try(tx: &mut Tx<'_>, hash: &TokenHash, now: Time) -> Result<bool> {
    let waiting = b::table
        .filter(b::token_hash.eq(hash.0.as_slice()))
        .filter(b::expires_at.gt(now))
        .filter(b::tries.lt(TRIES));
    let counted = diesel::update(waiting)
        .set(b::tries.eq(b::tries + 1_i16))
        .execute(&mut **tx)?;
    Ok(counted == 1)
}

/// Ends one: the code was right.
pub(crate) fn end(tx: &mut Tx<'_>, hash: &TokenHash) -> Result<usize> {
    Ok(diesel::delete(b::table.filter(b::token_hash.eq(hash.0.as_slice()))).execute(&mut **tx)?)
}

/// Ends every sign-in of somebody that waits.
pub(crate) fn end_all(tx: &mut Tx<'_>, who: Id<Organizer>) -> Result<usize> {
    Ok(diesel::delete(b::table.filter(b::organizer_id.eq(who))).execute(&mut **tx)?)
}

/// Deletes what has ended by itself; how many.
pub(crate) fn tidy(tx: &mut Tx<'_>, now: Time) -> Result<usize> {
    Ok(diesel::delete(b::table.filter(b::expires_at.le(now))).execute(&mut **tx)?)
}
