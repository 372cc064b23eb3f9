//! GET and POST /organize/sign-in/code: the second step of signing in.

use crate::account::pages::CodePage;
use crate::account::session::kept_form::either;
use crate::account::session::sign_in_entry::{Denied, SignInEntry};
use crate::account::{BrowserVisit, Familiar, ReturnTo, ReturnToQuery, SignInParts, let_in};
use crate::base::Token;
use crate::db::Db;
use crate::web::answers::answer::see_other;
use crate::web::page::Errors;
use crate::web::{CheckedForm, Fields, ReaderLang, Result, Site, Source, urls};
use actix_web::web::Data;
use serde::Deserialize;

/// What the form sends.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CodeFields {
    begun: Token,
    #[serde(default)]
    code: String,
    #[serde(default, rename = "code-recovery")]
    recovery: String,
}

impl Fields for CodeFields {}

/// There is no such page before the passphrase: to the beginning.
///
/// # Errors
/// None.
pub async fn get(ReturnToQuery(next): ReturnToQuery) -> Result {
    Ok(see_other(&urls::sign_in(
        next.as_ref().map(ReturnTo::as_str),
    )))
}

/// Lets somebody in whose passphrase was right and whose code is.
///
/// # Errors
/// 429 after too many tries.
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
    guarded: CheckedForm<CodeFields>,
) -> Result {
    let words = reader.words(&site);
    let CodeFields {
        begun,
        code,
        recovery,
    } = guarded.fields;
    let entry = SignInEntry {
        site: &site,
        db: &db,
        door: &door,
        source,
        familiar,
        visit,
    };
    let typed = either(Some(code), Some(recovery));
    let next = next.as_ref();
    match entry.finish(&begun, &typed).await {
        Ok(session) => {
            let onward = next.map_or_else(urls::console, |next| next.as_str().to_owned());
            Ok(let_in(&site, &session, &onward))
        }
        Err(Denied::Wrong(key)) => {
            let errors = Errors::none().with("code", words.say(key));
            CodePage::answer(&site, &words, &begun, next, errors)
        }
        Err(Denied::Over) => Ok(see_other(&urls::sign_in(next.map(ReturnTo::as_str)))),
        Err(Denied::Not(error)) => Err(error),
    }
}
