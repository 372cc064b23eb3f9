//! GET and POST /organize/passphrase

use super::new_passphrase::chosen;
use crate::account::mails;
use crate::account::model::Organizer;
use crate::account::pages::ChangePasswordPage;
use crate::account::passphrase::hash::{Passphrase, PassphraseHash, PassphraseVerdict};
use crate::account::session::sign_in_limits::WAIT;
use crate::account::store::{link, person, session};
use crate::account::{Actor, BrowserVisit, Familiar, OrganizerForm, SignInParts, let_in};
use crate::base::{Secrets, Time, Token};
use crate::db::{self, Db, Tx};
use crate::mail::mails::Changed;
use crate::web::answers::answer::page;
use crate::web::page::Errors;
use crate::web::{Error, Fields, Result, Site, Source, WrongFields, urls};
use crate::words::Words;
use actix_web::web::Data;
use serde::Deserialize;

/// What the form sends.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub struct ChangeFields {
    current: String,
    password: String,
    again: String,
}

impl Fields for ChangeFields {
    const IS_SECRET: bool = true;
}

/// The form.
///
/// # Errors
/// 500 when it cannot be written.
pub async fn get(site: Data<Site>, actor: Actor) -> Result {
    let words = actor.words(&site);
    form(&site, &words, &actor, Errors::none())
}

/// Changes the passphrase of somebody who knows the old one. All sessions end; this browser gets a new one (T21).
///
/// # Errors
/// 429 after too many tries; 503 when too many others are at it.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    door: Data<SignInParts>,
    source: Source,
    familiar: Familiar,
    visit: BrowserVisit,
    posted: OrganizerForm<ChangeFields>,
) -> Result {
    let OrganizerForm { actor, fields } = posted;
    let words = actor.words(&site);
    if !door.tries.admits(&actor.email, source, &familiar) {
        return Err(Error::too_many(WAIT).saying("problem-429-sign-in"));
    }
    let who = actor.id;
    let known = db.read(move |conn| person::find(conn, who)).await?;
    let (owner, old) = known
        .map(|known| (known.organizer, known.hash))
        .ok_or(Error::CONFLICT)?;
    let current = Passphrase::typed(&fields.current);
    let mut wrong = WrongFields::default();
    if door.hasher.compare(current, old.clone(), true).await? == PassphraseVerdict::Wrong {
        wrong.add("current", "error-password-current");
    }
    let typed = (&*fields.password, &*fields.again);
    let mut context = vec![actor.name.as_str(), actor.email.as_str()];
    context.extend(actor.memberships.iter().map(|place| place.name.as_str()));
    let chosen = chosen(typed, &door.common, &site, &context, &words, &mut wrong);
    let (old, passphrase) = match wrong.none_or(chosen) {
        Ok(passphrase) => (old.ok_or(Error::CONFLICT)?, passphrase),
        Err(wrong) => return form(&site, &words, &actor, wrong.said(&words)),
    };
    let hash = door.hasher.keep(passphrase).await?;
    let now = site.clock.now();
    let secrets = site.secrets.clone();
    let changed = db
        .write(move |tx| {
            let proved = actor.session.proved_at;
            change(tx, &secrets, &owner, (&old, &hash), &visit, (proved, now))
        })
        .await?;
    match changed {
        Some(session) => {
            door.bell.ring();
            Ok(let_in(&site, &session, &urls::sessions()))
        }
        None => Err(Error::CONFLICT),
    }
}

/// Replaces the old passphrase by the new one; none when it has been changed meanwhile.
pub fn change(
    tx: &mut Tx<'_>,
    secrets: &Secrets,
    owner: &Organizer,
    (old, new): (&PassphraseHash, &PassphraseHash),
    visit: &BrowserVisit,
    (proved_at, now): (Time, Time),
) -> db::Result<Option<Token>> {
    let who = owner.id;
    if person::renew_password(tx, who, old, new)? == 0 {
        return Ok(None);
    }
    link::use_up_resets(tx, who, now)?;
    session::end_all(tx, who, None)?;
    mails::tell(
        tx,
        secrets,
        owner,
        Changed::Passphrase,
        &visit.doer(owner, now),
    )?;
    // the old passphrase alone proves nothing where there is a second factor
    visit.open_as_proved(tx, who, proved_at, now).map(Some)
}

fn form(site: &Site, words: &Words, actor: &Actor, errors: Errors) -> Result {
    let status = errors.status();
    let frame = actor
        .console_frame(
            site,
            words,
            &urls::sessions(),
            words.say("account-change-title"),
        )
        .with_errors(!errors.is_empty());
    page(
        status,
        &ChangePasswordPage {
            frame,
            w: words,
            errors,
            action: urls::passphrase(),
            email: actor.email.clone(),
        },
    )
}
