//! GET and POST /organize/organizations/{id}: what visitors read of an organization. One sentence on its page, and where they may
//! write to, on every page and in every mail.

use crate::account::deed::Deed;
use crate::account::model::Organization;
use crate::account::store::organization;
use crate::account::{Action, Actor, OrganizerForm};
use crate::base::{Email, Id, Lang, Line};
use crate::db::Db;
use crate::petition::PetitionCache;
use crate::petition::text::lengths::ABOUT;
use crate::web::answers::answer::{page, see_other};
use crate::web::page::{Errors, Frame};
use crate::web::{
    Error, Fields, Named, PathArg, Result, Site, TextField, WrongFields, by_name, urls,
};
use crate::words::Words;
use actix_web::web::Data;
use askama::Template;
use serde::{Deserialize, Deserializer};

/// What is typed: `contact`, and `about-en` and so on.
#[derive(Debug, Default)]
pub struct OrganizationForm {
    contact: String,
    about: Vec<(Lang, String)>,
}

impl Fields for OrganizationForm {
    const TEXTS: &'static [TextField] = &[TextField::each("about", "organization-about", ABOUT)];
}

impl<'de> Deserialize<'de> for OrganizationForm {
    fn deserialize<D: Deserializer<'de>>(from: D) -> std::result::Result<Self, D::Error> {
        by_name(from)
    }
}

impl Named for OrganizationForm {
    fn put(&mut self, name: &str, value: String) -> bool {
        if name == "contact" {
            self.contact = value;
            return true;
        }
        let lang = name
            .strip_prefix("about-")
            .and_then(|lang| Lang::parse(lang).ok());
        self.about.extend(lang.map(|lang| (lang, value)));
        lang.is_some()
    }
}

impl OrganizationForm {
    fn of(organization: &Organization) -> Self {
        Self {
            contact: organization.contact_email.clone(),
            about: organization.about.clone(),
        }
    }

    /// The organization as it was typed. What cannot be read stays as it was, and is told.
    fn read(&self, site: &Site, before: Organization) -> (Organization, WrongFields) {
        let mut wrong = WrongFields::default();
        let mut after = before;
        let contact = match self.contact.trim() {
            "" => Some(String::new()),
            typed => wrong
                .take("contact", Email::parse(typed, site.strictness))
                .map(|email| email.deliver().to_owned()),
        };
        after.contact_email = contact.unwrap_or(after.contact_email);
        let mut about = Vec::new();
        for (lang, typed) in &self.about {
            let said = wrong.take(format!("about-{lang}"), Line::<ABOUT>::optional(typed));
            about.extend(said.flatten().map(|said| (*lang, said.as_str().to_owned())));
        }
        after.about = about;
        (after, wrong)
    }
}

/// The sentence in one language.
struct AboutField {
    lang: Lang,
    name: String,
    typed: String,
}

#[derive(Template)]
#[template(path = "petition/edit/organization.html")]
struct OrganizationPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    action: String,
    organization: &'a str,
    errors: Errors,
    contact: &'a str,
    about: Vec<AboutField>,
    /// Its page, as visitors see it.
    public_href: String,
    keep_href: String,
}

/// The organization, for somebody who may change it.
async fn open(
    db: &Db,
    actor: &Actor,
    id: Id<Organization>,
) -> std::result::Result<Organization, Error> {
    actor.allow(Action::EditOrganization, id)?;
    let found = db.read(move |conn| organization::find(conn, id)).await?;
    found.ok_or(Error::NOT_FOUND)
}

fn answer(
    site: &Site,
    actor: &Actor,
    organization: &Organization,
    typed: &OrganizationForm,
    wrong: &WrongFields,
) -> Result {
    let w = actor.words(site);
    let errors = wrong.said(&w);
    let about = site.library.languages().iter().map(|lang| AboutField {
        lang: *lang,
        name: site.words(*lang).say("language-name").to_owned(),
        typed: typed
            .about
            .iter()
            .find(|(typed_in, _)| typed_in == lang)
            .map(|(_, typed)| typed.clone())
            .unwrap_or_default(),
    });
    page(
        errors.status(),
        &OrganizationPage {
            frame: actor
                .console_frame(site, &w, &urls::console(), w.say("organization-title"))
                .with_errors(!errors.is_empty()),
            w: &w,
            action: urls::edit_organization(organization.id),
            organization: &organization.name,
            contact: &typed.contact,
            about: about.collect(),
            public_href: urls::organization(Some(actor.lang), &organization.slug),
            errors,
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
    let typed = OrganizationForm::of(&organization);
    answer(
        &site,
        &actor,
        &organization,
        &typed,
        &WrongFields::default(),
    )
}

/// Writes it. Pages have it at once in this instance, and within a second in the others.
///
/// # Errors
/// 404 for strangers, 403 for who may not; what cannot be read is no error but the form again.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    petition_cache: Data<PetitionCache>,
    PathArg(id): PathArg<Id<Organization>>,
    posted: OrganizerForm<OrganizationForm>,
) -> Result {
    let OrganizerForm { actor, fields } = posted;
    let organization = open(&db, &actor, id).await?;
    let (changed, wrong) = fields.read(&site, organization.clone());
    if !wrong.list().is_empty() {
        return answer(&site, &actor, &organization, &fields, &wrong);
    }
    let written = changed.clone();
    let doer = actor.doer(site.clock.now());
    db.write(move |tx| {
        doer.did(tx, id, Deed::ORGANIZATION, &written.name)?;
        organization::update(tx, &written)
    })
    .await?;
    petition_cache.call(&[changed]);
    tracing::info!(organization = %id, by = %actor.id, "organization changed");
    Ok(see_other(&urls::console()))
}
