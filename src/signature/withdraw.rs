//! GET /m/{token}/withdraw: asks before withdrawing. POST: withdraws, or within a day counts again.
//! GET /c/{token}/withdraw: leads there from letters of before.
//!
//! Withdrawing is not part of confirming, so that no scanner that presses everything takes a
//! signature back (T06).

use super::behind::signed_behind;
use super::confirming::Confirming;
use super::front::Front;
use super::model::State;
use super::pages::WithdrawPage;
use super::parts;
use super::settle::move_own;
use super::store::signed;
use crate::base::Token;
use crate::db::Db;
use crate::petition::About;
use crate::web::answer::{private_page, see_other};
use crate::web::{Arg, Error, Fields, Guarded, Result, Site, Source, stamp, urls};
use actix_web::http::StatusCode;
use actix_web::web::Data;
use serde::Deserialize;

/// The same from the link that confirms.
///
/// # Errors
/// 404 when no signature stands behind the link; 429 over 60 a minute; 503 while the database is
/// away.
pub async fn lead(
    confirming: Data<Confirming>,
    db: Data<Db>,
    Arg(token): Arg<Token>,
    source: Source,
) -> Result {
    confirming.admit(source)?;
    let id = confirming.links.open(&token);
    let found = db.read(move |conn| signed_behind(conn, id)).await?;
    let signed = found.ok_or(Error::NOT_FOUND)?;
    let own = confirming.links.own(signed.signature.id);
    Ok(see_other(&urls::own_withdraw(&own)))
}

/// The page that asks. Changes nothing. What is not counted leads to the signature's page.
///
/// # Errors
/// 404 for a link that is nobody's, 410 when the details are erased, 429 over 60 a minute, 503 while
/// the database is away.
pub async fn get(
    site: Data<Site>,
    front: Data<Front>,
    confirming: Data<Confirming>,
    db: Data<Db>,
    Arg(token): Arg<Token>,
    source: Source,
) -> Result {
    confirming.admit(source)?;
    let id = confirming.links.open_own(&token);
    let found = db.read(move |conn| signed::find(conn, id)).await?;
    let signed = found.ok_or(Error::NOT_FOUND)?;
    let signature = &signed.signature;
    let signer = signed
        .signer
        .as_ref()
        .ok_or(Error::GONE.saying("own-erased"))?;
    if signature.state != State::Counted {
        return Ok(see_other(&urls::own(&token)));
    }
    let shown = front
        .shelf
        .get(signature.petition)
        .ok_or(Error::NOT_FOUND)?;
    let words = site.words(signature.lang);
    let now = site.clock.now();
    let stamp = stamp::make(&site.stamp_key, "withdraw", token.as_bytes(), now);
    let page = WithdrawPage {
        frame: parts::frame(&site, &words, &shown, words.say("withdraw-title")),
        w: &words,
        about: About::of(&shown, signature.lang),
        line: parts::line(&shown, signer),
        action: urls::own_withdraw(&token),
        keep_href: urls::own(&token),
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

/// Takes back a counted signature; counts one that was taken back less than a day ago. Leads to the
/// page that tells how it stands.
///
/// # Errors
/// 404 when no signature stands behind the link; 410 when its details are erased; 409 with a page
/// older than an hour or of another link; 503 while the database is away.
pub async fn post(
    site: Data<Site>,
    front: Data<Front>,
    confirming: Data<Confirming>,
    db: Data<Db>,
    Arg(token): Arg<Token>,
    source: Source,
    form: Guarded<Wish>,
) -> Result {
    confirming.admit(source)?;
    let now = site.clock.now();
    let (about, stamp) = (token.as_bytes(), &form.fields.token);
    stamp::recent(&site.stamp_key, "withdraw", about, stamp, now)?;
    let id = confirming.links.open_own(&token);
    let moved = db
        .write(move |tx| {
            let signed = signed::find(tx, id)?.ok_or(Error::NOT_FOUND)?;
            if signed.signer.is_none() {
                return Err(Error::GONE.saying("own-erased"));
            }
            let signature = &signed.signature;
            let step = match signature.state {
                State::Counted => (State::Counted, State::Withdrawn),
                State::Withdrawn if signature.may_be_counted_again(now) => {
                    (State::Withdrawn, State::Counted)
                }
                _ => return Ok(None),
            };
            Ok::<_, Error>(move_own(tx, id, step, now)?)
        })
        .await?;
    if let Some(tally) = moved {
        confirming.note(&tally);
        front.look_again(&db, &tally).await?;
    }
    Ok(see_other(&urls::confirm(&confirming.links.token(id))))
}
