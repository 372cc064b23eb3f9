//! GET and POST /setup/{token}: the first organization and its owner, or an invitation.

use super::found::{Founding, OrganizationName, found};
use super::invitation::{self, Introduction, Invited};
use crate::account::access::chosen::chosen;
use crate::account::link::Purpose;
use crate::account::pages::{LinkGonePage, SetUpPage};
use crate::account::passphrase::hash::{Passphrase, PassphraseHash};
use crate::account::store::{link, person};
use crate::account::{SignInParts, Visit, let_in};
use crate::base::{Email, Invalid, PersonName, Time, Token, TokenHash};
use crate::db::{self, Conn, Db, Tx};
use crate::web::answers::answer::{private_page, see_other};
use crate::web::page::Errors;
use crate::web::{CheckedForm, Fields, PathArg, ReaderLang, Result, Site, urls};
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use serde::Deserialize;
use std::sync::Arc;

/// What the form sends; an invitation asks for name and passphrase only.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub struct SetUpFields {
    organization: String,
    contact: String,
    name: String,
    email: String,
    password: String,
    again: String,
}

impl Fields for SetUpFields {}

/// What the link is for.
enum SetUpKind {
    First,
    Invited(Box<Invited>),
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
        Some(SetUpKind::First) => form(&site, &words, &token, SetUpFields::default(), none),
        Some(SetUpKind::Invited(invited)) => private_page(
            StatusCode::OK,
            &invited.page(&site, &words, &token, None, none),
        ),
        None => gone(&site, &words),
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
    visit: Visit,
    guarded: CheckedForm<SetUpFields>,
) -> Result {
    let words = reader.words(&site);
    let (hash, now) = (token.hash(), site.clock.now());
    let fields = guarded.fields;
    let session = match db.read(move |conn| way(conn, &hash, now)).await? {
        None => None,
        Some(SetUpKind::First) => {
            let (founding, passphrase) = match parse(&fields, &site, &door, &words) {
                Ok(parsed) => parsed,
                Err(errors) => return form(&site, &words, &token, fields, errors),
            };
            let kept = door.hasher.keep(passphrase).await?;
            db.write(move |tx| set_up(tx, &token, &founding, &kept, &visit, now))
                .await?
        }
        Some(SetUpKind::Invited(invited)) if invited.has_account() => {
            let done = db
                .write(move |tx| invitation::accept(tx, &invited, now))
                .await?;
            return match done {
                true => Ok(see_other(&urls::sign_in(None))),
                false => gone(&site, &words),
            };
        }
        Some(SetUpKind::Invited(invited)) => {
            let (name, passphrase) = match introduced(&fields, &invited, &site, &door, &words) {
                Ok(parsed) => parsed,
                Err(errors) => {
                    let page = invited.page(&site, &words, &token, Some(fields.name), errors);
                    return private_page(StatusCode::UNPROCESSABLE_ENTITY, &page);
                }
            };
            let kept = door.hasher.keep(passphrase).await?;
            let (said, words) = (Introduction { name, kept }, Arc::clone(&words));
            db.write(move |tx| invitation::introduce(tx, &invited, &said, &words, &visit, now))
                .await?
        }
    };
    match session {
        Some(session) => Ok(let_in(&site, &session, &urls::console())),
        None => gone(&site, &words),
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

fn parse(
    fields: &SetUpFields,
    site: &Site,
    door: &SignInParts,
    words: &Words,
) -> std::result::Result<(Founding, Passphrase), Errors> {
    let mut errors = Errors::none();
    let organization = OrganizationName::parse(&fields.organization);
    let organization = taken("organization", organization, words, &mut errors);
    let contact = match fields.contact.trim() {
        "" => None,
        typed => {
            let contact = Email::parse(typed, site.strictness);
            taken("contact", contact, words, &mut errors)
        }
    };
    let name = taken("name", PersonName::parse(&fields.name), words, &mut errors);
    let email = Email::parse(&fields.email, site.strictness);
    let email = taken("email", email, words, &mut errors);
    let typed = (&*fields.password, &*fields.again);
    let context = [&*fields.organization, &*fields.name, &*fields.email];
    let passphrase = chosen(typed, &door.common, site, &context, words, &mut errors);
    match (organization, name, email, passphrase) {
        (Some(organization), Some(name), Some(email), Some(passphrase)) if errors.is_empty() => {
            let founding = Founding {
                organization,
                contact,
                name,
                email,
                lang: words.lang(),
            };
            Ok((founding, passphrase))
        }
        _ => Err(errors),
    }
}

fn introduced(
    fields: &SetUpFields,
    invited: &Invited,
    site: &Site,
    door: &SignInParts,
    words: &Words,
) -> std::result::Result<(PersonName, Passphrase), Errors> {
    let mut errors = Errors::none();
    let name = taken("name", PersonName::parse(&fields.name), words, &mut errors);
    let typed = (&*fields.password, &*fields.again);
    let context = [
        &*invited.organization.name,
        &*fields.name,
        &*invited.known.organizer.email,
    ];
    let passphrase = chosen(typed, &door.common, site, &context, words, &mut errors);
    name.zip(passphrase).ok_or(errors)
}

fn taken<T>(
    field: &'static str,
    parsed: std::result::Result<T, Invalid>,
    words: &Words,
    errors: &mut Errors,
) -> Option<T> {
    parsed
        .map_err(|invalid| errors.add(field, words.say(invalid.key)))
        .ok()
}

/// Uses all set-up links up and founds the organization. None when the link ended, or somebody organizes here already.
pub(crate) fn set_up(
    tx: &mut Tx<'_>,
    token: &Token,
    founding: &Founding,
    kept: &PassphraseHash,
    visit: &Visit,
    now: Time,
) -> db::Result<Option<Token>> {
    let is_open = link::find(tx, &token.hash(), &[Purpose::SetUp], now)?.is_some();
    if !is_open || link::use_up_set_ups(tx, now)? == 0 || person::any(tx)? {
        return Ok(None);
    }
    let (_, owner) = found(tx, founding, kept, now)?;
    visit.open(tx, owner.id, now).map(Some)
}

fn form(site: &Site, words: &Words, token: &Token, typed: SetUpFields, errors: Errors) -> Result {
    let status = match errors.is_empty() {
        true => StatusCode::OK,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let frame = site
        .frame(words, words.say("account-set-up-title"))
        .with_errors(!errors.is_empty());
    private_page(
        status,
        &SetUpPage {
            frame,
            w: words,
            errors,
            action: urls::setup(token),
            organization: typed.organization,
            contact: typed.contact,
            name: typed.name,
            email: typed.email,
        },
    )
}

fn gone(site: &Site, words: &Words) -> Result {
    private_page(StatusCode::GONE, &LinkGonePage::new(site, words))
}
