//! GET and POST /organize/organizations/{id}/look: the two colours of an organization's pages. What nobody could read is refused, with
//! the figure and a colour that can be.

use super::settings::{self, SettingStays, SettingsHead, SettingsPage};
use crate::account::deed::Deed;
use crate::account::model::Organization;
use crate::account::{Actor, DraftForm};
use crate::base::{Color, Id};
use crate::db::Db;
use crate::petition::PetitionCache;
use crate::web::answers::answer::{page, see_other};
use crate::web::page::{Errors, Frame};
use crate::web::{
    FaintColor, Fields, NotSaved, PathArg, Result, Site, TextField, Theme, WrongFields, urls,
};
use crate::words::Words;
use actix_web::web::{Data, Query};
use askama::Template;
use serde::Deserialize;

const HERE: SettingsPage = SettingsPage::Look;

/// Most characters of a colour: `#17603f`.
const COLOR: usize = 7;

/// What was just done, in the address.
#[derive(Debug, Default, Deserialize)]
pub struct LookQuery {
    #[serde(default)]
    saved: bool,
}

/// What is typed: six digits each, or both empty for the colours of the site.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct LookForm {
    revision: String,
    cover: String,
    pen: String,
}

impl Fields for LookForm {
    const TEXTS: &'static [TextField] = &[
        TextField::one("cover", "settings-cover", COLOR),
        TextField::one("pen", "settings-pen", COLOR),
    ];
}

/// What is wrong with two colours.
enum NoTheme {
    /// One is none.
    Typed(WrongFields),
    /// One cannot be read.
    Faint(Vec<FaintColor>),
}

impl LookForm {
    fn of(organization: &Organization) -> Self {
        let color = |of: fn(&Theme) -> Color| {
            let theme = organization.theme.as_ref();
            theme.map_or_else(String::new, |theme| of(theme).to_string())
        };
        Self {
            revision: mark(organization),
            cover: color(Theme::cover),
            pen: color(Theme::pen),
        }
    }

    fn read(&self) -> std::result::Result<Option<Theme>, NoTheme> {
        let (cover, pen) = (self.cover.trim(), self.pen.trim());
        if cover.is_empty() && pen.is_empty() {
            return Ok(None);
        }
        let mut wrong = WrongFields::default();
        let cover = wrong.take("cover", Color::parse(cover));
        let pen = wrong.take("pen", Color::parse(pen));
        let both = cover.zip(pen).ok_or(NoTheme::Typed(wrong))?;
        Theme::new(both.0, both.1).map(Some).map_err(NoTheme::Faint)
    }
}

/// What the form was filled from.
fn mark(one: &Organization) -> String {
    settings::mark(&one.theme.map(|theme| theme.to_string()))
}

#[derive(Template)]
#[template(path = "petition/organization/look.html")]
struct LookPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    head: SettingsHead,
    action: String,
    errors: Errors,
    typed: &'a LookForm,
}

/// Each sentence says which pair it is, how far it stands apart, and what could be read.
fn said(w: &Words, wrong: &[FaintColor]) -> Errors {
    wrong.iter().fold(Errors::none(), |errors, one| {
        let key = match one.field {
            "cover" => "error-cover-contrast",
            _ => "error-pen-contrast",
        };
        let nearest = one.nearest.to_string();
        errors.with(
            one.field,
            w.say2(key, "ratio", one.told(), "color", nearest),
        )
    })
}

fn answer(
    site: &Site,
    actor: &Actor,
    organization: &Organization,
    typed: &LookForm,
    (not_saved, unreadable, is_saved): (&NotSaved, &[FaintColor], bool),
) -> Result {
    let w = actor.words(site);
    let errors = match unreadable {
        [] => not_saved.wrong.said(&w),
        some => said(&w, some),
    };
    let status = match unreadable {
        [] => not_saved.status(),
        _ => errors.status(),
    };
    page(
        status,
        &LookPage {
            frame: settings::frame(site, &w, actor, (organization.id, HERE))
                .with_errors(!errors.is_empty()),
            w: &w,
            head: SettingsHead {
                is_saved,
                is_stale: not_saved.is_stale,
                is_from_before: not_saved.is_from_before,
                ..SettingsHead::of(&w, actor, organization, HERE)
            },
            action: urls::organization_look(organization.id),
            errors,
            typed,
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
    asked: Query<LookQuery>,
) -> Result {
    let organization = settings::open(&db, &actor, id, HERE).await?;
    let typed = LookForm::of(&organization);
    let said = (&NotSaved::default(), &[][..], asked.saved);
    answer(&site, &actor, &organization, &typed, said)
}

/// Writes them. Pages have them at once in this instance, and within a second in the others.
///
/// # Errors
/// 404 for strangers, 403 for who may not; what cannot be read is no error but the form again.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    petition_cache: Data<PetitionCache>,
    PathArg(id): PathArg<Id<Organization>>,
    posted: DraftForm<LookForm>,
) -> Result {
    let DraftForm {
        actor,
        fields: mut typed,
        is_from_before,
    } = posted;
    let organization = settings::open(&db, &actor, id, HERE).await?;
    let again = |organization: &Organization, typed: &LookForm, said: &NotSaved| {
        answer(&site, &actor, organization, typed, (said, &[], false))
    };
    if is_from_before {
        return again(&organization, &typed, &NotSaved::from_before());
    }
    let theme = match typed.read() {
        Ok(theme) => theme,
        Err(NoTheme::Typed(wrong)) => return again(&organization, &typed, &wrong.into()),
        Err(NoTheme::Faint(wrong)) => {
            let said = (&NotSaved::default(), wrong.as_slice(), false);
            return answer(&site, &actor, &organization, &typed, said);
        }
    };
    let seen = typed.revision.clone();
    let doer = actor.doer(site.clock.now());
    let saved = db.write(move |tx| {
        let by = (&doer, Deed::LOOK);
        settings::save(tx, id, by, (&seen, mark), |one| one.theme = theme)
    });
    match saved.await {
        Ok(changed) => {
            petition_cache.call(&[changed]);
            tracing::info!(organization = %id, by = %actor.id, "colours of an organization changed");
            let here = urls::organization_look(id);
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
