//! GET and POST /organize/account: name, language, and the ways to everything else of one's own.

use crate::account::deed::Deed;
use crate::account::store::person;
use crate::account::{Actor, OrganizerForm};
use crate::base::{Lang, PersonName};
use crate::db::Db;
use crate::web::answers::answer::{page, see_other};
use crate::web::page::{Errors, Frame};
use crate::web::{Fields, Result, Site, WrongFields, urls};
use crate::words::Words;
use actix_web::web::Data;
use askama::Template;
use serde::Deserialize;

/// What the form sends.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProfileFields {
    #[serde(default)]
    name: String,
    #[serde(default)]
    lang: String,
}

impl Fields for ProfileFields {}

/// A language to choose.
struct LangChoice {
    code: String,
    name: String,
    is_chosen: bool,
}

#[derive(Template)]
#[template(path = "account/profile/account.html")]
struct AccountPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    errors: Errors,
    action: String,
    name: &'a str,
    langs: Vec<LangChoice>,
    email: &'a str,
    has_second_factor: bool,
    address: String,
    passphrase: String,
    sessions: String,
    second_factor: String,
    notices: String,
    data: String,
}

/// The page.
///
/// # Errors
/// 500 when it cannot be written.
pub async fn get(site: Data<Site>, actor: Actor) -> Result {
    let lang = actor.lang.to_string();
    show(&site, &actor, (&actor.name, &lang), &WrongFields::default())
}

/// Saves name and language.
///
/// # Errors
/// 503 when the database is away.
pub async fn post(site: Data<Site>, db: Data<Db>, posted: OrganizerForm<ProfileFields>) -> Result {
    let OrganizerForm { actor, fields } = posted;
    let mut wrong = WrongFields::default();
    let name = wrong.take("name", PersonName::parse(&fields.name));
    let lang = Lang::parse(&fields.lang)
        .ok()
        .filter(|lang| site.library.speaks(*lang));
    if lang.is_none() {
        wrong.add("lang", "error-choice");
    }
    let (Some(name), Some(lang)) = (name, lang) else {
        return show(&site, &actor, (&fields.name, &fields.lang), &wrong);
    };
    let (who, doer) = (actor.id, actor.doer(site.clock.now()));
    let before = actor.name;
    db.write(move |tx| {
        if name.as_str() != before {
            let sides = (before.as_str(), name.as_str());
            doer.changed_everywhere(tx, who, Deed::NAME, sides)?;
        }
        person::introduce(tx, who, name.as_str(), lang)
    })
    .await?;
    Ok(see_other(&urls::account()))
}

fn show(site: &Site, actor: &Actor, (name, lang): (&str, &str), wrong: &WrongFields) -> Result {
    let words = actor.words(site);
    let w: &Words = &words;
    let errors = wrong.said(w);
    let langs = site.library.languages().iter();
    let choice = |one: &Lang| LangChoice {
        code: one.to_string(),
        name: site.words(*one).say("language-name").to_owned(),
        is_chosen: one.to_string() == lang,
    };
    let shown = AccountPage {
        frame: actor
            .console_frame(site, w, &urls::account(), w.say("console-account"))
            .with_errors(!errors.is_empty()),
        w,
        action: urls::account(),
        name,
        langs: langs.map(choice).collect(),
        email: &actor.email,
        has_second_factor: actor.has_second_factor,
        address: urls::change_account_address(),
        passphrase: urls::passphrase(),
        sessions: urls::sessions(),
        second_factor: urls::second_factor(),
        notices: urls::account_notices(),
        data: urls::account_data(),
        errors,
    };
    page(shown.errors.status(), &shown)
}
