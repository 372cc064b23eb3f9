//! What a program may ask again without having it done twice: `Idempotency-Key`, for a day. What its token may is asked before.

use super::caller::{AskedOnce, Caller};
use super::given::Given;
use crate::account::token::request::{KeptAnswer, MadeThing, RequestHash, RequestKey};
use crate::account::token::request_store::{self, Standing};
use crate::base::Id;
use crate::db::{self, Tx};
use crate::web::Problem;
use actix_web::HttpResponse;
use serde_json::Value;

/// An answer that is not kept: the same request may be done again.
const NOT_KEPT: KeptAnswer = KeptAnswer {
    status: 503,
    made: None,
    body: None,
};

/// The key of a request and what it asks, where it has one.
///
/// # Errors
/// 400 for what is no key.
pub(super) fn key(
    caller: &Caller,
    given: &Given,
) -> Result<Option<(RequestKey, RequestHash)>, Problem> {
    let Some(AskedOnce { key, method, path }) = &caller.once else {
        return Ok(None);
    };
    let key = key.ok_or_else(|| {
        Problem::invalid("Idempotency-Key must be a string of 1 to 255 printable ASCII characters")
    })?;
    Ok(Some((key, RequestHash::of(method, path, &given.bytes))))
}

/// What a program hears that asks again what is not done.
pub(super) fn refused(standing: &Standing) -> Problem {
    match standing {
        Standing::Other => Problem::other_body(),
        Standing::Begun(_) | Standing::Running => {
            Problem::conflict("A request with this Idempotency-Key is being done")
        }
        Standing::Done(_) => {
            Problem::conflict("What came of this Idempotency-Key is not known any more")
        }
    }
}

/// The answer that was kept.
fn told_before(standing: &Standing) -> Option<Value> {
    match standing {
        Standing::Done(kept) => serde_json::from_str(kept.body.as_deref()?).ok(),
        Standing::Begun(_) | Standing::Running | Standing::Other => None,
    }
}

/// An answer to be kept. Nothing personal may stand in it.
fn kept(body: &Value) -> KeptAnswer {
    KeptAnswer {
        status: 200,
        made: None,
        body: Some(body.to_string()),
    }
}

/// What came of a request that makes something.
pub(super) enum MadeOnce<T> {
    /// It was made.
    Now(T),
    /// The same was asked before, and this was made.
    Before(Id<MadeThing>),
}

/// Makes something in the transaction in which its key is written, so that whoever asks again is told what was made. Of what was told then
/// nothing is kept.
///
/// # Errors
/// Those of the work, which leave no key behind; 400, 409 and 422 of the key.
pub(super) async fn make<T, E>(
    caller: &Caller,
    given: &Given,
    work: impl FnOnce(&mut Tx<'_>) -> Result<(T, Id<MadeThing>), E> + Send + 'static,
) -> Result<MadeOnce<T>, Problem>
where
    T: Send + 'static,
    E: From<db::Error> + Into<Problem> + Send + 'static,
{
    let key = key(caller, given)?;
    let (token, now) = (caller.token.id, caller.now());
    let write = move |tx: &mut Tx<'_>| {
        let lease = match key {
            None => None,
            Some((key, asked)) => match request_store::begin(tx, token, key, asked, now)? {
                Standing::Begun(lease) => Some(lease),
                standing => return Ok(Err(standing)),
            },
        };
        let (made, id) = work(tx)?;
        if let Some(lease) = lease {
            let kept = KeptAnswer {
                status: 200,
                made: Some(id),
                body: None,
            };
            request_store::finish(tx, lease, &kept)?;
        }
        Ok(Ok(made))
    };
    match caller.db.write(write).await.map_err(E::into)? {
        Ok(made) => Ok(MadeOnce::Now(made)),
        Err(Standing::Done(KeptAnswer { made: Some(id), .. })) => Ok(MadeOnce::Before(id)),
        Err(standing) => Err(refused(&standing)),
    }
}

/// Does the work, or answers as it did. What failed is done again when it is asked again.
///
/// # Errors
/// Those of the work; 400, 409 and 422 of the key.
pub(super) async fn once(
    caller: &Caller,
    given: &Given,
    work: impl Future<Output = Result<Value, Problem>>,
) -> Result<HttpResponse, Problem> {
    let Some((key, asked)) = key(caller, given)? else {
        return Ok(caller.answer(&work.await?));
    };
    let (token, now) = (caller.token.id, caller.now());
    let begun = caller
        .db
        .write(move |tx| request_store::begin(tx, token, key, asked, now));
    let lease = match begun.await? {
        Standing::Begun(lease) => lease,
        standing => {
            let before = told_before(&standing).ok_or_else(|| refused(&standing))?;
            return Ok(caller.answer(&before));
        }
    };
    let done = work.await;
    let answer = done.as_ref().map_or(NOT_KEPT, kept);
    let finish = caller
        .db
        .write(move |tx| request_store::finish(tx, lease, &answer));
    // where that cannot be written, the lease ends by itself
    if let Err(error) = finish.await {
        tracing::warn!(%error, "what came of a key was not kept");
    }
    Ok(caller.answer(&done?))
}
