//! GET /c/{token}/withdraw: asks. POST: takes the signature back, or counts it again within a day.

use super::behind::signed_behind;
use super::confirming::Confirming;
use super::front::Front;
use super::model::State;
use super::pages::WithdrawPage;
use super::parts;
use super::settle::move_own;
use crate::base::Token;
use crate::base::time::hours;
use crate::db::Db;
use crate::web::answer::{private_page, see_other};
use crate::web::{Arg, Error, Fields, Guarded, Result, Site, Source, stamp, urls};
use actix_web::http::StatusCode;
use actix_web::web::Data;
use serde::Deserialize;

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
    let found = db.read(move |conn| signed_behind(conn, id)).await?;
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
        line: signed
            .signer
            .as_ref()
            .map(|signer| parts::line(&shown, signer))
            .unwrap_or_default(),
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
            let Some(signed) = signed_behind(tx, id)? else {
                return Ok::<_, Error>(None);
            };
            let signature = &signed.signature;
            let step = match signature.state {
                State::Counted => (State::Counted, State::Withdrawn),
                State::Withdrawn if signature.may_be_counted_again(now) => {
                    (State::Withdrawn, State::Counted)
                }
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
