//! GET and POST /organize/account/address: a link goes to the new address. What is said is the same whether that address is
//! free or another account's.

use crate::account::link::{Link, Purpose};
use crate::account::mails;
use crate::account::model::Organizer;
use crate::account::session::sign_in_limits::WAIT;
use crate::account::store::{link, person};
use crate::account::{Actor, NotSignedIn, ProvedActor, ProvedForm, SignInParts};
use crate::base::{Email, Id, Secrets, Time};
use crate::db::{self, Db, Tx};
use crate::web::answers::answer::page;
use crate::web::page::{Errors, Frame};
use crate::web::{Error, Fields, Result, Site, Source, urls};
use crate::words::Words;
use actix_web::HttpResponse;
use actix_web::web::Data;
use askama::Template;
use serde::Deserialize;

/// What the form sends.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AddressFields {
    #[serde(default)]
    email: String,
}

impl Fields for AddressFields {}

#[derive(Template)]
#[template(path = "account/profile/address.html")]
struct AddressPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    errors: Errors,
    action: String,
    account: String,
    /// The one in force.
    current: &'a str,
    /// As typed.
    email: String,
    is_sent: bool,
}

/// The form.
///
/// # Errors
/// 500 when it cannot be written.
pub async fn get(site: Data<Site>, ProvedActor(actor): ProvedActor) -> Result {
    form(&site, &actor, "", Errors::none(), false)
}

/// Queues the link.
///
/// # Errors
/// 429 for a source that asks too often; 503 when the database is away.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    door: Data<SignInParts>,
    source: Source,
    posted: ProvedForm<AddressFields>,
) -> std::result::Result<HttpResponse, NotSignedIn> {
    let ProvedForm { actor, fields } = posted;
    let email = match Email::parse(&fields.email, site.strictness) {
        Ok(email) => email,
        Err(invalid) => {
            let errors = Errors::none().with("email", actor.words(&site).say(invalid.key));
            return Ok(form(&site, &actor, &fields.email, errors, false)?);
        }
    };
    if !door.mails.admits(source) {
        return Err(Error::too_many(WAIT).into());
    }
    let shown = email.deliver().to_owned();
    let (who, secrets, now) = (actor.id, site.secrets.clone(), site.clock.now());
    db.write(move |tx| ask(tx, &secrets, who, &email, now))
        .await
        .map_err(Error::from)?;
    door.bell.ring();
    Ok(form(&site, &actor, &shown, Errors::none(), true)?)
}

/// Makes a link and queues the mail with it. For an address that is taken a link of nobody is written, which opens nothing.
fn ask(
    tx: &mut Tx<'_>,
    secrets: &Secrets,
    who: Id<Organizer>,
    email: &Email,
    now: Time,
) -> db::Result<()> {
    let fresh = Link::new(Purpose::Address, now);
    let known = person::find(tx, who)?;
    let (Some(known), None) = (known, person::by_address(tx, email)?) else {
        return link::insert(tx, &fresh, secrets).map(drop);
    };
    let fresh = Link {
        organizer: Some(who),
        email: Some(email.k1().to_owned()),
        ..fresh
    };
    link::insert(tx, &fresh, secrets)?;
    mails::queue(tx, secrets, &fresh, &known.organizer, None, now)
}

fn form(site: &Site, actor: &Actor, typed: &str, errors: Errors, is_sent: bool) -> Result {
    let words = actor.words(site);
    let w: &Words = &words;
    let key = match is_sent {
        true => "account-sent-title",
        false => "address-title",
    };
    let shown = AddressPage {
        frame: actor
            .console_frame(site, w, &urls::account(), w.say(key))
            .with_errors(!errors.is_empty()),
        w,
        action: urls::change_account_address(),
        account: urls::account(),
        current: &actor.email,
        email: typed.to_owned(),
        is_sent,
        errors,
    };
    page(shown.errors.status(), &shown)
}
