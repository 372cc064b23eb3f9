//! GET /o/{token}: what is about to be signed for an organization, and later how it stands. POST: confirms, or "this was not us".
//!
//! No word from the letter is asked for, whatever browser presses: an organizer looks at each before anybody else does.

use super::endorsing::Endorsing;
use super::link::campaign;
use super::model::{Endorsement, State};
use super::pages::{OwnPage, Picture};
use super::store;
use super::urls::{own, own_logo, rejected, withdraw};
use crate::base::{Id, Time, Token};
use crate::db::{self, Db, Tx};
use crate::mail::model::{Kind, Outgoing};
use crate::mail::{post as post_letter, store::never_again};
use crate::petition::shelf::REMOVED;
use crate::petition::{About, Shelf, frame};
use crate::web::answer::{private_page, see_other};
use crate::web::{Arg, Error, Fields, Guarded, Result, Site, Source, stamp};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::CACHE_CONTROL;
use actix_web::web::Data;
use serde::Deserialize;

/// The page. Changes nothing.
///
/// # Errors
/// 404 for a link that is nobody's; 410 once the petition was taken down before it was confirmed; 429 over 60 a minute; 503
/// while the database is away.
pub async fn get(
    site: Data<Site>,
    shelf: Data<Shelf>,
    endorsing: Data<Endorsing>,
    db: Data<Db>,
    Arg(token): Arg<Token>,
    source: Source,
) -> Result {
    let found = endorsing.behind(&db, &token, source).await?;
    let shown = shelf.behind(found.petition)?;
    if shown.is_removed() && found.state == State::Typed {
        return Err(REMOVED);
    }
    let words = site.words(found.lang);
    let (w, zone) = (&*words, &shown.petition.time_zone);
    let title = match found.state {
        State::Typed => "endorse-confirm-tab",
        _ => "endorse-own-title",
    };
    let told = OwnPage {
        frame: frame::about(&site, w, &shown, w.say(title)),
        w,
        about: About::of(&shown, w.lang()),
        name: &found.name,
        logo: found
            .logo
            .as_ref()
            .map(|name| Picture::of(name, own_logo(&token))),
        contact: found
            .contact
            .as_ref()
            .map(|contact| (contact.name.as_str(), contact.email.as_str())),
        state: found.state,
        confirmed_on: found.confirmed_at.map(|at| w.date(at, zone)),
        action: own(&token),
        token: stamp::make(
            &site.stamp_key,
            "organization",
            token.as_bytes(),
            site.clock.now(),
        ),
        withdraw_href: found.state.may_withdraw().then(|| withdraw(&token)),
    };
    private_page(StatusCode::OK, &told)
}

/// The logo, for whoever has the link.
///
/// # Errors
/// 404 where there is none; 429 and 503 as [`get`].
pub async fn logo(
    endorsing: Data<Endorsing>,
    db: Data<Db>,
    Arg(token): Arg<Token>,
    source: Source,
) -> Result {
    let found = endorsing.behind(&db, &token, source).await?;
    let png = db.read(move |conn| store::logo(conn, found.id)).await?;
    Ok(HttpResponse::Ok()
        .content_type("image/png")
        .insert_header((CACHE_CONTROL, "no-store"))
        .body(png.ok_or(Error::NOT_FOUND)?))
}

/// What both buttons send.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    choice: String,
    #[serde(default)]
    token: String,
}

impl Fields for Choice {}

/// Confirms, or deletes what its mailbox knows nothing of. Asked twice it leads to the same page.
///
/// # Errors
/// As [`get`]; 409 with a page older than an hour; 422 without a choice.
pub async fn post(
    site: Data<Site>,
    shelf: Data<Shelf>,
    endorsing: Data<Endorsing>,
    db: Data<Db>,
    Arg(token): Arg<Token>,
    source: Source,
    form: Guarded<Choice>,
) -> Result {
    let is_yes = match form.fields.choice.as_str() {
        "confirm" => true,
        "reject" => false,
        _ => return Err(Error::UNPROCESSABLE),
    };
    let found = endorsing.behind(&db, &token, source).await?;
    let shown = shelf.behind(found.petition)?;
    let (key, about, now) = (&site.stamp_key, token.as_bytes(), site.clock.now());
    stamp::recent(key, "organization", about, &form.fields.token, now)?;
    if found.state != State::Typed {
        return Ok(see_other(&own(&token)));
    }
    if is_yes {
        if shown.is_removed() {
            return Err(REMOVED);
        }
        db.write(move |tx| store::confirm(tx, found.id, now))
            .await?;
        return Ok(see_other(&own(&token)));
    }
    let (lang, slug) = (found.lang, shown.petition.slug.clone());
    db.write(move |tx| not_us(tx, &found, now)).await?;
    endorsing.bell.ring();
    Ok(see_other(&rejected(Some(lang), &slug)))
}

/// Deletes what was typed in and writes to its mailbox about this petition no more, but for one letter that says so.
///
/// # Errors
/// A fault of the database.
pub fn not_us(tx: &mut Tx<'_>, found: &Endorsement, now: Time) -> db::Result<()> {
    if !store::reject(tx, found.id)? {
        return Ok(());
    }
    never_again(tx, found.mailbox, Some(campaign(found.petition)), None, now)?;
    let Some(contact) = &found.contact else {
        return Ok(());
    };
    let letter = Outgoing {
        kind: Kind::Acknowledge,
        // Not under the petition: no letter goes to this mailbox under it any more.
        petition: None,
        subject: Id::from_bytes(*found.petition.as_bytes()),
        lang: found.lang,
        recipient: Some(contact.email.clone()),
        arguments: None,
        mailbox: found.mailbox,
        once_key: Some(format!("acknowledge:{}", found.id)),
        due_at: now,
    };
    post_letter(tx, &letter, now)
}
