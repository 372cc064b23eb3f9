//! Requests with keys in the database. Where one transaction does the work, [`begin`], the work and [`finish`] stand in it, and whoever asks
//! the same meanwhile waits for its end. Where the work is written by others in a shared commit, [`begin`] is a transaction of its own:
//! whoever asks meanwhile hears that it is being done, and when nobody finishes it, its lease ends.
//!
//! What a token may is asked before: a kept answer is no right.

use super::model::ApiToken;
use super::request::{KeptAnswer, MadeThing, RequestHash, RequestKey};
use crate::base::time::{hours, minutes};
use crate::base::{Id, Time};
use crate::both;
use crate::db::schema::api_requests as r;
use crate::db::{Error, Result, Tx};
use diesel::prelude::*;
use std::time::Duration;

/// How long an answer is kept.
const KEPT: Duration = hours(24);
/// How long somebody may take who began it.
pub const LEASE: Duration = minutes(1);

/// How a request stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// It is to be done now, by whoever asked.
    Begun(Lease),
    /// It was done: this was the answer.
    Done(KeptAnswer),
    /// Somebody is at it: 409.
    Running,
    /// The key is another request's: 422.
    Other,
}

/// The right to do a request and to say what came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lease {
    token: Id<ApiToken>,
    key: RequestKey,
    until: Time,
}

type RequestRow = (
    Vec<u8>,
    Option<Time>,
    Option<i16>,
    Option<Id<MadeThing>>,
    Option<String>,
    Time,
);

/// Begins a request, or says how it stands. A key that is older than a day is a new one.
///
/// # Errors
/// A fault of the database.
pub fn begin(
    tx: &mut Tx<'_>,
    token: Id<ApiToken>,
    key: RequestKey,
    asked: RequestHash,
    now: Time,
) -> Result<Standing> {
    let until = now.plus(LEASE);
    let lease = Standing::Begun(Lease { token, key, until });
    let row = (
        r::token_id.eq(token),
        r::key_hash.eq(key.0.to_vec()),
        r::request_hash.eq(asked.0.to_vec()),
        r::leased_until.eq(until),
        r::created_at.eq(now),
    );
    // of two who begin at once the second waits for the first, and finds its row
    let is_first = both!(tx, |c| diesel::insert_into(r::table)
        .values(row.clone())
        .on_conflict_do_nothing()
        .execute(c))?;
    if is_first == 1 {
        return Ok(lease);
    }
    let own = r::table.find((token, key.0.to_vec()));
    let found = own
        .clone()
        .select((
            r::request_hash,
            r::leased_until,
            r::status,
            r::made_id,
            r::body,
            r::created_at,
        ))
        .first::<RequestRow>(&mut **tx)
        .optional()?;
    let Some((hash, leased_until, status, made, body, created_at)) = found else {
        // given back in this very moment
        return Ok(Standing::Running);
    };
    let is_over = now >= created_at.plus(KEPT);
    let is_running = leased_until.is_some_and(|until| now < until);
    if hash != asked.0 && !is_over {
        return Ok(Standing::Other);
    }
    if let (Some(status), false) = (status, is_over) {
        let status = u16::try_from(status).map_err(|_| Error::Refused("status"))?;
        return Ok(Standing::Done(KeptAnswer { status, made, body }));
    }
    if is_running {
        return Ok(Standing::Running);
    }
    // Whoever began it does not finish it any more, or it is of yesterday: of two who see that one begins anew. Lapsed leases and kept
    // answers are told apart by the column that the other one does not have.
    let anew = (
        r::request_hash.eq(asked.0.to_vec()),
        r::leased_until.eq(until),
        r::status.eq(None::<i16>),
        r::made_id.eq(None::<Id<MadeThing>>),
        r::body.eq(None::<String>),
        r::created_at.eq(now),
    );
    let lapsed = own.filter(r::created_at.eq(created_at)).filter(
        r::leased_until
            .is_null()
            .or(r::leased_until.assume_not_null().le(now)),
    );
    let still = diesel::update(lapsed).set(anew).execute(&mut **tx)?;
    match still {
        1 => Ok(lease),
        _ => Ok(Standing::Running),
    }
}

/// Says what came of it: the answer is kept, or the key is free again where it is not final. False where the lease has ended and somebody
/// else began it anew: what was done in this transaction must not stand then.
///
/// # Errors
/// A fault of the database.
pub fn finish(tx: &mut Tx<'_>, lease: Lease, answer: &KeptAnswer) -> Result<bool> {
    let own = r::table
        .find((lease.token, lease.key.0.to_vec()))
        .filter(r::leased_until.eq(lease.until));
    let done = match answer.is_final() {
        false => diesel::delete(own).execute(&mut **tx)?,
        true => {
            let status = i16::try_from(answer.status).map_err(|_| Error::Refused("status"))?;
            diesel::update(own)
                .set((
                    r::leased_until.eq(None::<Time>),
                    r::status.eq(status),
                    r::made_id.eq(answer.made),
                    r::body.eq(answer.body.as_deref()),
                ))
                .execute(&mut **tx)?
        }
    };
    Ok(done == 1)
}

/// Deletes what was kept for a day. How many.
pub(crate) fn tidy(tx: &mut Tx<'_>, now: Time) -> Result<usize> {
    let old = r::table.filter(r::created_at.le(now.minus(KEPT)));
    Ok(diesel::delete(old).execute(&mut **tx)?)
}
