//! GET and POST /organize/organizations/{id}: what visitors read of an organization: its name, a sentence, where they may write to, and
//! who answers for its petitions. Its address stays when the name changes.

use super::details_form::{DetailsForm, typed_in};
use super::settings::{self, SettingStays, SettingsHead, SettingsPage};
use crate::account::deed::Deed;
use crate::account::model::Organization;
use crate::account::{Actor, DraftForm};
use crate::base::{Id, Lang};
use crate::db::Db;
use crate::petition::PetitionCache;
use crate::web::answers::answer::{page, see_other};
use crate::web::page::{Errors, Frame};
use crate::web::{NotSaved, PathArg, Result, Site, urls};
use crate::words::Words;
use actix_web::web::{Data, Query};
use askama::Template;
use serde::Deserialize;

const HERE: SettingsPage = SettingsPage::Details;

/// What was just done, in the address.
#[derive(Debug, Default, Deserialize)]
pub struct DetailsQuery {
    #[serde(default)]
    saved: bool,
}

/// The texts in one language.
struct DetailsSide {
    lang: Lang,
    name: String,
    about: String,
    imprint: String,
}

#[derive(Template)]
#[template(path = "petition/organization/details.html")]
struct DetailsPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    head: SettingsHead,
    action: String,
    errors: Errors,
    typed: &'a DetailsForm,
    sides: Vec<DetailsSide>,
    /// Its page, as visitors see it.
    public_href: String,
}

/// What the form was filled from.
fn mark(one: &Organization) -> String {
    settings::mark(&(&one.name, &one.contact_email, &one.about, &one.imprint))
}

fn answer(
    site: &Site,
    actor: &Actor,
    organization: &Organization,
    typed: &DetailsForm,
    (said, is_saved): (&NotSaved, bool),
) -> Result {
    let w = actor.words(site);
    let errors = said.wrong.said(&w);
    let sides = site.library.languages().iter().map(|lang| DetailsSide {
        lang: *lang,
        name: site.words(*lang).say("language-name").to_owned(),
        about: typed_in(&typed.about, *lang),
        imprint: typed_in(&typed.imprint, *lang),
    });
    page(
        said.status(),
        &DetailsPage {
            frame: settings::frame(site, &w, actor, (organization.id, HERE))
                .with_errors(!errors.is_empty()),
            w: &w,
            head: SettingsHead {
                is_saved,
                is_stale: said.is_stale,
                is_from_before: said.is_from_before,
                ..SettingsHead::of(&w, actor, organization, HERE)
            },
            action: urls::edit_organization(organization.id),
            errors,
            typed,
            sides: sides.collect(),
            public_href: urls::organization(Some(actor.lang), &organization.slug),
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
    asked: Query<DetailsQuery>,
) -> Result {
    let organization = settings::open(&db, &actor, id, HERE).await?;
    let typed = DetailsForm::of(&organization, mark(&organization));
    let said = (&NotSaved::default(), asked.saved);
    answer(&site, &actor, &organization, &typed, said)
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
    posted: DraftForm<DetailsForm>,
) -> Result {
    let DraftForm {
        actor,
        fields: mut typed,
        is_from_before,
    } = posted;
    let organization = settings::open(&db, &actor, id, HERE).await?;
    let again = |organization: &Organization, typed: &DetailsForm, said: &NotSaved| {
        answer(&site, &actor, organization, typed, (said, false))
    };
    if is_from_before {
        return again(&organization, &typed, &NotSaved::from_before());
    }
    let details = match typed.read(&site) {
        Ok(details) => details,
        Err(wrong) => return again(&organization, &typed, &wrong.into()),
    };
    let (seen, now) = (typed.revision.clone(), site.clock.now());
    let doer = actor.doer(now);
    let saved = db.write(move |tx| {
        let by = (&doer, Deed::ORGANIZATION);
        settings::save(tx, id, by, (&seen, mark), |one| details.put_into(one, now))
    });
    match saved.await {
        Ok(changed) => {
            petition_cache.call(&[changed]);
            tracing::info!(organization = %id, by = %actor.id, "organization changed");
            let here = urls::edit_organization(id);
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
