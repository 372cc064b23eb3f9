//! GET /c/{token}/withdraw: asks. POST: takes the signature back, or counts it again within a day.

use super::confirm::Confirming;
use super::model::{Signature, State};
use super::pages::WithdrawPage;
use super::parts;
use super::settle::move_own;
use super::show::Front;
use super::store::pending::{self, Ending};
use super::store::signed::{self, Signed};
use crate::base::time::hours;
use crate::base::{Id, Time, Token};
use crate::db::{self, Conn, Db};
use crate::web::answer::{private_page, see_other};
use crate::web::{Arg, Error, Fields, Guarded, Result, Site, Source, stamp, urls};
use actix_web::http::StatusCode;
use actix_web::web::Data;
use serde::Deserialize;
use std::time::Duration;

/// How long a withdrawal can be taken back from its own page.
const UNDO_WITHIN: Duration = hours(24);

/// Whether a withdrawn signature can still be counted again from its page.
#[must_use]
pub fn may_undo(signature: &Signature, now: Time) -> bool {
    signature.state == State::Withdrawn && now.since(signature.changed_at) < UNDO_WITHIN
}

/// The signature behind a link, whether the link was its first or a later one.
fn behind(conn: &mut Conn, id: Id<Signature>) -> db::Result<Option<Signed>> {
    if let Some(signed) = signed::find(conn, id)? {
        return Ok(Some(signed));
    }
    match pending::ending(conn, id)? {
        Some((_, Ending::AlreadySigned(other))) => signed::find(conn, other),
        _ => Ok(None),
    }
}

/// The page that asks. Changes nothing.
///
/// # Errors
/// 404 when nothing counted stands behind the link; 429 over 60 a minute.
pub async fn get(
    site: Data<Site>,
    front: Data<Front>,
    confirming: Data<Confirming>,
    db: Data<Db>,
    Arg(token): Arg<Token>,
    source: Source,
) -> Result {
    if !confirming.limit.admits(source) {
        return Err(Error::too_many(60));
    }
    let id = confirming.links.open(&token);
    let found = db.read(move |conn| behind(conn, id)).await?;
    let signed = found.ok_or(Error::NOT_FOUND)?;
    if signed.signature.state != State::Counted {
        return Ok(see_other(&urls::confirm(&token)));
    }
    let shown = front
        .shelf
        .get(signed.signature.petition)
        .ok_or(Error::NOT_FOUND)?;
    let words = site.words(signed.signature.lang);
    let now = site.clock.now();
    let stamp = stamp::make(&site.stamp_key, "withdraw", token.as_bytes(), now);
    let page = WithdrawPage {
        frame: parts::frame(&site, &words, &shown, words.say("withdraw-title")),
        w: &words,
        about: parts::about(&shown, signed.signature.lang),
        line: signed.signer.as_ref().map(parts::line).unwrap_or_default(),
        action: urls::withdraw(&token),
        keep_href: urls::confirm(&token),
        token: &stamp,
    };
    private_page(StatusCode::OK, &page)
}

/// What both buttons send.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wish {
    #[serde(default)]
    token: String,
}

impl Fields for Wish {}

/// Takes back a counted signature; counts one that was taken back less than a day ago. Leads to
/// the link's page, which tells how it stands.
///
/// # Errors
/// 404 when no signature stands behind the link; 409 with a page older than an hour or of another
/// link; 503 while the database is away.
pub async fn post(
    site: Data<Site>,
    confirming: Data<Confirming>,
    db: Data<Db>,
    Arg(token): Arg<Token>,
    source: Source,
    form: Guarded<Wish>,
) -> Result {
    if !confirming.limit.admits(source) {
        return Err(Error::too_many(60));
    }
    let now = site.clock.now();
    let age = stamp::age(
        &site.stamp_key,
        "withdraw",
        token.as_bytes(),
        &form.fields.token,
        now,
    );
    if age.is_none_or(|age| age > hours(1)) {
        return Err(Error::CONFLICT.saying("problem-409-page-old"));
    }
    let id = confirming.links.open(&token);
    let moved = db
        .write(move |tx| {
            let Some(signed) = behind(tx, id)? else {
                return Ok::<_, Error>(None);
            };
            let signature = &signed.signature;
            let step = match signature.state {
                State::Counted => (State::Counted, State::Withdrawn),
                State::Withdrawn if may_undo(signature, now) => (State::Withdrawn, State::Counted),
                _ => return Ok(Some(None)),
            };
            Ok(Some(move_own(tx, signature.id, step, now)?))
        })
        .await?;
    if let Some(tally) = moved.ok_or(Error::NOT_FOUND)? {
        confirming.note(&tally);
    }
    Ok(see_other(&urls::confirm(&token)))
}
