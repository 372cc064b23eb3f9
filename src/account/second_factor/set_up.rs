//! POST /organize/second-factor/begin draws a secret; GET and POST /organize/second-factor/set-up show it and take its first
//! code. For an hour the secret is the same, whatever is loaded anew or typed wrongly (O5).

use super::codes_page::codes_page;
use crate::account::mails;
use crate::account::model::Organizer;
use crate::account::session::press::PressFields;
use crate::account::session::sign_in_entry::{WRONG_CODE, codes_of};
use crate::account::session::sign_in_limits::WAIT;
use crate::account::session::visit::let_in_with;
use crate::account::store::{person, second_factor, session};
use crate::account::totp::{RecoveryCode, TotpSecret, TypedCode};
use crate::account::{
    Actor, BrowserVisit, Familiar, NotSignedIn, ProvedActor, ProvedForm, ReturnTo, ReturnToQuery,
    SignInParts,
};
use crate::base::{Secrets, Time, Token};
use crate::db::{self, Db, Tx};
use crate::mail::mails::Changed;
use crate::web::answers::answer::{page, see_other};
use crate::web::page::{Errors, Frame};
use crate::web::qr::Qr;
use crate::web::{Error, Fields, Result, Site, Source, urls};
use crate::words::Words;
use actix_web::HttpResponse;
use actix_web::web::Data;
use askama::Template;
use serde::Deserialize;

/// What the form sends.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FirstCodeFields {
    #[serde(default)]
    code: String,
}

impl Fields for FirstCodeFields {}

#[derive(Template)]
#[template(path = "account/second_factor/set_up.html")]
struct SetUpPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    errors: Errors,
    action: String,
    qr: Option<Qr>,
    secret: String,
}

/// Draws a secret, unless one waits.
///
/// # Errors
/// 503 when the database is away.
pub async fn begin(
    site: Data<Site>,
    db: Data<Db>,
    ReturnToQuery(next): ReturnToQuery,
    posted: ProvedForm<PressFields>,
) -> std::result::Result<HttpResponse, NotSignedIn> {
    let (who, now, secrets) = (posted.actor.id, site.clock.now(), site.secrets.clone());
    db.write(move |tx| second_factor::begin(tx, &secrets, who, now))
        .await
        .map_err(Error::from)?;
    let next = next.as_ref().map(ReturnTo::as_str);
    Ok(see_other(&urls::set_up_second_factor(next)))
}

/// The secret that waits, as picture and text: for no session that somebody else may hold.
///
/// # Errors
/// 503 when the database is away.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    ProvedActor(actor): ProvedActor,
    ReturnToQuery(next): ReturnToQuery,
) -> Result {
    let next = next.as_ref().map(ReturnTo::as_str);
    match waiting(&site, &db, &actor).await? {
        Some((_, secret)) => form(&site, &actor, &secret, next, Errors::none()),
        None => Ok(see_other(&urls::second_factor())),
    }
}

/// Puts the secret in force once it has given a code. Every session ends, this browser gets a new one (T21), and the
/// recovery codes are shown.
///
/// # Errors
/// 429 after too many tries; 503 when the database is away.
#[expect(clippy::too_many_arguments, reason = "actix hands each of them in")]
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    door: Data<SignInParts>,
    source: Source,
    familiar: Familiar,
    visit: BrowserVisit,
    ReturnToQuery(next): ReturnToQuery,
    posted: ProvedForm<FirstCodeFields>,
) -> Result {
    let ProvedForm { actor, fields } = posted;
    let next = next.as_ref().map(ReturnTo::as_str);
    let Some((sealed, secret)) = waiting(&site, &db, &actor).await? else {
        return Ok(see_other(&urls::second_factor()));
    };
    if !door.tries.admits(&codes_of(actor.id), source, &familiar) {
        return Err(Error::too_many(WAIT).saying("problem-429-sign-in"));
    }
    let now = site.clock.now();
    let step = match TypedCode::parse(&fields.code) {
        Some(TypedCode::Digits(digits)) => secret.step_of(&digits, now),
        _ => None,
    };
    let Some(step) = step else {
        let errors = Errors::none().with("code", actor.words(&site).say(WRONG_CODE));
        return form(&site, &actor, &secret, next, errors);
    };
    let codes = RecoveryCode::ten();
    let (secrets, who) = (site.secrets.clone(), actor.id);
    let (codes, session) = db
        .write(move |tx| {
            let known = person::find(tx, who)?.ok_or(db::Error::Refused("no row"))?;
            let waits = (sealed.as_str(), step);
            let owner = &known.organizer;
            let session = confirm(tx, &secrets, owner, waits, &codes, &visit, now)?;
            Ok::<_, db::Error>((codes, session))
        })
        .await?;
    let Some(session) = session else {
        return Ok(see_other(&urls::second_factor()));
    };
    door.bell.ring();
    let shown = codes_page(&site, &actor, &codes, next)?;
    Ok(let_in_with(&site, &session, shown))
}

/// Puts it in force, and tells the mailbox. None when another secret waits by now.
fn confirm(
    tx: &mut Tx<'_>,
    secrets: &Secrets,
    owner: &Organizer,
    waits: (&str, i64),
    codes: &[RecoveryCode],
    visit: &BrowserVisit,
    now: Time,
) -> db::Result<Option<Token>> {
    if !second_factor::confirm(tx, owner.id, waits, codes, now)? {
        return Ok(None);
    }
    session::end_all(tx, owner.id, None)?;
    mails::tell(
        tx,
        secrets,
        owner,
        Changed::SecondFactorOn,
        &visit.doer(owner, now),
    )?;
    visit.open(tx, owner.id, now).map(Some)
}

async fn waiting(
    site: &Site,
    db: &Db,
    actor: &Actor,
) -> std::result::Result<Option<(String, TotpSecret)>, Error> {
    let (who, now, secrets) = (actor.id, site.clock.now(), site.secrets.clone());
    let waiting = db.read(move |conn| second_factor::draft(conn, &secrets, who, now));
    Ok(waiting.await?)
}

fn form(
    site: &Site,
    actor: &Actor,
    secret: &TotpSecret,
    next: Option<&str>,
    errors: Errors,
) -> Result {
    let words = actor.words(site);
    let w: &Words = &words;
    let host = site.base_url.split("://").last().unwrap_or_default();
    let host = host.split(':').next().unwrap_or_default();
    let shown = SetUpPage {
        frame: actor
            .console_frame(site, w, &urls::account(), w.say("second-set-up-title"))
            .with_errors(!errors.is_empty()),
        w,
        action: urls::set_up_second_factor(next),
        qr: Qr::of(&secret.uri(host, &actor.email)),
        secret: secret.groups(),
        errors,
    };
    page(shown.errors.status(), &shown)
}
