//! GET and POST /organize/petitions/{id}/links/{code}: one link, what it brought on which day, and what it is called.

use super::figures::{self, SourceDayLine, SourceLine, SourceTotals};
use super::managed_source::open_source;
use super::source_fields::{self, NAME_LIMIT};
use super::writing::SourceWriter;
use crate::account::{Actor, DraftForm};
use crate::base::Id;
use crate::db::{self, Db};
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::model::Petition;
use crate::petition::source::model::{NAME, Source, SourceKind};
use crate::petition::source::{SourceCache, SourceCode, store};
use crate::web::answers::answer::{page, see_other};
use crate::web::page::{Errors, Frame};
use crate::web::{Fields, NotSaved, PathArg, Result, Site, TextField, WrongFields, urls};
use crate::words::Words;
use actix_web::web::{Data, Query};
use askama::Template;
use serde::Deserialize;

/// The name as it is typed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LinkNameForm {
    #[serde(default)]
    revision: String,
    #[serde(default)]
    name: String,
}

impl Fields for LinkNameForm {
    const TEXTS: &'static [TextField] = &[TextField::one("name", "link-name", NAME)];
}

/// What was just done, in the address, so that the page can be reloaded.
#[derive(Debug, Default, Deserialize)]
pub struct LinkQuery {
    #[serde(default)]
    saved: bool,
}

#[derive(Template)]
#[template(path = "petition/source/link.html")]
struct LinkPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    action: String,
    state_action: String,
    back_href: String,
    /// Its code as pictures, by the words key of each.
    codes: [(&'static str, String); 2],
    title: &'a str,
    line: SourceLine,
    days: Vec<SourceDayLine>,
    may_delete: bool,
    typed: &'a LinkNameForm,
    errors: Errors,
    is_saved: bool,
    is_stale: bool,
    is_from_before: bool,
}

async fn answer(
    site: &Site,
    db: &Db,
    actor: &Actor,
    (managed, source): (&ManagedPetition, &Source),
    mut typed: LinkNameForm,
    (said, is_saved): (NotSaved, bool),
) -> Result {
    let w = actor.words(site);
    let (id, of) = (managed.petition.id, source.clone());
    let (days, totals) = db
        .read(move |conn| {
            let days = store::days(conn, id, &of.code)?;
            Ok::<_, db::Error>((days, SourceTotals::read(conn, id, &[of])?))
        })
        .await?;
    typed.revision = source.revision.to_string();
    let errors = said.wrong.said(&w);
    let code = source.code.as_str();
    page(
        said.status(),
        &LinkPage {
            frame: managed
                .console_frame(site, &w, actor, &urls::links(id), source.name.clone())
                .with_errors(!errors.is_empty()),
            w: &w,
            action: urls::source_link(id, code),
            state_action: urls::source_state(id, code),
            back_href: urls::links(id),
            codes: [
                ("kit-code-svg", urls::qr_svg_via(id, code)),
                ("kit-code-png", urls::qr_png_via(id, code)),
            ],
            title: managed.title(actor.lang),
            line: SourceLine::of(site, &w, managed, source, &totals),
            days: figures::days(&w, source.kind, &days),
            may_delete: !totals.brought_anybody(source),
            typed: &typed,
            errors,
            is_saved,
            is_stale: said.is_stale,
            is_from_before: said.is_from_before,
        },
    )
}

/// The link.
///
/// # Errors
/// 404 where there is none; else as for every page of the editor.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Petition>>,
    PathArg(code): PathArg<SourceCode>,
    done: Query<LinkQuery>,
) -> Result {
    let (managed, source) = open_source(&db, &actor, (id, code), SourceKind::Link).await?;
    let typed = LinkNameForm {
        revision: String::new(),
        name: source.name.clone(),
    };
    let said = (NotSaved::default(), done.saved);
    answer(&site, &db, &actor, (&managed, &source), typed, said).await
}

/// Calls it something else. When somebody wrote meanwhile the form comes back, 409, and the next press decides.
///
/// # Errors
/// As [`get`].
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    source_cache: Data<SourceCache>,
    PathArg(id): PathArg<Id<Petition>>,
    PathArg(code): PathArg<SourceCode>,
    drafted: DraftForm<LinkNameForm>,
) -> Result {
    let DraftForm {
        actor,
        fields: typed,
        is_from_before,
    } = drafted;
    let found = (id, code.clone());
    let (managed, source) = open_source(&db, &actor, found, SourceKind::Link).await?;
    let mut wrong = WrongFields::default();
    let name = source_fields::name(&typed.name, &mut wrong);
    let said = NotSaved {
        is_stale: typed.revision.parse() != Ok(source.revision),
        is_from_before,
        wrong,
    };
    let (Some(name), false) = (name, said.is_any()) else {
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
    let renamed = Source { name, ..source };
    let writer = SourceWriter {
        site: &site,
        db: &db,
        source_cache: &source_cache,
        actor: &actor,
        managed: &managed,
    };
    if !writer.revise(renamed).await? {
        let found = (id, code);
        let (managed, source) = open_source(&db, &actor, found, SourceKind::Link).await?;
        let said = (NotSaved::stale(), false);
        return answer(&site, &db, &actor, (&managed, &source), typed, said).await;
    }
    let here = urls::source_link(id, code.as_str());
    Ok(see_other(&format!("{here}?saved=true")))
}
