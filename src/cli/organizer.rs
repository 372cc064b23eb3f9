//! undersigned organizer: lets organizers and operators in, and helps one who has lost the second factor.

use super::Failed;
use super::work::print;
use crate::account::joining::found::OrganizationName;
use crate::account::joining::{add_operator, add_organizer, first_run};
use crate::account::second_factor::drop_second_factor as second_factor;
use crate::base::{Clock, Email, Lang, PersonName, Strictness};
use crate::db;
use crate::serve;
use crate::serve::settings::Settings;
use crate::web::urls;
use crate::words::{Library, Words};
use std::sync::Arc;

fn english() -> Result<Arc<Words>, String> {
    let library = Library::load().map_err(|error| error.to_string())?;
    Ok(library.words(Lang::EN))
}

fn address(english: &Words, typed: &str) -> Result<Email, String> {
    Email::parse(typed, Strictness::Public)
        .map_err(|wrong| format!("--email: {}", english.say(wrong.key)))
}

/// Prints the link by which the first organizer comes in.
pub(super) fn first(settings: &Settings) -> Result<(), Failed> {
    let (db, secrets) = serve::open_stores(settings)?;
    let now = Clock::system().now();
    let token = db.write_here(|tx| first_run::open(tx, &secrets, now));
    let token = token.map_err(|error: db::Error| {
        Failed::Work(format!("cannot let the first organizer in: {error}"))
    })?;
    match token {
        Some(token) => print(&format!("{}{}\n", settings.base_url, urls::setup(&token))),
        None => {
            print("somebody organizes here already; undersigned organizer add lets others in\n")
        }
    }
}

/// Makes somebody an owner, an operator or both, and prints the link they come in by; who is an operator and has an account already
/// needs none.
pub(super) fn add(
    settings: &Settings,
    (email, name): (&str, &str),
    organization: Option<&str>,
    is_operator: bool,
) -> Result<(), Failed> {
    let english = english()?;
    let wrong = |what: &str, key: &str| format!("--{what}: {}", english.say(key));
    let email = address(&english, email)?;
    let name = PersonName::parse(name).map_err(|e| wrong("name", e.key))?;
    let organization = organization
        .map(OrganizationName::parse)
        .transpose()
        .map_err(|e| wrong("organization", e.key))?;
    let (db, secrets) = serve::open_stores(settings)?;
    let now = Clock::system().now();
    let token = db
        .write_here(|tx| match &organization {
            Some(organization) => {
                let place = (organization, is_operator);
                add_organizer::add(tx, &secrets, &email, &name, place, now).map(Some)
            }
            None => add_operator::add(tx, &secrets, &email, &name, now),
        })
        .map_err(|error: db::Error| Failed::Work(format!("cannot add the organizer: {error}")))?;
    let url = &settings.base_url;
    match token {
        Some(token) => print(&format!("{url}{}\n", urls::setup(&token))),
        None => print(&format!(
            "{} sees the operator's pages from now on: {url}{}\n",
            email.deliver(),
            urls::operator()
        )),
    }
}

/// Takes the operator's pages from somebody.
pub(super) fn drop_operator(settings: &Settings, email: &str) -> Result<(), Failed> {
    let email = address(&*english()?, email)?;
    settings.database.must_exist()?;
    let (db, _) = serve::open_stores(settings)?;
    let dropped = db
        .write_here(|tx| add_operator::drop_of(tx, &email))
        .map_err(|error: db::Error| Failed::Work(format!("cannot take it away: {error}")))?;
    match dropped {
        true => print("the operator's pages are closed to them from now on\n"),
        false => Err(Failed::Work(
            "nobody with that address is an operator".to_owned(),
        )),
    }
}

/// Takes the second factor off somebody's account.
pub(super) fn drop_second_factor(settings: &Settings, email: &str) -> Result<(), Failed> {
    let email = address(&*english()?, email)?;
    settings.database.must_exist()?;
    let (db, secrets) = serve::open_stores(settings)?;
    let now = Clock::system().now();
    let dropped = db
        .write_here(|tx| second_factor::drop_of(tx, &secrets, &email, now))
        .map_err(|error: db::Error| Failed::Work(format!("cannot take it off: {error}")))?;
    match dropped {
        true => print(
            "the second factor is off, every session of the account has ended, and a letter says so\n",
        ),
        false => Err(Failed::Work(
            "no organizer with that address has a second factor".to_owned(),
        )),
    }
}
