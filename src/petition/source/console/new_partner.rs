//! GET and POST /organize/petitions/{id}/new-partner: another group whose sites carry the form.

use super::adding::NewSource;
use super::managed_source::open;
use super::source_fields::{self, CODE_LIMIT, NAME_LIMIT, SITES_LIMIT};
use super::writing::SourceWriter;
use crate::account::{Actor, DraftForm};
use crate::base::Id;
use crate::db::Db;
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::model::Petition;
use crate::petition::source::SourceCache;
use crate::petition::source::code::CODE;
use crate::petition::source::model::{Asking, NAME, SourceKind};
use crate::petition::source::site::{FrameSite, SITES, SITES_TYPED};
use crate::web::answers::answer::{page, see_other};
use crate::web::page::{Errors, Frame};
use crate::web::{Fields, NotSaved, PathArg, Result, Site, TextField, WrongFields, urls};
use crate::words::Words;
use actix_web::web::Data;
use askama::Template;
use serde::Deserialize;

/// A new partner as it is typed.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewPartnerForm {
    #[serde(default)]
    name: String,
    #[serde(default)]
    code: String,
    #[serde(default)]
    sites: String,
    #[serde(default)]
    asks: String,
    #[serde(default)]
    posts: String,
}

impl Fields for NewPartnerForm {
    const TEXTS: &'static [TextField] = &[
        TextField::one("name", "partner-name", NAME),
        TextField::one("code", "source-code", CODE),
        TextField::one("sites", "partner-sites", SITES_TYPED),
    ];
}

impl NewPartnerForm {
    fn is_asking(&self) -> bool {
        self.asks == "1"
    }

    fn is_posting(&self) -> bool {
        self.posts == "1"
    }

    fn read(&self) -> std::result::Result<NewSource, WrongFields> {
        let mut wrong = WrongFields::default();
        let name = source_fields::name(&self.name, &mut wrong);
        let code = source_fields::code(&self.code, &mut wrong);
        let sites = wrong.take("sites", FrameSite::list(&self.sites));
        let whole = name.zip(sites).map(|(name, sites)| NewSource {
            kind: SourceKind::Partner,
            name,
            code,
            sites,
            asking: Asking::Never.switched(self.is_asking()),
            takes_posts: self.is_posting(),
        });
        wrong.none_or(whole)
    }
}

#[derive(Template)]
#[template(path = "petition/source/new_partner.html")]
struct NewPartnerPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    action: String,
    back_href: String,
    title: &'a str,
    typed: &'a NewPartnerForm,
    errors: Errors,
    is_from_before: bool,
}

fn answer(
    site: &Site,
    actor: &Actor,
    managed: &ManagedPetition,
    typed: &NewPartnerForm,
    said: &NotSaved,
) -> Result {
    let w = actor.words(site);
    let id = managed.petition.id;
    let errors = said.wrong.said(&w);
    page(
        said.status(),
        &NewPartnerPage {
            frame: managed
                .console_frame(site, &w, actor, &urls::partners(id), w.say("partner-new"))
                .with_errors(!errors.is_empty()),
            w: &w,
            action: urls::new_partner(id),
            back_href: urls::partners(id),
            title: managed.title(actor.lang),
            typed,
            errors,
            is_from_before: said.is_from_before,
        },
    )
}

/// The form.
///
/// # Errors
/// 404 and 403 as for every page of the editor; 404 where signing may put people in danger.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Petition>>,
) -> Result {
    let managed = open(&db, &actor, id).await?;
    let typed = NewPartnerForm::default();
    answer(&site, &actor, &managed, &typed, &NotSaved::default())
}

/// Writes it, or gives the form back with what is wrong.
///
/// # Errors
/// As [`get`].
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    source_cache: Data<SourceCache>,
    PathArg(id): PathArg<Id<Petition>>,
    drafted: DraftForm<NewPartnerForm>,
) -> Result {
    let DraftForm {
        actor,
        fields: typed,
        is_from_before,
    } = drafted;
    let managed = open(&db, &actor, id).await?;
    let new = match typed.read() {
        Ok(new) if !is_from_before => new,
        read => {
            let said = NotSaved {
                wrong: read.err().unwrap_or_default(),
                is_stale: false,
                is_from_before,
            };
            return answer(&site, &actor, &managed, &typed, &said);
        }
    };
    let writer = SourceWriter {
        site: &site,
        db: &db,
        source_cache: &source_cache,
        actor: &actor,
        managed: &managed,
    };
    if let Some(wrong) = writer.add(new).await? {
        return answer(&site, &actor, &managed, &typed, &wrong.into());
    }
    Ok(see_other(&format!("{}?saved=true", urls::partners(id))))
}
