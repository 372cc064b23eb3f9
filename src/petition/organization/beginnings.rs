//! GET and POST /organize/organizations/{id}/beginnings: what a new petition of an organization begins with: its languages, and how
//! long it keeps details. Petitions that there are stay as they are.

use super::settings::{self, SettingStays, SettingsHead, SettingsPage};
use crate::account::deed::Deed;
use crate::account::model::Organization;
use crate::account::{Actor, DraftForm};
use crate::base::{Id, Lang};
use crate::db::Db;
use crate::petition::PetitionCache;
use crate::petition::rules::retention_period::RetentionPeriod;
use crate::web::answers::answer::{page, see_other};
use crate::web::page::{Errors, Frame};
use crate::web::{Fields, Named, NotSaved, PathArg, Result, Site, WrongFields, by_name, urls};
use crate::words::Words;
use actix_web::web::{Data, Query};
use askama::Template;
use serde::{Deserialize, Deserializer};

const HERE: SettingsPage = SettingsPage::Beginnings;

/// What was just done, in the address.
#[derive(Debug, Default, Deserialize)]
pub struct BeginningsQuery {
    #[serde(default)]
    saved: bool,
}

/// What is chosen: `lang-en` and so on, and the months.
#[derive(Debug, Clone, Default)]
pub struct BeginningsForm {
    revision: String,
    langs: Vec<Lang>,
    keeps_for: String,
}

impl Fields for BeginningsForm {}

impl<'de> Deserialize<'de> for BeginningsForm {
    fn deserialize<D: Deserializer<'de>>(from: D) -> std::result::Result<Self, D::Error> {
        by_name(from)
    }
}

impl Named for BeginningsForm {
    fn put(&mut self, name: &str, value: String) -> bool {
        match name {
            "revision" => self.revision = value,
            "keeps_for" => self.keeps_for = value,
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

impl BeginningsForm {
    fn of(organization: &Organization, all: &[Lang]) -> Self {
        let keeps = organization.keeps_for.map(RetentionPeriod::from);
        Self {
            revision: mark(organization),
            langs: organization.begins_in(all),
            keeps_for: keeps.unwrap_or_default().months().to_string(),
        }
    }

    /// At least one of the site's languages, and the months.
    fn read(&self, all: &[Lang]) -> std::result::Result<(Vec<Lang>, RetentionPeriod), WrongFields> {
        let mut wrong = WrongFields::default();
        let known = self.langs.iter().filter(|lang| all.contains(lang));
        let langs: Vec<Lang> = known.copied().collect();
        if langs.is_empty() {
            wrong.add("langs", "error-languages-none");
        }
        let keeps = wrong.take("keeps_for", RetentionPeriod::parse(&self.keeps_for));
        let whole = keeps.map(|keeps| (langs, keeps));
        wrong.none_or(whole)
    }
}

/// What the form was filled from.
fn mark(one: &Organization) -> String {
    settings::mark(&(&one.langs, one.keeps_for))
}

/// A language that can be ticked.
struct LangBox {
    lang: Lang,
    name: String,
    is_ticked: bool,
}

#[derive(Template)]
#[template(path = "petition/organization/beginnings.html")]
struct BeginningsPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    head: SettingsHead,
    action: String,
    errors: Errors,
    typed: &'a BeginningsForm,
    boxes: Vec<LangBox>,
}

fn answer(
    site: &Site,
    actor: &Actor,
    organization: &Organization,
    typed: &BeginningsForm,
    (said, is_saved): (&NotSaved, bool),
) -> Result {
    let w = actor.words(site);
    let errors = said.wrong.said(&w);
    let boxes = site.library.languages().iter().map(|lang| LangBox {
        lang: *lang,
        name: site.words(*lang).say("language-name").to_owned(),
        is_ticked: typed.langs.contains(lang),
    });
    page(
        said.status(),
        &BeginningsPage {
            frame: settings::frame(site, &w, actor, (organization.id, HERE))
                .with_errors(!errors.is_empty()),
            w: &w,
            head: SettingsHead {
                is_saved,
                is_stale: said.is_stale,
                is_from_before: said.is_from_before,
                ..SettingsHead::of(&w, actor, organization, HERE)
            },
            action: urls::organization_beginnings(organization.id),
            errors,
            typed,
            boxes: boxes.collect(),
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
    asked: Query<BeginningsQuery>,
) -> Result {
    let organization = settings::open(&db, &actor, id, HERE).await?;
    let typed = BeginningsForm::of(&organization, site.library.languages());
    let said = (&NotSaved::default(), asked.saved);
    answer(&site, &actor, &organization, &typed, said)
}

/// Writes it.
///
/// # Errors
/// 404 for strangers, 403 for who may not; what cannot be read is no error but the form again.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    petition_cache: Data<PetitionCache>,
    PathArg(id): PathArg<Id<Organization>>,
    posted: DraftForm<BeginningsForm>,
) -> Result {
    let DraftForm {
        actor,
        fields: mut typed,
        is_from_before,
    } = posted;
    let organization = settings::open(&db, &actor, id, HERE).await?;
    let again = |organization: &Organization, typed: &BeginningsForm, said: &NotSaved| {
        answer(&site, &actor, organization, typed, (said, false))
    };
    if is_from_before {
        return again(&organization, &typed, &NotSaved::from_before());
    }
    let (langs, keeps) = match typed.read(site.library.languages()) {
        Ok(read) => read,
        Err(wrong) => return again(&organization, &typed, &wrong.into()),
    };
    let doer = actor.doer(site.clock.now());
    let seen = typed.revision.clone();
    let saved = db.write(move |tx| {
        settings::save(tx, id, (&doer, Deed::BEGINNINGS), (&seen, mark), |one| {
            one.langs = langs;
            one.keeps_for = Some(u8::from(keeps));
        })
    });
    match saved.await {
        Ok(changed) => {
            petition_cache.call(&[changed]);
            tracing::info!(organization = %id, by = %actor.id, "what petitions begin with changed");
            let here = urls::organization_beginnings(id);
            Ok(see_other(&format!("{here}?saved=true")))
        }
        Err(SettingStays::Stale) => {
            let organization = settings::open(&db, &actor, id, HERE).await?;
            typed.revision = mark(&organization);
            again(&organization, &typed, &NotSaved::stale())
        }
        Err(refusal) => Err(refusal.into()),
    }
}
