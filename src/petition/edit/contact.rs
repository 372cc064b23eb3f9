//! GET and POST /organize/organizations/{id}/contact: where signers may write to, on every page and in every mail.

use crate::account::model::Organization;
use crate::account::store::person;
use crate::account::{Action, Actor, OrganizerForm};
use crate::base::{Email, Id, Invalid};
use crate::db::Db;
use crate::petition::PetitionCache;
use crate::petition::store::petitions;
use crate::web::answers::answer::{page, see_other};
use crate::web::page::{Errors, Frame};
use crate::web::{Error, Fields, PathArg, Result, Site, urls};
use crate::words::Words;
use actix_web::web::Data;
use askama::Template;
use serde::Deserialize;

/// What is typed.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContactForm {
    #[serde(default)]
    contact: String,
}

impl Fields for ContactForm {}

impl ContactForm {
    /// The address; none for none.
    fn read(&self, site: &Site) -> std::result::Result<Option<Email>, Invalid> {
        match self.contact.trim() {
            "" => Ok(None),
            typed => Email::parse(typed, site.strictness).map(Some),
        }
    }
}

#[derive(Template)]
#[template(path = "petition/edit/contact.html")]
struct ContactPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    action: String,
    organization: &'a str,
    errors: Errors,
    contact: &'a str,
    keep_href: String,
}

/// The organization, for somebody who may change it.
async fn open(
    db: &Db,
    actor: &Actor,
    id: Id<Organization>,
) -> std::result::Result<Organization, Error> {
    actor.allow(Action::EditOrganization, id)?;
    let found = db
        .read(move |conn| petitions::organization(conn, id))
        .await?;
    found.ok_or(Error::NOT_FOUND)
}

fn answer(
    site: &Site,
    actor: &Actor,
    organization: &Organization,
    contact: &str,
    errors: Errors,
) -> Result {
    let w = actor.words(site);
    let status = errors.status();
    page(
        status,
        &ContactPage {
            frame: actor
                .console_frame(site, &w, &urls::console(), w.say("contact-title"))
                .with_errors(!errors.is_empty()),
            w: &w,
            action: urls::contact(organization.id),
            organization: &organization.name,
            errors,
            contact,
            keep_href: urls::console(),
        },
    )
}

/// The form.
///
/// # Errors
/// 404 for strangers, 403 for who may not.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Organization>>,
) -> Result {
    let organization = open(&db, &actor, id).await?;
    let contact = organization.contact_email.as_str();
    answer(&site, &actor, &organization, contact, Errors::none())
}

/// Writes it. Pages have it at once in this instance, and within a second in the others.
///
/// # Errors
/// 404 for strangers, 403 for who may not; what is no address is no error but the form again.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    petition_cache: Data<PetitionCache>,
    PathArg(id): PathArg<Id<Organization>>,
    posted: OrganizerForm<ContactForm>,
) -> Result {
    let OrganizerForm { actor, fields } = posted;
    let organization = open(&db, &actor, id).await?;
    let contact = match fields.read(&site) {
        Ok(contact) => contact,
        Err(Invalid { key }) => {
            let mut errors = Errors::none();
            errors.add("contact", actor.words(&site).say(key));
            return answer(&site, &actor, &organization, &fields.contact, errors);
        }
    };
    let contact = contact.map_or_else(String::new, |email| email.deliver().to_owned());
    let changed = Organization {
        contact_email: contact,
        ..organization
    };
    let written = changed.clone();
    db.write(move |tx| person::set_contact(tx, id, &written.contact_email))
        .await?;
    petition_cache.call(&[changed]);
    tracing::info!(organization = %id, by = %actor.id, "contact changed");
    Ok(see_other(&urls::console()))
}
