//! GET and POST /organize/account/address/{token}: the link in the new mailbox. It takes the session of whose it is too: a
//! letter that went to the wrong mailbox opens nothing there.

use crate::account::link::{Link, Purpose};
use crate::account::mails;
use crate::account::model::Organizer;
use crate::account::pages::LinkGonePage;
use crate::account::session::press::PressFields;
use crate::account::store::activity::Doer;
use crate::account::store::{link, person, session};
use crate::account::{Actor, OrganizerForm, SignInParts};
use crate::base::{Id, Secrets, Time, Token, TokenHash};
use crate::db::{self, Conn, Db, Tx};
use crate::mail::mails::Changed;
use crate::web::answers::answer::{private_page, see_other};
use crate::web::page::Frame;
use crate::web::{PathArg, Result, Site, urls};
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use askama::Template;

#[derive(Template)]
#[template(path = "account/profile/confirm_address.html")]
struct ConfirmAddressPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    action: String,
    account: String,
    current: &'a str,
    email: &'a str,
}

/// The page; reading it uses nothing up.
///
/// # Errors
/// 503 when the database is away.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    PathArg(token): PathArg<Token>,
    actor: Actor,
) -> Result {
    let words = actor.words(&site);
    let w: &Words = &words;
    let (hash, who, now) = (token.hash(), actor.id, site.clock.now());
    let found = db.read(move |conn| find(conn, &hash, who, now)).await?;
    let Some((_, email)) = found else {
        return LinkGonePage::answer(&site, w);
    };
    let title = w.say("address-confirm-title");
    let page = ConfirmAddressPage {
        frame: actor.console_frame(&site, w, &urls::account(), title),
        w,
        action: urls::account_address(&token),
        account: urls::account(),
        current: &actor.email,
        email: &email,
    };
    private_page(StatusCode::OK, &page)
}

/// Makes the change, and tells both mailboxes.
///
/// # Errors
/// 503 when the database is away.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    door: Data<SignInParts>,
    PathArg(token): PathArg<Token>,
    posted: OrganizerForm<PressFields>,
) -> Result {
    let actor = posted.actor;
    let (hash, secrets, now) = (token.hash(), site.secrets.clone(), site.clock.now());
    let mine = (actor.id, actor.session.id);
    let doer = actor.doer(now);
    let changed = db.write(move |tx| {
        let Some((found, email)) = find(tx, &hash, mine.0, now)? else {
            return Ok(false);
        };
        if !change(tx, &secrets, &found, &email, (mine.0, &doer))? {
            return Ok(false);
        }
        session::end_all(tx, mine.0, Some(mine.1))?;
        Ok(true)
    });
    match changed.await {
        Ok(true) => {
            door.bell.ring();
            Ok(see_other(&urls::account()))
        }
        // taken meanwhile is as good as gone
        Ok(false) | Err(db::Error::Duplicate) => LinkGonePage::answer(&site, &actor.words(&site)),
        Err(fault) => Err(fault.into()),
    }
}

/// The link and its address, if it works and is theirs.
fn find(
    conn: &mut Conn,
    hash: &TokenHash,
    who: Id<Organizer>,
    now: Time,
) -> db::Result<Option<(Link, String)>> {
    let found = link::find(conn, hash, &[Purpose::Address], now)?;
    let mine = found.filter(|found| found.organizer == Some(who));
    Ok(mine.and_then(|found| found.email.clone().map(|email| (found, email))))
}

/// Uses the link up, and every other that leads into the account. False when somebody else was first.
fn change(
    tx: &mut Tx<'_>,
    secrets: &Secrets,
    found: &Link,
    email: &str,
    (who, doer): (Id<Organizer>, &Doer),
) -> db::Result<bool> {
    let now = doer.at();
    let Some(before) = person::find(tx, who)? else {
        return Ok(false);
    };
    if !link::use_up(tx, found.id, now)? {
        return Ok(false);
    }
    link::use_up_resets(tx, who, now)?;
    person::set_email(tx, who, email)?;
    let after = Organizer {
        email: email.to_owned(),
        ..before.organizer.clone()
    };
    mails::tell(tx, secrets, &before.organizer, Changed::AddressFrom, doer)?;
    mails::tell(tx, secrets, &after, Changed::AddressTo, doer)?;
    Ok(true)
}
