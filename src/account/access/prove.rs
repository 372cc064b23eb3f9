//! GET and POST /organize/prove: somebody signed in proves again who they are, and goes on.

use crate::account::session::proof::{TypedProof, is_of_code};
use crate::account::session::sign_in_entry::{Denied, SignInEntry};
use crate::account::{
    Actor, BrowserVisit, Familiar, OrganizerForm, ReturnTo, ReturnToQuery, SignInParts, let_in,
};
use crate::db::Db;
use crate::web::answers::answer::page;
use crate::web::page::{Errors, Frame};
use crate::web::{Error, Fields, Result, Site, Source, urls};
use crate::words::Words;
use actix_web::web::Data;
use askama::Template;
use serde::Deserialize;

/// What the form sends.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProveFields {
    #[serde(default)]
    password: String,
    #[serde(default)]
    code: String,
    #[serde(default, rename = "code-recovery")]
    recovery: String,
}

impl Fields for ProveFields {
    const IS_SECRET: bool = true;
}

#[derive(Template)]
#[template(path = "account/prove.html")]
struct ProvePage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    errors: Errors,
    action: String,
    guard: String,
    email: &'a str,
    has_code: bool,
}

/// The form.
///
/// # Errors
/// 500 when it cannot be written.
pub async fn get(site: Data<Site>, actor: Actor, ReturnToQuery(next): ReturnToQuery) -> Result {
    form(&site, &actor, next.as_ref(), None)
}

/// Opens a session in the place of the one before, for whoever types passphrase and code.
///
/// # Errors
/// 429 after too many tries; 503 when too many others are at it.
#[expect(clippy::too_many_arguments, reason = "actix hands each of them in")]
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    door: Data<SignInParts>,
    source: Source,
    familiar: Familiar,
    visit: BrowserVisit,
    ReturnToQuery(next): ReturnToQuery,
    posted: OrganizerForm<ProveFields>,
) -> Result {
    let OrganizerForm { actor, fields } = posted;
    let entry = SignInEntry {
        site: &site,
        db: &db,
        door: &door,
        source,
        familiar,
        visit,
    };
    let typed = TypedProof::new(fields.password, fields.code, fields.recovery);
    match entry.prove(&actor, &typed).await {
        Ok(session) => {
            let onward = next.map_or_else(urls::console, |next| next.as_str().to_owned());
            Ok(let_in(&site, &session, &onward))
        }
        Err(Denied::Wrong(key)) => form(&site, &actor, next.as_ref(), Some(key)),
        Err(Denied::Over) => Err(Error::FAULT),
        Err(Denied::Not(error)) => Err(error),
    }
}

fn form(site: &Site, actor: &Actor, next: Option<&ReturnTo>, wrong: Option<&str>) -> Result {
    let words = actor.words(site);
    let w: &Words = &words;
    let mut errors = Errors::none();
    if let Some(key) = wrong {
        let field = if is_of_code(key) { "code" } else { "password" };
        errors.add(field, w.say(key));
    }
    let shown = ProvePage {
        frame: actor
            .frame(site, w, w.say("prove-title"))
            .with_errors(!errors.is_empty()),
        w,
        action: urls::prove(next.map(ReturnTo::as_str)),
        guard: actor.guard(),
        email: &actor.email,
        has_code: actor.has_second_factor,
        errors,
    };
    page(shown.errors.status(), &shown)
}
