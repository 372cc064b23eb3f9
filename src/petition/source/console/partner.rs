//! GET and POST /organize/petitions/{id}/partners/{code}: one partner, what it brought on which day, its name, its sites, and whether its
//! form asks if it may write.

use super::figures::{self, SourceDayLine, SourceLine, SourceTotals};
use super::managed_source::open_source;
use super::source_fields::{self, NAME_LIMIT, SITES_LIMIT};
use super::writing::SourceWriter;
use crate::account::{Action, Actor, DraftForm};
use crate::base::Id;
use crate::db::{self, Db};
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::model::Petition;
use crate::petition::source::model::{Asking, NAME, Source, SourceKind};
use crate::petition::source::site::{FrameSite, SITES, SITES_TYPED};
use crate::petition::source::{SourceCache, SourceCode, store};
use crate::web::answers::answer::{page, see_other};
use crate::web::page::{Errors, Frame};
use crate::web::{Fields, NotSaved, PathArg, Result, Site, TextField, WrongFields, urls};
use crate::words::Words;
use actix_web::web::{Data, Query};
use askama::Template;
use serde::Deserialize;

/// A partner as it is typed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartnerForm {
    #[serde(default)]
    revision: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    sites: String,
    #[serde(default)]
    asks: String,
    #[serde(default)]
    posts: String,
}

impl Fields for PartnerForm {
    const TEXTS: &'static [TextField] = &[
        TextField::one("name", "partner-name", NAME),
        TextField::one("sites", "partner-sites", SITES_TYPED),
    ];
}

impl PartnerForm {
    fn of(source: &Source) -> Self {
        let sites: Vec<_> = source.sites.iter().map(FrameSite::as_str).collect();
        Self {
            revision: source.revision.to_string(),
            name: source.name.clone(),
            sites: sites.join("\n"),
            asks: match source.asking {
                Asking::Now => "1".to_owned(),
                Asking::Never | Asking::Before => String::new(),
            },
            posts: if source.takes_posts { "1" } else { "" }.to_owned(),
        }
    }

    fn is_asking(&self) -> bool {
        self.asks == "1"
    }

    fn is_posting(&self) -> bool {
        self.posts == "1"
    }

    /// The partner as it would be.
    fn read(&self, there: &Source) -> std::result::Result<Source, WrongFields> {
        let mut wrong = WrongFields::default();
        let name = source_fields::name(&self.name, &mut wrong);
        // whoever said yes to its mail said it to this name
        let is_free = there.asking == Asking::Never;
        if name
            .as_ref()
            .is_some_and(|name| !is_free && *name != there.name)
        {
            wrong.add("name", "error-partner-name-stays");
        }
        let sites = wrong.take("sites", FrameSite::list(&self.sites));
        let whole = name.zip(sites).map(|(name, sites)| Source {
            name,
            sites,
            asking: there.asking.switched(self.is_asking()),
            takes_posts: self.is_posting(),
            ..there.clone()
        });
        wrong.none_or(whole)
    }
}

/// What was just done, in the address, so that the page can be reloaded.
#[derive(Debug, Default, Deserialize)]
pub struct PartnerQuery {
    #[serde(default)]
    saved: bool,
}

#[derive(Template)]
#[template(path = "petition/source/partner.html")]
struct PartnerPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    action: String,
    state_action: String,
    back_href: String,
    title: &'a str,
    line: SourceLine,
    days: Vec<SourceDayLine>,
    may_delete: bool,
    /// How many said yes to its mail; none where nobody was asked.
    opted_in: Option<String>,
    /// For those who may let people in: where the partner's mailbox is named.
    contact_href: Option<String>,
    is_name_free: bool,
    typed: &'a PartnerForm,
    errors: Errors,
    is_saved: bool,
    is_stale: bool,
    is_from_before: bool,
}

impl PartnerPage<'_> {
    fn name_limit(&self) -> String {
        let readonly = if self.is_name_free { "" } else { " readonly" };
        format!("{NAME_LIMIT}{readonly}")
    }
}

async fn answer(
    site: &Site,
    db: &Db,
    actor: &Actor,
    (managed, source): (&ManagedPetition, &Source),
    mut typed: PartnerForm,
    (said, is_saved): (NotSaved, bool),
) -> Result {
    let w = actor.words(site);
    let (id, of) = (managed.petition.id, source.clone());
    let (days, opted_in, totals) = db
        .read(move |conn| {
            let days = store::days(conn, id, &of.code)?;
            let opted_in = store::opted_in(conn, of.id)?;
            let totals = SourceTotals::read(conn, id, &[of])?;
            Ok::<_, db::Error>((days, opted_in, totals))
        })
        .await?;
    typed.revision = source.revision.to_string();
    let errors = said.wrong.said(&w);
    let code = source.code.as_str();
    page(
        said.status(),
        &PartnerPage {
            frame: managed
                .console_frame(site, &w, actor, &urls::partners(id), source.name.clone())
                .with_errors(!errors.is_empty()),
            w: &w,
            action: urls::partner(id, code),
            state_action: urls::source_state(id, code),
            back_href: urls::partners(id),
            title: managed.title(actor.lang),
            line: SourceLine::of(site, &w, managed, source, &totals),
            days: figures::days(&w, source.kind, &days),
            may_delete: !totals.brought_anybody(source),
            opted_in: (source.asking != Asking::Never)
                .then(|| figures::told(&w, source.kind, opted_in)),
            contact_href: actor
                .allow(Action::ManageMembers, managed.petition.organization)
                .is_ok()
                .then(|| urls::partner_contact(id, code)),
            is_name_free: source.asking == Asking::Never,
            typed: &typed,
            errors,
            is_saved,
            is_stale: said.is_stale,
            is_from_before: said.is_from_before,
        },
    )
}

/// The partner.
///
/// # Errors
/// 404 where there is none; else as for every page of the editor.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Petition>>,
    PathArg(code): PathArg<SourceCode>,
    done: Query<PartnerQuery>,
) -> Result {
    let (managed, source) = open_source(&db, &actor, (id, code), SourceKind::Partner).await?;
    let typed = PartnerForm::of(&source);
    let said = (NotSaved::default(), done.saved);
    answer(&site, &db, &actor, (&managed, &source), typed, said).await
}

/// Writes name and sites. When somebody wrote meanwhile the form comes back, 409, and the next press decides.
///
/// # Errors
/// As [`get`].
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    source_cache: Data<SourceCache>,
    PathArg(id): PathArg<Id<Petition>>,
    PathArg(code): PathArg<SourceCode>,
    drafted: DraftForm<PartnerForm>,
) -> Result {
    let DraftForm {
        actor,
        fields: typed,
        is_from_before,
    } = drafted;
    let found = (id, code.clone());
    let (managed, source) = open_source(&db, &actor, found, SourceKind::Partner).await?;
    let read = typed.read(&source);
    let said = NotSaved {
        is_stale: typed.revision.parse() != Ok(source.revision),
        is_from_before,
        wrong: read.as_ref().err().cloned().unwrap_or_default(),
    };
    let (Ok(revised), false) = (read, said.is_any()) else {
        return answer(
            &site,
            &db,
            &actor,
            (&managed, &source),
            typed,
            (said, false),
        )
        .await;
    };
    let writer = SourceWriter {
        site: &site,
        db: &db,
        source_cache: &source_cache,
        actor: &actor,
        managed: &managed,
    };
    if !writer.revise(revised).await? {
        let found = (id, code);
        let (managed, source) = open_source(&db, &actor, found, SourceKind::Partner).await?;
        let said = (NotSaved::stale(), false);
        return answer(&site, &db, &actor, (&managed, &source), typed, said).await;
    }
    let here = urls::partner(id, code.as_str());
    Ok(see_other(&format!("{here}?saved=true")))
}
