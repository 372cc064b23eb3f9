//! GET and POST /setup/{token}: the account of whoever sets this site up, the first of four steps; or an invitation.

use super::invitation::{self, Introduction, OpenInvitation};
use crate::account::access::new_passphrase::chosen;
use crate::account::link::Purpose;
use crate::account::pages::{LinkGonePage, SetUpPage};
use crate::account::passphrase::hash::{Passphrase, PassphraseHash};
use crate::account::store::{link, person, set_up_step};
use crate::account::{BrowserVisit, SetUpStep, SignInParts, let_in};
use crate::base::{Email, Lang, PersonName, Time, Token, TokenHash};
use crate::db::{self, Conn, Db, Tx};
use crate::web::answers::answer::{private_page, see_other};
use crate::web::page::Errors;
use crate::web::{CheckedForm, Fields, PathArg, ReaderLang, Result, Site, WrongFields, urls};
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use serde::Deserialize;
use std::sync::Arc;

/// What the form sends; an invitation asks for name and passphrase only.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub struct SetUpFields {
    name: String,
    email: String,
    password: String,
    again: String,
}

impl Fields for SetUpFields {}

/// What the link is for.
enum SetUpKind {
    First,
    Invited(Box<OpenInvitation>),
}

/// The form; reading it uses nothing up, for mail scanners read it too.
///
/// # Errors
/// 503 when the database is away.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    PathArg(token): PathArg<Token>,
    reader: ReaderLang,
) -> Result {
    let words = reader.words(&site);
    let (hash, now) = (token.hash(), site.clock.now());
    let none = Errors::none();
    match db.read(move |conn| way(conn, &hash, now)).await? {
        Some(SetUpKind::First) => form(
            &site,
            (&words, &reader),
            &token,
            SetUpFields::default(),
            none,
        ),
        Some(SetUpKind::Invited(invited)) => private_page(
            StatusCode::OK,
            &invited.page(&site, (&words, &reader), &token, None, none),
        ),
        None => LinkGonePage::answer(&site, &words),
    }
}

/// Does what the link is for, and lets the person in.
///
/// # Errors
/// 503 when too many others are at it.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    door: Data<SignInParts>,
    PathArg(token): PathArg<Token>,
    reader: ReaderLang,
    visit: BrowserVisit,
    guarded: CheckedForm<SetUpFields>,
) -> Result {
    let words = reader.words(&site);
    let (hash, now) = (token.hash(), site.clock.now());
    let fields = guarded.fields;
    let session = match db.read(move |conn| way(conn, &hash, now)).await? {
        None => None,
        Some(SetUpKind::First) => {
            let (first, passphrase) = match parse(&fields, &site, &door, &words) {
                Ok(parsed) => parsed,
                Err(wrong) => {
                    return form(&site, (&words, &reader), &token, fields, wrong.said(&words));
                }
            };
            let hash = door.hasher.keep(passphrase).await?;
            let set_up = db.write(move |tx| set_up(tx, &token, &first, &hash, &visit, now));
            return match set_up.await? {
                Some(session) => Ok(let_in(&site, &session, &urls::first_organization())),
                None => LinkGonePage::answer(&site, &words),
            };
        }
        Some(SetUpKind::Invited(invited)) if invited.has_account() => {
            let doer = visit.doer(&invited.known.organizer, now);
            let done = db
                .write(move |tx| invitation::accept(tx, &invited, &doer))
                .await?;
            return match done {
                true => Ok(see_other(&urls::sign_in(None))),
                false => LinkGonePage::answer(&site, &words),
            };
        }
        Some(SetUpKind::Invited(invited)) => {
            let (name, passphrase) = match introduced(&fields, &invited, &site, &door, &words) {
                Ok(parsed) => parsed,
                Err(wrong) => {
                    let errors = wrong.said(&words);
                    let page =
                        invited.page(&site, (&words, &reader), &token, Some(fields.name), errors);
                    return private_page(StatusCode::UNPROCESSABLE_ENTITY, &page);
                }
            };
            let hash = door.hasher.keep(passphrase).await?;
            let (said, words) = (Introduction { name, hash }, Arc::clone(&words));
            db.write(move |tx| invitation::introduce(tx, &invited, &said, &words, &visit, now))
                .await?
        }
    };
    match session {
        Some(session) => Ok(let_in(&site, &session, &urls::console())),
        None => LinkGonePage::answer(&site, &words),
    }
}

/// What this link is for, if it still works.
fn way(conn: &mut Conn, hash: &TokenHash, now: Time) -> db::Result<Option<SetUpKind>> {
    let purposes = [Purpose::SetUp, Purpose::Invitation];
    let Some(link) = link::find(conn, hash, &purposes, now)? else {
        return Ok(None);
    };
    if link.purpose == Purpose::SetUp {
        return Ok((!person::any(conn)?).then_some(SetUpKind::First));
    }
    let invited = invitation::read(conn, link)?;
    Ok(invited.map(|invited| SetUpKind::Invited(Box::new(invited))))
}

/// Whoever sets this site up, as they call themselves.
#[derive(Debug)]
pub(crate) struct FirstPerson {
    name: PersonName,
    email: Email,
    /// What they read.
    lang: Lang,
}

fn parse(
    fields: &SetUpFields,
    site: &Site,
    door: &SignInParts,
    words: &Words,
) -> std::result::Result<(FirstPerson, Passphrase), WrongFields> {
    let mut wrong = WrongFields::default();
    let name = wrong.take("name", PersonName::parse(&fields.name));
    let email = wrong.take("email", Email::parse(&fields.email, site.strictness));
    let typed = (&*fields.password, &*fields.again);
    let context = [&*fields.name, &*fields.email];
    let passphrase = chosen(typed, &door.common, site, &context, words, &mut wrong);
    let whole = (|| {
        let first = FirstPerson {
            name: name?,
            email: email?,
            lang: words.lang(),
        };
        Some((first, passphrase?))
    })();
    wrong.none_or(whole)
}

fn introduced(
    fields: &SetUpFields,
    invited: &OpenInvitation,
    site: &Site,
    door: &SignInParts,
    words: &Words,
) -> std::result::Result<(PersonName, Passphrase), WrongFields> {
    let mut wrong = WrongFields::default();
    let name = wrong.take("name", PersonName::parse(&fields.name));
    let typed = (&*fields.password, &*fields.again);
    let organization = invited.place.as_ref();
    let organization = organization.map_or("", |(organization, _)| &organization.name);
    let context = [organization, &*fields.name, &*invited.known.organizer.email];
    let passphrase = chosen(typed, &door.common, site, &context, words, &mut wrong);
    wrong.none_or(name.zip(passphrase))
}

/// Uses all set-up links up and makes the first account. None when the link ended, or somebody organizes here already. Whoever had the
/// link has it from what the program wrote on its machine: they run this site, and may try out whether mail goes out.
pub(crate) fn set_up(
    tx: &mut Tx<'_>,
    token: &Token,
    first: &FirstPerson,
    hash: &PassphraseHash,
    visit: &BrowserVisit,
    now: Time,
) -> db::Result<Option<Token>> {
    let is_open = link::find(tx, &token.hash(), &[Purpose::SetUp], now)?.is_some();
    if !is_open || link::use_up_set_ups(tx, now)? == 0 || person::any(tx)? {
        return Ok(None);
    }
    let name = first.name.as_str();
    let made = person::insert(tx, &first.email, name, first.lang, now)?;
    let id = made.ok_or(db::Error::Duplicate)?.id;
    person::set_password(tx, id, hash)?;
    person::make_operator(tx, id, now)?;
    set_up_step::begin(tx, id)?;
    visit.open(tx, id, now).map(Some)
}

fn form(
    site: &Site,
    (words, reader): (&Words, &ReaderLang),
    token: &Token,
    typed: SetUpFields,
    errors: Errors,
) -> Result {
    let chosen = reader.chosen(site.library.languages());
    let status = errors.status();
    let frame = site
        .frame(words, words.say("account-set-up-title"))
        .by_question(site, &urls::setup(token))
        .with_errors(!errors.is_empty());
    private_page(
        status,
        &SetUpPage {
            frame,
            w: words,
            errors,
            action: urls::in_language(&urls::setup(token), chosen),
            steps: SetUpStep::lines(words, None),
            name: typed.name,
            email: typed.email,
        },
    )
}
