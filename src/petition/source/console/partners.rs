//! GET /organize/petitions/{id}/partners: groups whose sites carry the form, and what each brought.

use super::figures::{SourceLine, SourceTotals};
use super::managed_source::open;
use crate::account::Actor;
use crate::base::Id;
use crate::db::{self, Db};
use crate::petition::model::Petition;
use crate::petition::source::model::{Source, SourceKind};
use crate::petition::source::store;
use crate::web::answers::answer::ok;
use crate::web::page::Frame;
use crate::web::{PathArg, Result, Site, urls};
use crate::words::Words;
use actix_web::web::{Data, Query};
use askama::Template;
use serde::Deserialize;

/// What was just done, in the address, so that the page can be reloaded.
#[derive(Debug, Default, Deserialize)]
pub struct PartnersQuery {
    #[serde(default)]
    saved: bool,
}

#[derive(Template)]
#[template(path = "petition/source/partners.html")]
struct PartnersPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    title: &'a str,
    new_href: String,
    framing_href: String,
    framing: &'static str,
    lines: Vec<SourceLine>,
    is_saved: bool,
}

/// The partners of a petition.
///
/// # Errors
/// 404 and 403 as for every page of the editor; 404 where signing may put people in danger.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Petition>>,
    done: Query<PartnersQuery>,
) -> Result {
    let managed = open(&db, &actor, id).await?;
    let (sources, totals) = db
        .read(move |conn| {
            let mut sources = store::of(conn, id)?;
            sources.retain(|source| source.kind == SourceKind::Partner);
            let totals = SourceTotals::read(conn, id, &sources)?;
            Ok::<_, db::Error>((sources, totals))
        })
        .await?;
    let w = actor.words(&site);
    let line = |one: &Source| SourceLine::of(&site, &w, &managed, one, &totals);
    ok(&PartnersPage {
        frame: managed.console_frame(
            &site,
            &w,
            &actor,
            &urls::partners(id),
            w.say("partners-title"),
        ),
        w: &w,
        title: managed.title(actor.lang),
        new_href: urls::new_partner(id),
        framing_href: urls::edit_petition(id),
        framing: managed.petition.settings.framing.as_str(),
        lines: sources.iter().map(line).collect(),
        is_saved: done.saved,
    })
}
