//! GET and POST /partner: a partner asks for its link. The answer is the same whatever mailbox is typed.

use super::pages::AskPage;
use crate::account::SignInParts;
use crate::base::{Email, Strictness};
use crate::db::{self, Db};
use crate::petition::source::{contact_store, letter};
use crate::web::answers::answer::private_page;
use crate::web::page::Errors;
use crate::web::{CheckedForm, Error, Fields, ReaderLang, Result, Site, Source, urls};
use crate::words::Words;
use actix_web::web::Data;
use serde::Deserialize;

/// What the form sends.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub struct AskFields {
    email: String,
}

impl Fields for AskFields {}

/// Seconds until one may surely ask again: a fifth of the window of `SignInParts::mails`.
const WAIT: u32 = 180;
/// Most partners of one mailbox that are written about at once.
const MOST: i64 = 20;

/// The form.
///
/// # Errors
/// 500 when it cannot be written.
pub async fn get(site: Data<Site>, reader: ReaderLang) -> Result {
    form(&site, &reader.words(&site), "", Errors::none(), false)
}

/// Sends a link for each partner of that mailbox; the page does not say whether there is any.
///
/// # Errors
/// 429 after too many of one source.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    door: Data<SignInParts>,
    reader: ReaderLang,
    source: Source,
    guarded: CheckedForm<AskFields>,
) -> Result {
    let words = reader.words(&site);
    let typed = guarded.fields.email;
    let email = match Email::parse(&typed, Strictness::Testing) {
        Ok(email) => email,
        Err(invalid) => {
            let errors = Errors::none().with("email", words.say(invalid.key));
            return form(&site, &words, &typed, errors, false);
        }
    };
    if !door.mails.admits(source) {
        return Err(Error::too_many(WAIT));
    }
    let shown = email.deliver().to_owned();
    let (secrets, now) = (site.secrets.clone(), site.clock.now());
    db.write(move |tx| {
        for partner in contact_store::by_address(tx, &email, MOST)? {
            letter::send_again(tx, &secrets, &partner, now)?;
        }
        Ok::<_, db::Error>(())
    })
    .await?;
    door.bell.ring();
    form(&site, &words, &shown, Errors::none(), true)
}

fn form(site: &Site, w: &Words, email: &str, errors: Errors, is_sent: bool) -> Result {
    let frame = site
        .frame(w, w.say("partner-in-title"))
        .with_errors(!errors.is_empty());
    private_page(
        errors.status(),
        &AskPage {
            frame,
            w,
            errors,
            action: urls::partner_sign_in(),
            email: email.to_owned(),
            is_sent,
        },
    )
}
