//! GET /o/{token}: what is about to be signed for an organization, and later how it stands. POST: confirms, or "this was not us".
//!
//! Presses are judged as those of signers are. Once it is settled the page tells nothing of whoever signed for the organization: its
//! address may be passed on within it.

use super::pages::{EndorsementOwnPage, Picture};
use super::pressed::{self, EndorsementOutcome, EndorsementPress};
use crate::base::Token;
use crate::base::time::{hours, seconds};
use crate::db::Db;
use crate::petition::cache::REMOVED;
use crate::petition::endorsement::endorsing::Endorsing;
use crate::petition::endorsement::model::{Endorsement, EndorsementState};
use crate::petition::endorsement::store;
use crate::petition::endorsement::urls::{own, own_logo, rejected, withdraw};
use crate::petition::guard::{Button, PageOpening, TypedWord, WordQuestion, gone};
use crate::petition::page::layout;
use crate::petition::{About, PetitionCache, PublicPetition};
use crate::web::answers::answer::{private_page, see_other};
use crate::web::forms::form_token;
use crate::web::{
    Browser, CheckedForm, Error, Fields, PathArg, ReaderLang, Result, Site, Source, urls,
};
use actix_web::HttpResponse;
use actix_web::http::header::CACHE_CONTROL;
use actix_web::http::{Method, StatusCode};
use actix_web::web::Data;
use serde::Deserialize;
use std::sync::Arc;

/// The page. Changes nothing that anybody sees.
///
/// # Errors
/// 404 for a link that is nobody's; 410 once the petition was taken down before it was confirmed; 429 over 60 a minute of this
/// link; 503 while the database is away.
#[expect(clippy::too_many_arguments, reason = "actix hands each of them in")]
pub async fn get(
    site: Data<Site>,
    petition_cache: Data<PetitionCache>,
    endorsing: Data<Endorsing>,
    db: Data<Db>,
    PathArg(token): PathArg<Token>,
    method: Method,
    reader: ReaderLang,
    source: Source,
) -> Result {
    let Some(found) = endorsing.behind(&db, &token, source).await? else {
        return gone(&site, &reader);
    };
    let shown = petition_cache.behind(found.petition)?;
    if found.state == EndorsementState::Typed {
        if shown.is_removed() {
            return Err(REMOVED);
        }
        let look = PageOpening {
            is_head: method == Method::HEAD,
            is_own_host: found.host == Some(endorsing.links.host(found.id, source)),
            at: site.clock.now(),
        };
        endorsing.looked(&db, &found, source, look).await;
    }
    tell(
        &site,
        &shown,
        &token,
        &found,
        (WordQuestion::default(), StatusCode::OK),
    )
}

/// The page of a link.
fn tell(
    site: &Site,
    shown: &Arc<PublicPetition>,
    token: &Token,
    found: &Endorsement,
    (asks, status): (WordQuestion, StatusCode),
) -> Result {
    let words = shown.words(site, found.lang);
    let (w, zone) = (&*words, &shown.petition.time_zone);
    let title = match found.state {
        EndorsementState::Typed => "endorse-confirm-tab",
        _ => "endorse-own-title",
    };
    // Whoever signs for it has to see that everything is right; whoever is shown the page later has not.
    let contact = found
        .contact
        .as_ref()
        .filter(|_| found.state == EndorsementState::Typed);
    let frame = layout::about(site, w, shown, w.say(title));
    let frame = frame.passed_on_as(urls::petition(Some(w.lang()), &shown.petition.slug));
    let told = EndorsementOwnPage {
        frame: frame.with_errors(!asks.errors.is_empty()),
        w,
        about: About::of(shown, w.lang()),
        name: &found.name,
        logo: found
            .logo
            .as_ref()
            .map(|name| Picture::of(name, own_logo(token))),
        contact: contact.map(|contact| (contact.name.as_str(), contact.email.as_str())),
        state: found.state,
        confirmed_on: found.confirmed_at.map(|at| w.date(at, zone)),
        action: own(token),
        token: form_token::make(
            &site.stamp_key,
            "organization",
            token.as_bytes(),
            site.clock.now(),
        ),
        asks,
        withdraw_href: found.state.may_withdraw().then(|| withdraw(token)),
    };
    private_page(status, &told)
}

/// The logo, for whoever has the link.
///
/// # Errors
/// 404 where there is none; 429 and 503 as [`get`].
pub async fn logo(
    endorsing: Data<Endorsing>,
    db: Data<Db>,
    PathArg(token): PathArg<Token>,
    source: Source,
) -> Result {
    let found = endorsing.behind(&db, &token, source).await?;
    let found = found.ok_or(Error::NOT_FOUND)?;
    let png = db.read(move |conn| store::logo(conn, found.id)).await?;
    Ok(HttpResponse::Ok()
        .content_type("image/png")
        .insert_header((CACHE_CONTROL, "no-store"))
        .body(png.ok_or(Error::NOT_FOUND)?))
}

/// What the buttons send.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    choice: String,
    #[serde(default)]
    token: String,
    #[serde(default)]
    word: String,
}

impl Fields for Choice {}

/// Confirms, or deletes what its mailbox knows nothing of; or sends the mail again. Asked twice it leads to the same page.
///
/// # Errors
/// As [`get`]; 409 with a page older than an hour; 422 without a choice. Where something has to be answered first, the page comes
/// back with the question, 422.
#[expect(clippy::too_many_arguments, reason = "actix hands each of them in")]
pub async fn post(
    site: Data<Site>,
    petition_cache: Data<PetitionCache>,
    endorsing: Data<Endorsing>,
    db: Data<Db>,
    PathArg(token): PathArg<Token>,
    reader: ReaderLang,
    source: Source,
    browser: Browser,
    form: CheckedForm<Choice>,
) -> Result {
    let fields = form.fields;
    let button = match fields.choice.as_str() {
        "confirm" => Some(Button::Confirm),
        "reject" => Some(Button::Reject),
        "letter" => None,
        _ => return Err(Error::UNPROCESSABLE),
    };
    let Some(found) = endorsing.behind(&db, &token, source).await? else {
        return gone(&site, &reader);
    };
    let shown = petition_cache.behind(found.petition)?;
    let (key, about, now) = (&site.stamp_key, token.as_bytes(), site.clock.now());
    let age = form_token::age(key, "organization", about, &fields.token, now);
    if age.is_none_or(|age| age > hours(1)) {
        return Err(Error::CONFLICT.saying("problem-409-page-old"));
    }
    if found.state != EndorsementState::Typed {
        return Ok(see_other(&own(&token)));
    }
    let Some(button) = button else {
        let again = found.clone();
        db.write(move |tx| pressed::send_again(tx, &again, now))
            .await?;
        endorsing.bell.ring();
        let asks = WordQuestion::sent();
        return tell(&site, &shown, &token, &found, (asks, StatusCode::OK));
    };
    if button == Button::Confirm && shown.is_removed() {
        return Err(REMOVED);
    }
    let press = EndorsementPress {
        button,
        browser: browser.hash(),
        is_at_once: age.is_some_and(|age| age < seconds(1)),
        word: TypedWord::read(&site.library, &fields.word),
        at: now,
    };
    let (links, id, guard) = (
        endorsing.links.clone(),
        found.id,
        shown.petition.settings.guard,
    );
    let came = db
        .write(move |tx| pressed::press(tx, &links, id, guard, &press))
        .await?;
    match (came, button) {
        (EndorsementOutcome::Asked(verdict), _) => {
            let asks = WordQuestion::of(verdict, fields.word, &shown.words(&site, found.lang));
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            tell(&site, &shown, &token, &found, (asks, status))
        }
        (EndorsementOutcome::Done(_), Button::Reject) => {
            endorsing.bell.ring();
            Ok(see_other(&rejected(Some(found.lang), &shown.petition.slug)))
        }
        (EndorsementOutcome::Done(_) | EndorsementOutcome::Settled, _) => {
            Ok(see_other(&own(&token)))
        }
    }
}
