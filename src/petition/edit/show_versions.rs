//! GET /organize/petitions/{id}/edit/{part}/versions: what a page of the editor held each time it was saved, who saved it, and what
//! changed. An earlier version is taken up again in the editor, where nothing is saved before somebody presses Save.

use super::edited_part::EditedPart;
use super::part::EditPart;
use super::versions::difference::ShownDifference;
use crate::account::Actor;
use crate::base::Id;
use crate::db::{self, Db};
use crate::petition::model::Petition;
use crate::petition::store::petition_versions::{self, PageFields, PetitionVersion};
use crate::web::answers::answer::{ok, see_other};
use crate::web::page::Frame;
use crate::web::{Error, PathArg, Result, Site, urls};
use crate::words::Words;
use actix_web::web::{Data, Query};
use askama::Template;
use serde::Deserialize;

/// Which version is looked at.
#[derive(Debug, Default, Deserialize)]
pub struct VersionsQuery {
    /// Its revision; the newest where there is none.
    #[serde(default)]
    at: String,
}

/// One version in the list.
struct VersionLine {
    /// Its number among those of the page, from 1.
    number: usize,
    /// When, and by whom where that is known, in a sentence.
    said: String,
    /// What it was taken up from, in a sentence.
    restored: Option<String>,
    is_mend: bool,
    href: String,
    is_shown: bool,
}

#[derive(Template)]
#[template(path = "petition/edit/versions.html")]
struct VersionsPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    title: &'a str,
    /// What the page of the editor is called: a language, or its tab.
    page: String,
    lines: Vec<VersionLine>,
    /// What changed with the version that is shown.
    changed: Vec<ShownDifference>,
    /// Whether it is the first, and there is nothing to hold it against.
    is_first: bool,
    /// Where it is taken up again; none for the newest.
    again_href: Option<String>,
    back_href: String,
}

/// The list, and what changed with one of them.
///
/// # Errors
/// 404 and 403 as the page itself, 404 for a version that there is not.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Petition>>,
    PathArg(part): PathArg<EditPart>,
    wanted: Query<VersionsQuery>,
) -> Result {
    let Some(edited) = EditedPart::open(&site, &db, &actor, id, Some(part)).await? else {
        return Ok(see_other(&urls::close_petition(id)));
    };
    let word = part.to_string();
    let mut of_page = edited
        .versions
        .iter()
        .filter(|version| version.part == word);
    let of_page: Vec<&PetitionVersion> = of_page.by_ref().collect();
    let at = match wanted.at.as_str() {
        "" => Some(0),
        at => of_page
            .iter()
            .position(|version| version.revision.to_string() == at),
    };
    let is_none_kept = wanted.at.is_empty() && of_page.is_empty();
    let at = at.filter(|at| *at < of_page.len() || is_none_kept);
    let at = at.ok_or(Error::NOT_FOUND)?;
    let revision = of_page.get(at).map(|version| version.revision);
    let before = of_page.get(at + 1).map(|version| version.revision);
    let is_first = before.is_none();
    let held = db.read(move |conn| {
        let mut held = |revision: Option<i64>| match revision {
            Some(revision) => petition_versions::find(conn, id, &word, revision),
            None => Ok(None),
        };
        Ok::<_, db::Error>((held(before)?, held(revision)?))
    });
    let (was, is): (Option<PageFields>, Option<PageFields>) = held.await?;
    let w = actor.words(&site);
    let changed = ShownDifference::between(&w, &was.unwrap_or_default(), &is.unwrap_or_default());
    let here = urls::edit_versions(id, &part);
    let numbered = of_page.iter().enumerate();
    let lines = numbered.map(|(place, version)| VersionLine {
        number: of_page.len() - place,
        said: said(&edited, &w, version),
        restored: version.restored.and_then(|revision| {
            let from = of_page.iter().position(|one| one.revision == revision)?;
            let number = i64::try_from(of_page.len() - from).ok()?;
            Some(w.say1("edit-version-from", "n", number))
        }),
        is_mend: version.is_mend,
        href: format!("{here}?at={}", version.revision),
        is_shown: place == at,
    });
    let again = revision.filter(|_| at > 0);
    let menu_here = urls::edit_petition(id);
    ok(&VersionsPage {
        frame: edited
            .managed
            .console_frame(&site, &w, &actor, &menu_here, w.say("edit-versions")),
        w: &w,
        title: edited.managed.title(actor.lang),
        page: edited.called(&site, &w, actor.lang),
        lines: lines.collect(),
        changed,
        is_first,
        again_href: again.map(|revision| edited.here_with(&format!("version={revision}"))),
        back_href: edited.here(),
    })
}

fn said(edited: &EditedPart, w: &Words, version: &PetitionVersion) -> String {
    let at = w.date_time(version.created_at, &edited.managed.petition.time_zone);
    let by = version.by.and_then(|by| edited.names.get(&by));
    match by {
        Some(who) => w.say2("edit-version-by", "at", at, "who", who.as_str()),
        None => at,
    }
}
