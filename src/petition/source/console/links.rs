//! GET and POST /organize/petitions/{id}/links: links that organizers give out, what each brought, and a new one.

use super::adding::NewSource;
use super::figures::{SourceLine, SourceTotals};
use super::managed_source::open;
use super::source_fields::{self, CODE_LIMIT, NAME_LIMIT};
use super::writing::SourceWriter;
use crate::account::{Actor, DraftForm};
use crate::base::Id;
use crate::db::Db;
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::model::Petition;
use crate::petition::source::code::CODE;
use crate::petition::source::model::{Asking, NAME, Source, SourceKind};
use crate::petition::source::{SourceCache, store};
use crate::web::answers::answer::{page, see_other};
use crate::web::page::{Errors, Frame};
use crate::web::{Fields, NotSaved, PathArg, Result, Site, TextField, WrongFields, urls};
use crate::words::Words;
use actix_web::web::{Data, Query};
use askama::Template;
use serde::Deserialize;

/// A new link as it is typed.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LinkForm {
    #[serde(default)]
    name: String,
    #[serde(default)]
    code: String,
}

impl Fields for LinkForm {
    const TEXTS: &'static [TextField] = &[
        TextField::one("name", "link-name", NAME),
        TextField::one("code", "source-code", CODE),
    ];
}

impl LinkForm {
    fn read(&self) -> std::result::Result<NewSource, WrongFields> {
        let mut wrong = WrongFields::default();
        let name = source_fields::name(&self.name, &mut wrong);
        let code = source_fields::code(&self.code, &mut wrong);
        let whole = name.map(|name| NewSource {
            asking: Asking::Never,
            takes_posts: false,
            kind: SourceKind::Link,
            name,
            code,
            sites: Vec::new(),
        });
        wrong.none_or(whole)
    }
}

/// What was just done, in the address, so that the page can be reloaded.
#[derive(Debug, Default, Deserialize)]
pub struct LinksQuery {
    #[serde(default)]
    saved: bool,
}

#[derive(Template)]
#[template(path = "petition/source/links.html")]
struct LinksPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    action: String,
    title: &'a str,
    lines: Vec<SourceLine>,
    /// Those that were put away.
    former: Vec<SourceLine>,
    typed: LinkForm,
    errors: Errors,
    is_saved: bool,
    is_from_before: bool,
}

async fn answer(
    site: &Site,
    db: &Db,
    actor: &Actor,
    managed: &ManagedPetition,
    typed: LinkForm,
    (said, is_saved): (NotSaved, bool),
) -> Result {
    let w = actor.words(site);
    let id = managed.petition.id;
    let (mut sources, totals) = db
        .read(move |conn| {
            let mut sources = store::of(conn, id)?;
            sources.retain(|source| source.kind == SourceKind::Link);
            let totals = SourceTotals::read(conn, id, &sources)?;
            Ok::<_, crate::db::Error>((sources, totals))
        })
        .await?;
    sources.reverse();
    let lines = |is_paused: bool| {
        let those = sources.iter();
        let those = those.filter(|one| one.paused_at.is_some() == is_paused);
        let line = |one: &Source| SourceLine::of(site, &w, managed, one, &totals);
        those.map(line).collect()
    };
    let errors = said.wrong.said(&w);
    let here = urls::links(id);
    page(
        said.status(),
        &LinksPage {
            frame: managed
                .console_frame(site, &w, actor, &here, w.say("links-title"))
                .with_errors(!errors.is_empty()),
            w: &w,
            action: here.clone(),
            title: managed.title(actor.lang),
            lines: lines(false),
            former: lines(true),
            typed,
            errors,
            is_saved,
            is_from_before: said.is_from_before,
        },
    )
}

/// The links of a petition.
///
/// # Errors
/// 404 and 403 as for every page of the editor; 404 where signing may put people in danger.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Petition>>,
    done: Query<LinksQuery>,
) -> Result {
    let managed = open(&db, &actor, id).await?;
    let said = (NotSaved::default(), done.saved);
    answer(&site, &db, &actor, &managed, LinkForm::default(), said).await
}

/// Makes one, or gives the form back with what is wrong: the code is taken, or there are too many.
///
/// # Errors
/// As [`get`].
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    source_cache: Data<SourceCache>,
    PathArg(id): PathArg<Id<Petition>>,
    drafted: DraftForm<LinkForm>,
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
            return answer(&site, &db, &actor, &managed, typed, (said, false)).await;
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
        let said = (wrong.into(), false);
        return answer(&site, &db, &actor, &managed, typed, said).await;
    }
    Ok(see_other(&format!("{}?saved=true", urls::links(id))))
}
