//! GET and POST /organize/first/organization: the second step of the first run, the organization of whoever set this site up.

use super::found::{self, OrganizationName};
use crate::account::deed::Deed;
use crate::account::model::{Organizer, Role};
use crate::account::store::activity::Doer;
use crate::account::store::{member, organization, set_up_step};
use crate::account::{Actor, DraftForm, SetUpLine, SetUpStep};
use crate::base::{Email, Id, Lang};
use crate::db::{self, Db, Tx};
use crate::web::answers::answer::{private_page, see_other};
use crate::web::page::{Errors, Frame};
use crate::web::{Fields, Named, NotSaved, Result, Site, WrongFields, by_name, urls};
use crate::words::Words;
use actix_web::web::Data;
use askama::Template;
use serde::{Deserialize, Deserializer};

const HERE: SetUpStep = SetUpStep::Organization;

/// What is typed; `lang-en` and so on for each language.
#[derive(Debug, Clone, Default)]
pub struct FirstOrganizationForm {
    name: String,
    contact: String,
    langs: Vec<Lang>,
}

impl Fields for FirstOrganizationForm {}

impl<'de> Deserialize<'de> for FirstOrganizationForm {
    fn deserialize<D: Deserializer<'de>>(from: D) -> std::result::Result<Self, D::Error> {
        by_name(from)
    }
}

impl Named for FirstOrganizationForm {
    fn put(&mut self, name: &str, value: String) -> bool {
        match name {
            "name" => self.name = value,
            "contact" => self.contact = value,
            other => {
                let lang = other.strip_prefix("lang-");
                let Some(Ok(lang)) = lang.map(Lang::parse) else {
                    return false;
                };
                self.langs.extend((value == "1").then_some(lang));
            }
        }
        true
    }
}

/// What it means.
struct FirstOrganization {
    name: OrganizationName,
    contact: Option<Email>,
    /// Empty for all of the site's.
    langs: Vec<Lang>,
}

impl FirstOrganizationForm {
    fn read(&self, site: &Site) -> std::result::Result<FirstOrganization, WrongFields> {
        let mut wrong = WrongFields::default();
        let name = wrong.take("name", OrganizationName::parse(&self.name));
        let contact = match self.contact.trim() {
            "" => Some(None),
            typed => wrong
                .take("contact", Email::parse(typed, site.strictness))
                .map(Some),
        };
        let all = site.library.languages();
        let known = all.iter().filter(|lang| self.langs.contains(lang));
        let mut langs: Vec<Lang> = known.copied().collect();
        if langs.is_empty() {
            wrong.add("langs", "error-languages-none");
        } else if langs.len() == all.len() {
            // a language that the site learns later is one of all
            langs.clear();
        }
        let whole = (|| {
            Some(FirstOrganization {
                name: name?,
                contact: contact?,
                langs,
            })
        })();
        wrong.none_or(whole)
    }
}

/// Writes the organization and makes them its owner, once.
fn make(
    tx: &mut Tx<'_>,
    (who, doer): (Id<Organizer>, &Doer),
    typed: FirstOrganization,
) -> db::Result<()> {
    let now = doer.at();
    if !set_up_step::go_on(tx, who, HERE, Some(SetUpStep::Mail))? {
        return Ok(());
    }
    let contact = typed.contact.as_ref();
    let mut made = found::new_organization(tx, &typed.name, contact, now)?;
    made.langs = typed.langs;
    organization::update(tx, &made)?;
    member::join(tx, made.id, who, Role::Owner, now)?;
    doer.did(tx, made.id, Deed::FOUNDED, &made.name)
}

/// A language that can be ticked.
struct OfferedLang {
    lang: Lang,
    name: String,
    is_ticked: bool,
}

#[derive(Template)]
#[template(path = "account/joining/first_organization.html")]
struct FirstOrganizationPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    steps: Vec<SetUpLine>,
    action: String,
    later_href: String,
    errors: Errors,
    /// Written in an earlier session.
    is_from_before: bool,
    typed: &'a FirstOrganizationForm,
    offered: Vec<OfferedLang>,
}

fn answer(site: &Site, actor: &Actor, typed: &FirstOrganizationForm, said: &NotSaved) -> Result {
    let w = actor.words(site);
    let errors = said.wrong.said(&w);
    let offered = site.library.languages().iter().map(|lang| OfferedLang {
        lang: *lang,
        name: site.words(*lang).say("language-name").to_owned(),
        is_ticked: typed.langs.contains(lang),
    });
    private_page(
        said.status(),
        &FirstOrganizationPage {
            frame: actor
                .console_frame(site, &w, &urls::console(), w.say("account-organization"))
                .with_errors(!errors.is_empty()),
            w: &w,
            steps: SetUpStep::lines(&w, Some(HERE)),
            action: urls::first_organization(),
            later_href: urls::console_later(),
            errors,
            is_from_before: said.is_from_before,
            typed,
            offered: offered.collect(),
        },
    )
}

async fn is_open(db: &Db, actor: &Actor) -> db::Result<bool> {
    let who = actor.id;
    let step = db.read(move |conn| set_up_step::open(conn, who)).await?;
    Ok(step == Some(HERE))
}

/// The form; for whoever has done this, or never had to, the first page of the console.
///
/// # Errors
/// A fault of the database.
pub async fn get(site: Data<Site>, db: Data<Db>, actor: Actor) -> Result {
    if !is_open(&db, &actor).await? {
        return Ok(see_other(&urls::console()));
    }
    let typed = FirstOrganizationForm {
        langs: site.library.languages().to_vec(),
        ..FirstOrganizationForm::default()
    };
    answer(&site, &actor, &typed, &NotSaved::default())
}

/// Writes it, and leads to the next step.
///
/// # Errors
/// A fault of the database; a mistake is no error but the form again.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    posted: DraftForm<FirstOrganizationForm>,
) -> Result {
    let (actor, typed) = (posted.actor, posted.fields);
    if !is_open(&db, &actor).await? {
        return Ok(see_other(&urls::console()));
    }
    if posted.is_from_before {
        return answer(&site, &actor, &typed, &NotSaved::from_before());
    }
    let read = match typed.read(&site) {
        Ok(read) => read,
        Err(wrong) => return answer(&site, &actor, &typed, &wrong.into()),
    };
    let (who, doer) = (actor.id, actor.doer(site.clock.now()));
    db.write(move |tx| make(tx, (who, &doer), read)).await?;
    Ok(see_other(&urls::first_mail()))
}
