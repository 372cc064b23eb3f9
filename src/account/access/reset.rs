//! GET and POST /organize/reset/{token}

use super::new_passphrase::chosen;
use crate::account::link::{Link, Purpose};
use crate::account::mails;
use crate::account::model::Organizer;
use crate::account::pages::{CodePage, LinkGonePage, ResetPage};
use crate::account::passphrase::hash::PassphraseHash;
use crate::account::store::{link, person, session};
use crate::account::{BrowserVisit, Entered, SignInParts, let_in};
use crate::base::{Secrets, Time, Token, TokenHash};
use crate::db::{self, Conn, Db, Tx};
use crate::mail::mails::Changed;
use crate::web::answers::answer::private_page;
use crate::web::page::Errors;
use crate::web::{CheckedForm, Fields, PathArg, ReaderLang, Result, Site, WrongFields, urls};
use crate::words::Words;
use actix_web::web::Data;
use serde::Deserialize;

/// What the form sends.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub struct ResetFields {
    password: String,
    again: String,
}

impl Fields for ResetFields {}

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
    match db.read(move |conn| owner(conn, &hash, now)).await? {
        Some((_, owner)) => form(&site, (&words, &reader), &token, &owner, Errors::none()),
        None => LinkGonePage::answer(&site, &words),
    }
}

/// Sets the passphrase, ends all sessions and opens a new one here: after a code where there is a second factor, which no link
/// by mail stands in for (ASVS 6.4.3).
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
    guarded: CheckedForm<ResetFields>,
) -> Result {
    let words = reader.words(&site);
    let (hash, now) = (token.hash(), site.clock.now());
    let Some((link, owner)) = db.read(move |conn| owner(conn, &hash, now)).await? else {
        return LinkGonePage::answer(&site, &words);
    };
    let typed = (&*guarded.fields.password, &*guarded.fields.again);
    let context = [owner.name.as_str(), owner.email.as_str()];
    let mut wrong = WrongFields::default();
    let Some(passphrase) = chosen(typed, &door.common, &site, &context, &words, &mut wrong) else {
        return form(&site, (&words, &reader), &token, &owner, wrong.said(&words));
    };
    let hash = door.hasher.keep(passphrase).await?;
    let secrets = site.secrets.clone();
    let replaced = db
        .write(move |tx| replace(tx, &secrets, (&link, &owner), &hash, &visit, now))
        .await?;
    match replaced {
        Some(entered) => {
            door.bell.ring();
            match entered {
                Entered::In(session) => Ok(let_in(&site, &session, &urls::console())),
                Entered::NeedsCode(begun) => {
                    CodePage::answer(&site, &words, &begun, None, Errors::none())
                }
            }
        }
        None => LinkGonePage::answer(&site, &words),
    }
}

/// Whose passphrase this link may set.
fn owner(conn: &mut Conn, hash: &TokenHash, now: Time) -> db::Result<Option<(Link, Organizer)>> {
    let Some(link) = link::find(conn, hash, &[Purpose::Reset], now)? else {
        return Ok(None);
    };
    let Some(id) = link.organizer else {
        return Ok(None);
    };
    Ok(person::find(conn, id)?.map(|known| (link, known.organizer)))
}

/// Uses the link up, and every other of its kind; none when somebody else was first.
pub fn replace(
    tx: &mut Tx<'_>,
    secrets: &Secrets,
    (link, owner): (&Link, &Organizer),
    hash: &PassphraseHash,
    visit: &BrowserVisit,
    now: Time,
) -> db::Result<Option<Entered>> {
    if !link::use_up(tx, link.id, now)? {
        return Ok(None);
    }
    link::use_up_resets(tx, owner.id, now)?;
    person::set_password(tx, owner.id, hash)?;
    session::end_all(tx, owner.id, None)?;
    mails::tell(tx, secrets, owner, Changed::Reset, &visit.doer(owner, now))?;
    visit.enter(tx, owner.id, now).map(Some)
}

fn form(
    site: &Site,
    (words, reader): (&Words, &ReaderLang),
    token: &Token,
    owner: &Organizer,
    errors: Errors,
) -> Result {
    let chosen = reader.chosen(site.library.languages());
    let status = errors.status();
    let frame = site
        .frame(words, words.say("account-reset-title"))
        .by_question(site, &urls::reset(token))
        .with_errors(!errors.is_empty());
    private_page(
        status,
        &ResetPage {
            frame,
            w: words,
            errors,
            action: urls::in_language(&urls::reset(token), chosen),
            email: owner.email.clone(),
        },
    )
}
