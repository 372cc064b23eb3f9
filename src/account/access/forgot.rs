//! GET and POST /organize/forgot

use crate::account::link::{Link, Purpose};
use crate::account::pages::ForgotPage;
use crate::account::store::{link, person};
use crate::account::{SignInParts, mails};
use crate::base::addresses::email::suggestion_for;
use crate::base::{Email, Secrets, Strictness, Time};
use crate::db::{self, Db, Tx};
use crate::web::answers::answer::page;
use crate::web::page::Errors;
use crate::web::{CheckedForm, Error, Fields, ReaderLang, Result, Site, Source, urls};
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use serde::Deserialize;

/// What the form sends.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub struct ForgotFields {
    email: String,
}

impl Fields for ForgotFields {}

/// Seconds until one may surely ask again: a fifth of the window of `SignInParts::mails`.
const WAIT: u32 = 180;
/// At most one mail to one organizer in so many seconds, however often it is asked for.
const ONE_LETTER_IN: i64 = 300;

/// The form.
///
/// # Errors
/// 500 when it cannot be written.
pub async fn get(site: Data<Site>, reader: ReaderLang) -> Result {
    form(&site, &reader, "", Errors::none(), false)
}

/// Sends the link, if there is such an account; the answer does not say so.
///
/// # Errors
/// 429 after too many of one source.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    door: Data<SignInParts>,
    reader: ReaderLang,
    source: Source,
    guarded: CheckedForm<ForgotFields>,
) -> Result {
    let words = reader.words(&site);
    let typed = guarded.fields.email;
    let email = match Email::parse(&typed, Strictness::Testing) {
        Ok(email) => email,
        Err(invalid) => {
            let message = match suggestion_for(&typed) {
                Some(likelier) => words.say1("error-email-suggestion", "email", likelier),
                None => words.say(invalid.key).to_owned(),
            };
            let errors = Errors::none().with("email", message);
            return form(&site, &reader, &typed, errors, false);
        }
    };
    if !door.mails.admits(source) {
        return Err(Error::too_many(WAIT));
    }
    let shown = email.deliver().to_owned();
    let (secrets, now) = (site.secrets.clone(), site.clock.now());
    db.write(move |tx| ask(tx, &secrets, &email, now)).await?;
    door.bell.ring();
    form(&site, &reader, &shown, Errors::none(), true)
}

/// Makes a link and queues the mail with it. For an address without an account a link of nobody is written, so that
/// both take the same time; it opens nothing.
pub fn ask(tx: &mut Tx<'_>, secrets: &Secrets, email: &Email, now: Time) -> db::Result<()> {
    let link = Link::new(Purpose::Reset, now);
    let Some(known) = person::by_address(tx, email)? else {
        return link::insert(tx, &link, secrets).map(drop);
    };
    let to = known.organizer;
    let link = Link {
        organizer: Some(to.id),
        ..link
    };
    link::insert(tx, &link, secrets)?;
    let window = now.seconds().div_euclid(ONE_LETTER_IN);
    let once_key = format!("reset:{}:{window}", to.id);
    mails::queue(tx, secrets, &link, &to, Some(once_key), now)
}

fn form(site: &Site, reader: &ReaderLang, email: &str, errors: Errors, is_sent: bool) -> Result {
    let words = reader.words(site);
    let words: &Words = &words;
    let chosen = reader.chosen(site.library.languages());
    let (status, key) = match (errors.is_empty(), is_sent) {
        (false, _) => (StatusCode::UNPROCESSABLE_ENTITY, "account-forgot-title"),
        (true, false) => (StatusCode::OK, "account-forgot-title"),
        (true, true) => (StatusCode::OK, "account-sent-title"),
    };
    let frame = site
        .frame(words, words.say(key))
        .by_question(site, &urls::forgot())
        .with_errors(!errors.is_empty());
    page(
        status,
        &ForgotPage {
            frame,
            w: words,
            errors,
            action: urls::in_language(&urls::forgot(), chosen),
            sign_in: urls::in_language(&urls::sign_in(None), chosen),
            email: email.to_owned(),
            is_sent,
        },
    )
}
