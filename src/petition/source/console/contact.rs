//! GET and POST /organize/petitions/{id}/partners/{code}/contact: names the mailbox by which a partner reads what it brought and takes the
//! list of those who let it write; or takes it away.
//!
//! Whoever names it decides who gets addresses: it takes the right to let people in, and a proof of who asks.

use super::managed_source::open_source;
use crate::account::deed::Deed;
use crate::account::{Action, Actor, AddressReader, ProvedForm, SignInParts};
use crate::base::{Email, Id};
use crate::db::{self, Db};
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::model::Petition;
use crate::petition::petition_log::PetitionLog;
use crate::petition::source::contact_store::{self, PartnerContact};
use crate::petition::source::model::{Source, SourceKind};
use crate::petition::source::{SourceCode, letter};
use crate::web::answers::answer::{page, see_other};
use crate::web::page::{Errors, Frame};
use crate::web::{Error, Fields, PathArg, Result, Site, TextField, WrongFields, urls};
use crate::words::Words;
use actix_web::web::{Data, Query};
use askama::Template;
use serde::Deserialize;

/// Most characters of an address.
const ADDRESS: usize = 254;

/// The address; empty to take it away.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContactForm {
    email: String,
}

impl Fields for ContactForm {
    const TEXTS: &'static [TextField] =
        &[TextField::one("email", "partner-contact-email", ADDRESS)];
}

/// What was just done, in the address, so that the page can be reloaded.
#[derive(Debug, Default, Deserialize)]
pub struct ContactQuery {
    #[serde(default)]
    done: String,
}

/// What may be said to be done.
const DONE: [&str; 2] = ["sent", "none"];

#[derive(Template)]
#[template(path = "petition/source/contact.html")]
struct ContactPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    partner: &'a str,
    back_href: String,
    action: String,
    email: &'a str,
    errors: Errors,
    told: Option<&'static str>,
}

fn answer(
    site: &Site,
    actor: &Actor,
    (managed, source): (&ManagedPetition, &Source),
    (email, wrong): (&str, &WrongFields),
    told: Option<&'static str>,
) -> Result {
    let w = actor.words(site);
    let errors = wrong.said(&w);
    let (id, code) = (managed.petition.id, source.code.as_str());
    page(
        errors.status(),
        &ContactPage {
            frame: managed
                .console_frame(site, &w, actor, &urls::partners(id), source.name.clone())
                .with_errors(!errors.is_empty()),
            w: &w,
            partner: &source.name,
            back_href: urls::partner(id, code),
            action: urls::partner_contact(id, code),
            email,
            errors,
            told,
        },
    )
}

/// The partner, for who may let people in.
async fn open(
    db: &Db,
    actor: &Actor,
    found: (Id<Petition>, SourceCode),
) -> std::result::Result<(ManagedPetition, Source), Error> {
    let (managed, source) = open_source(db, actor, found, SourceKind::Partner).await?;
    actor.allow(Action::ManageMembers, managed.petition.organization)?;
    Ok((managed, source))
}

/// The form.
///
/// # Errors
/// As [`open_source`]; 403 for whose role does not let anybody in.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    AddressReader(actor): AddressReader,
    PathArg(id): PathArg<Id<Petition>>,
    PathArg(code): PathArg<SourceCode>,
    query: Query<ContactQuery>,
) -> Result {
    let (managed, source) = open(&db, &actor, (id, code)).await?;
    let partner = source.id;
    let contact = db
        .read(move |conn| contact_store::of(conn, partner))
        .await?;
    let email = contact.map(|contact| contact.email).unwrap_or_default();
    let told = DONE.into_iter().find(|one| *one == query.done);
    let nothing = WrongFields::default();
    answer(&site, &actor, (&managed, &source), (&email, &nothing), told)
}

/// Names it and sends the first letter, or takes it away.
///
/// # Errors
/// As [`get`]; what is no address is no error but the form again.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    door: Data<SignInParts>,
    PathArg(id): PathArg<Id<Petition>>,
    PathArg(code): PathArg<SourceCode>,
    posted: ProvedForm<ContactForm>,
) -> Result {
    let ProvedForm { actor, fields } = posted;
    let here = urls::partner_contact(id, code.as_str());
    let (managed, source) = open(&db, &actor, (id, code)).await?;
    let now = site.clock.now();
    actor.may_handle_addresses(now)?;
    let mut wrong = WrongFields::default();
    let typed = fields.email.trim();
    let email = match typed {
        "" => None,
        typed => wrong.take("email", Email::parse(typed, site.strictness)),
    };
    if !wrong.list().is_empty() {
        return answer(&site, &actor, (&managed, &source), (typed, &wrong), None);
    }
    let log = PetitionLog::of(&managed, &actor, now);
    let (secrets, lang) = (site.secrets.clone(), managed.petition.lang);
    let done = if email.is_some() { "sent" } else { "none" };
    db.write(move |tx| {
        let before = contact_store::of(tx, source.id)?.map(|contact| contact.email);
        let named = email.as_ref().map(|email| (email, lang));
        contact_store::set(tx, source.id, named, now)?;
        let after = email.as_ref().map(Email::deliver).unwrap_or_default();
        if email.is_some() {
            let to = PartnerContact {
                source: source.id,
                email: after.to_owned(),
                lang,
            };
            letter::send(tx, &secrets, &to, now)?;
        }
        let sides = (before.as_deref().unwrap_or_default(), after);
        log.changed(tx, Deed::PARTNER_CONTACT, &source.name, sides)?;
        Ok::<_, db::Error>(())
    })
    .await
    .map_err(Error::from)?;
    door.bell.ring();
    Ok(see_other(&format!("{here}?done={done}")))
}
