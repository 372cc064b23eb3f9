//! GET and POST /organize/sign-in

use crate::account::pages::{CodePage, SignInPage};
use crate::account::session::sign_in_entry::{Denied, SignInEntry};
use crate::account::{
    Actor, BrowserVisit, Entered, Familiar, ReturnTo, ReturnToQuery, SignInParts, let_in,
};
use crate::db::Db;
use crate::web::answers::answer::{page, see_other};
use crate::web::page::Errors;
use crate::web::{CheckedForm, Error, Fields, ReaderLang, Result, Site, Source, urls};
use crate::words::Words;
use actix_web::HttpResponse;
use actix_web::web::Data;
use serde::Deserialize;

/// What the form sends.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub struct SignInFields {
    email: String,
    password: String,
}

impl Fields for SignInFields {}

/// The form; who is signed in already goes on.
///
/// # Errors
/// 500 when it cannot be written.
pub async fn get(
    site: Data<Site>,
    reader: ReaderLang,
    ReturnToQuery(next): ReturnToQuery,
    actor: Option<Actor>,
) -> Result {
    if actor.is_some() {
        return Ok(see_other(&onward(next.as_ref())));
    }
    let words = reader.words(&site);
    let fields = SignInFields::default();
    form(
        &site,
        (&words, &reader),
        next.as_ref(),
        &fields,
        Errors::none(),
    )
}

/// Lets somebody in whose address and passphrase belong together. The answer and the time it takes are the same
/// whether the address or the passphrase is wrong.
///
/// # Errors
/// 429 after too many tries; 503 when too many others are at it.
#[expect(clippy::too_many_arguments, reason = "actix hands each of them in")]
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    door: Data<SignInParts>,
    reader: ReaderLang,
    source: Source,
    familiar: Familiar,
    visit: BrowserVisit,
    ReturnToQuery(next): ReturnToQuery,
    guarded: CheckedForm<SignInFields>,
) -> Result {
    let words = reader.words(&site);
    let fields = guarded.fields;
    let entry = SignInEntry {
        site: &site,
        db: &db,
        door: &door,
        source,
        familiar,
        visit,
    };
    match entry.enter(&fields.email, &fields.password).await {
        Ok(Entered::In(session)) => Ok(let_in(&site, &session, &onward(next.as_ref()))),
        Ok(Entered::NeedsCode(begun)) => {
            CodePage::answer(&site, &words, &begun, next.as_ref(), Errors::none())
        }
        Err(Denied::Over) => Err(Error::FAULT),
        Err(Denied::Wrong(key)) => {
            let errors = Errors::none().with("email", words.say(key));
            form(&site, (&words, &reader), next.as_ref(), &fields, errors)
        }
        Err(Denied::Not(error)) => Err(error),
    }
}

fn onward(next: Option<&ReturnTo>) -> String {
    next.map_or_else(urls::console, |next| next.as_str().to_owned())
}

fn form(
    site: &Site,
    (words, reader): (&Words, &ReaderLang),
    next: Option<&ReturnTo>,
    typed: &SignInFields,
    errors: Errors,
) -> Result<HttpResponse> {
    let status = errors.status();
    let path = urls::sign_in(next.map(ReturnTo::as_str));
    let chosen = reader.chosen(site.library.languages());
    let frame = site
        .frame(words, words.say("account-sign-in-title"))
        .by_question(site, &path)
        .with_errors(!errors.is_empty());
    page(
        status,
        &SignInPage {
            frame,
            w: words,
            errors,
            action: urls::in_language(&path, chosen),
            forgot: urls::in_language(&urls::forgot(), chosen),
            email: typed.email.clone(),
        },
    )
}
