//! GET /organize/petitions/{id}/poster: the poster as a page to print, in whatever letters the reader's browser has.

use super::opened;
use super::poster::{Poster, PosterForm, PosterQuery, chosen_lang, via_of};
use crate::account::Actor;
use crate::base::Id;
use crate::db::Db;
use crate::petition::Petition;
use crate::web::answers::answer::ok;
use crate::web::page::Frame;
use crate::web::{Error, PathArg, Result, Site, urls};
use crate::words::Words;
use actix_web::web::{Data, Query};
use askama::Template;

/// Strips at the foot.
const STRIPS: [(); 10] = [(); 10];

#[derive(Template)]
#[template(path = "partner/share_kit/poster.html")]
struct PosterPage<'a> {
    frame: Frame<'a>,
    /// The organizer's words: of the bar above the sheet.
    w: &'a Words,
    poster: &'a Poster,
    /// How large the title may be: the end of a class.
    fit: &'static str,
    pdf_href: String,
    share_href: String,
}

/// The page.
///
/// # Errors
/// 404 and 403 as for every page of the console, 404 for a draft, 410 once the petition was taken down.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Petition>>,
    asked: Option<Query<PosterQuery>>,
) -> Result {
    let (_, shown) = opened::published(&db, &actor, id).await?;
    let asked = asked.map(Query::into_inner).unwrap_or_default();
    let poster = Poster::of(&site, &shown, &asked).ok_or(Error::NOT_FOUND)?;
    let w = actor.words(&site);
    let chosen = chosen_lang(&shown, &asked.lang);
    let (form, paper) = (poster.form.as_str(), poster.paper.as_str());
    let via = via_of(&shown, &asked.via);
    let via = via.as_ref().map(|via| via.as_str());
    ok(&PosterPage {
        frame: actor.frame(&site, &w, w.plain1("kit-form", "form", form)),
        w: &w,
        fit: fit(&poster),
        pdf_href: urls::poster_pdf(id, form, paper, chosen, via),
        share_href: urls::share_kit(id),
        poster: &poster,
    })
}

/// By how much there is to read, so that it stays one sheet: a browser measures nothing for us.
fn fit(poster: &Poster) -> &'static str {
    let longest = poster
        .title
        .split_whitespace()
        .map(|word| word.chars().count());
    let longest = longest.max().unwrap_or_default();
    let title = poster.title.chars().count();
    let ask = poster.ask.chars().count();
    match (title, longest, ask) {
        (0..=36, 0..=11, 0..=160) => "largest",
        (0..=60, 0..=14, 0..=220) => "large",
        (0..=80, 0..=17, 0..=300) => "middle",
        _ => "small",
    }
}
