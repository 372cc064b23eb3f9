//! GET /o/{token}/withdraw: asks before an organization is taken back. POST: takes it back, which deletes contact and logo at once.

use super::board::Endorsers;
use super::endorsing::Endorsing;
use super::pages::WithdrawPage;
use super::store;
use super::urls::{own, withdraw};
use crate::base::Token;
use crate::db::Db;
use crate::petition::{About, Shelf, frame};
use crate::web::answer::{private_page, see_other};
use crate::web::{Arg, Fields, Guarded, Result, Site, Source, stamp};
use actix_web::http::StatusCode;
use actix_web::web::Data;
use serde::Deserialize;

/// The page that asks. Changes nothing. What cannot be taken back leads to its page.
///
/// # Errors
/// 404 for a link that is nobody's; 429 over 60 a minute; 503 while the database is away.
pub async fn get(
    site: Data<Site>,
    shelf: Data<Shelf>,
    endorsing: Data<Endorsing>,
    db: Data<Db>,
    Arg(token): Arg<Token>,
    source: Source,
) -> Result {
    let found = endorsing.behind(&db, &token, source).await?;
    if !found.state.may_withdraw() {
        return Ok(see_other(&own(&token)));
    }
    let shown = shelf.behind(found.petition)?;
    let words = site.words(found.lang);
    let now = site.clock.now();
    let asks = WithdrawPage {
        frame: frame::about(&site, &words, &shown, words.say("endorse-withdraw-title")),
        w: &words,
        about: About::of(&shown, words.lang()),
        name: &found.name,
        action: withdraw(&token),
        token: stamp::make(
            &site.stamp_key,
            "organization leaves",
            token.as_bytes(),
            now,
        ),
        keep_href: own(&token),
    };
    private_page(StatusCode::OK, &asks)
}

/// What the button sends.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wish {
    #[serde(default)]
    token: String,
}

impl Fields for Wish {}

/// Takes it back, and off every page of this instance before it answers.
///
/// # Errors
/// As [`get`]; 409 with a page older than an hour or of another link.
pub async fn post(
    site: Data<Site>,
    endorsers: Data<Endorsers>,
    endorsing: Data<Endorsing>,
    db: Data<Db>,
    Arg(token): Arg<Token>,
    source: Source,
    form: Guarded<Wish>,
) -> Result {
    let found = endorsing.behind(&db, &token, source).await?;
    let (key, about, now) = (&site.stamp_key, token.as_bytes(), site.clock.now());
    stamp::recent(key, "organization leaves", about, &form.fields.token, now)?;
    if db
        .write(move |tx| store::withdraw(tx, found.id, now))
        .await?
    {
        let endorsers = endorsers.clone();
        db.read(move |conn| endorsers.refresh(conn)).await?;
        // SQLite's log still holds what was deleted until it is folded into the file.
        db.fold().await;
    }
    Ok(see_other(&own(&token)))
}
