//! GET and POST /organize/sign-in

use super::model::Organizer;
use super::pages::SignInPage;
use super::password::{Kept, Passphrase, Verdict};
use super::store::person;
use super::tries::WAIT;
use super::{Actor, Door, Next, Onward, Visit, let_in};
use crate::base::{Email, Id, Strictness, Time, Token};
use crate::db::{self, Db, Tx};
use crate::web::answer::{page, see_other};
use crate::web::page::Errors;
use crate::web::{Error, Fields, Guarded, Reader, Result, Site, Source, urls};
use crate::words::Words;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
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
    reader: Reader,
    Onward(next): Onward,
    actor: Option<Actor>,
) -> Result {
    if actor.is_some() {
        return Ok(see_other(&onward(next.as_ref())));
    }
    let words = reader.words(&site);
    let fields = SignInFields::default();
    form(&site, &words, next.as_ref(), &fields, Errors::none())
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
    door: Data<Door>,
    reader: Reader,
    source: Source,
    visit: Visit,
    Onward(next): Onward,
    guarded: Guarded<SignInFields>,
) -> Result {
    let words = reader.words(&site);
    let fields = guarded.fields;
    let again = |errors| form(&site, &words, next.as_ref(), &fields, errors);
    let email = match Email::parse(&fields.email, Strictness::Testing) {
        Ok(email) => email,
        Err(invalid) => return again(Errors::none().with("email", words.say(invalid.key))),
    };
    if !door.tries.admits(email.k1(), source) {
        return Err(Error::too_many(WAIT).saying("problem-429-sign-in"));
    }
    let known = db.read(move |conn| person::by_email(conn, &email)).await?;
    let (organizer, kept) = known.map_or((None, None), |one| (Some(one.organizer), one.kept));
    let typed = Passphrase::typed(&fields.password);
    let verdict = door.hasher.compare(typed.clone(), kept.clone()).await?;
    let (Some(organizer), Some(kept)) = (organizer, kept) else {
        return again(wrong(&words));
    };
    let renewed = match verdict {
        Verdict::Wrong => return again(wrong(&words)),
        Verdict::Right => None,
        Verdict::RightButOld => Some(door.hasher.keep(typed).await?),
    };
    let now = site.clock.now();
    let entered = db
        .write(move |tx| enter(tx, &organizer, &kept, renewed.as_ref(), &visit, now))
        .await?;
    match entered {
        Some(session) => Ok(let_in(&site, &session, &onward(next.as_ref()))),
        None => again(wrong(&words)),
    }
}

/// Opens the session, unless the passphrase was changed while it was being compared.
fn enter(
    tx: &mut Tx<'_>,
    organizer: &Organizer,
    kept: &Kept,
    renewed: Option<&Kept>,
    visit: &Visit,
    now: Time,
) -> db::Result<Option<Token>> {
    let id: Id<Organizer> = organizer.id;
    let still = person::find(tx, id)?.and_then(|known| known.kept);
    if still.as_ref() != Some(kept) {
        return Ok(None);
    }
    if let Some(renewed) = renewed {
        person::set_password(tx, id, renewed)?;
    }
    visit.open(tx, id, now).map(Some)
}

fn onward(next: Option<&Next>) -> String {
    next.map_or_else(urls::console, |next| next.as_str().to_owned())
}

fn wrong(words: &Words) -> Errors {
    Errors::none().with("email", words.say("error-sign-in"))
}

fn form(
    site: &Site,
    words: &Words,
    next: Option<&Next>,
    typed: &SignInFields,
    errors: Errors,
) -> Result<HttpResponse> {
    let status = match errors.is_empty() {
        true => StatusCode::OK,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let frame = site
        .frame(words, words.say("account-sign-in-title"))
        .with_errors(!errors.is_empty());
    page(
        status,
        &SignInPage {
            frame,
            w: words,
            errors,
            action: urls::sign_in(next.map(Next::as_str)),
            forgot: urls::forgot(),
            email: typed.email.clone(),
        },
    )
}
