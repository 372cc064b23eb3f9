//! GET and POST /organize/organizations/{id}/security: whether whoever may see addresses of signers needs a second factor. An owner who
//! has none sets up her own first: nobody is to make a rule that keeps herself out.

use super::settings::{self, SettingStays, SettingsHead, SettingsPage};
use crate::account::deed::Deed;
use crate::account::model::{Organization, Organizer};
use crate::account::store::activity::Doer;
use crate::account::store::{member, second_factor};
use crate::account::{Action, Actor, ProvedForm, may};
use crate::base::Id;
use crate::db::{self, Conn, Db, Tx};
use crate::petition::PetitionCache;
use crate::web::answers::answer::{page, see_other};
use crate::web::page::{Errors, Frame};
use crate::web::{Fields, NotSaved, PathArg, Result, Site, WrongFields, urls};
use crate::words::Words;
use actix_web::web::{Data, Query};
use askama::Template;
use serde::Deserialize;

const HERE: SettingsPage = SettingsPage::Security;

/// Members who are looked at.
const MOST: i64 = 500;

/// What was just done, in the address.
#[derive(Debug, Default, Deserialize)]
pub struct SecurityQuery {
    #[serde(default)]
    saved: bool,
}

/// What is chosen.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SecurityForm {
    revision: String,
    /// `yes` or `no`.
    needed: String,
}

impl Fields for SecurityForm {}

/// Why the rule stays as it is.
#[derive(Debug, thiserror::Error)]
pub enum RuleRefused {
    /// Whoever makes it has no second factor.
    #[error("whoever makes the rule has none")]
    NoneOfYourOwn,
    /// As every setting may.
    #[error(transparent)]
    Stays(#[from] SettingStays),
}

impl From<db::Error> for RuleRefused {
    fn from(fault: db::Error) -> Self {
        Self::Stays(fault.into())
    }
}

/// What the form was filled from.
fn mark(one: &Organization) -> String {
    settings::mark(&one.needs_second_factor)
}

/// Makes the rule, or gives it up.
///
/// # Errors
/// [`RuleRefused`]; nothing is written then.
pub fn rule(
    tx: &mut Tx<'_>,
    id: Id<Organization>,
    (actor, doer): (Id<Organizer>, &Doer),
    seen: &str,
    is_needed: bool,
) -> std::result::Result<Organization, RuleRefused> {
    if is_needed && !second_factor::is_on(tx, actor)? {
        return Err(RuleRefused::NoneOfYourOwn);
    }
    let change = |one: &mut Organization| one.needs_second_factor = is_needed;
    let deed = match is_needed {
        true => Deed::RULE_ON,
        false => Deed::RULE_OFF,
    };
    Ok(settings::save(tx, id, (doer, deed), (seen, mark), change)?)
}

/// Who may see addresses, and has no second factor.
fn without(conn: &mut Conn, id: Id<Organization>) -> db::Result<Vec<String>> {
    let mut names = Vec::new();
    for one in member::all(conn, id, MOST)? {
        let sees = may(one.role, Action::SeeSigners) || may(one.role, Action::ExportSigners);
        if sees && !second_factor::is_on(conn, one.id)? {
            names.push(one.name);
        }
    }
    Ok(names)
}

#[derive(Template)]
#[template(path = "petition/organization/security.html")]
struct SecurityPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    head: SettingsHead,
    action: String,
    errors: Errors,
    revision: String,
    is_needed: bool,
    /// Who would be asked for one.
    without: Vec<String>,
    /// Where one's own is set up.
    own_href: String,
}

async fn answer(
    (site, db): (&Site, &Db),
    actor: &Actor,
    organization: &Organization,
    chosen: bool,
    (said, is_saved): (&NotSaved, bool),
) -> Result {
    let w = actor.words(site);
    let id = organization.id;
    let errors = said.wrong.said(&w);
    page(
        said.status(),
        &SecurityPage {
            frame: settings::frame(site, &w, actor, (id, HERE)).with_errors(!errors.is_empty()),
            w: &w,
            head: SettingsHead {
                is_saved,
                is_stale: said.is_stale,
                ..SettingsHead::of(&w, actor, organization, HERE)
            },
            action: urls::organization_security(id),
            errors,
            revision: mark(organization),
            is_needed: chosen,
            without: db.read(move |conn| without(conn, id)).await?,
            own_href: urls::second_factor(),
        },
    )
}

/// The form.
///
/// # Errors
/// 404 for strangers, 403 for who does not own it.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Organization>>,
    asked: Query<SecurityQuery>,
) -> Result {
    let organization = settings::open(&db, &actor, id, HERE).await?;
    let chosen = organization.needs_second_factor;
    let said = (&NotSaved::default(), asked.saved);
    answer((&site, &db), &actor, &organization, chosen, said).await
}

/// Writes it. It holds at the next request of everybody.
///
/// # Errors
/// 404 for strangers, 403 for who does not own it; an owner without a second factor of her own is told so beside the choice.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    petition_cache: Data<PetitionCache>,
    PathArg(id): PathArg<Id<Organization>>,
    posted: ProvedForm<SecurityForm>,
) -> Result {
    let ProvedForm { actor, fields } = posted;
    let organization = settings::open(&db, &actor, id, HERE).await?;
    let is_needed = match fields.needed.as_str() {
        "yes" => true,
        "no" => false,
        _ => {
            let said = NotSaved::from(WrongFields::one("needed", "error-choice"));
            let there = organization.needs_second_factor;
            let said = (&said, false);
            return answer((&site, &db), &actor, &organization, there, said).await;
        }
    };
    let (seen, who) = (fields.revision, actor.id);
    let doer = actor.doer(site.clock.now());
    let ruled = db.write(move |tx| rule(tx, id, (who, &doer), &seen, is_needed));
    let not_saved = match ruled.await {
        Ok(changed) => {
            petition_cache.call(&[changed]);
            tracing::info!(organization = %id, by = %who, is_needed, "the rule of a second factor changed");
            let here = urls::organization_security(id);
            return Ok(see_other(&format!("{here}?saved=true")));
        }
        Err(RuleRefused::NoneOfYourOwn) => WrongFields::one("needed", "error-second-own").into(),
        Err(RuleRefused::Stays(SettingStays::Stale)) => NotSaved::stale(),
        Err(RuleRefused::Stays(stays)) => return Err(stays.into()),
    };
    let there = settings::open(&db, &actor, id, HERE).await?;
    answer((&site, &db), &actor, &there, is_needed, (&not_saved, false)).await
}
