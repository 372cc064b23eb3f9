//! GET /organize/petitions/{id}/qr.svg, qr.png and qr.pdf: the code of a petition's link, for whoever lays something out.

use super::drawn;
use super::layout::code_alone;
use super::opened;
use super::poster::{Paper, PosterQuery, chosen_lang, via_of};
use crate::account::Actor;
use crate::base::{Id, Lang};
use crate::db::Db;
use crate::petition::card::CardCache;
use crate::petition::{Petition, PublicPetition};
use crate::signature::page::via::Via;
use crate::signature::share::ways::link_via;
use crate::web::print::fonts::PrintFonts;
use crate::web::print::pdf::{PdfHead, write};
use crate::web::qr::Qr;
use crate::web::{Error, PathArg, Result, Site};
use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION};
use actix_web::web::{Data, Query};
use askama::Template;

/// The word behind the link where nothing else is asked for.
const WORD: &str = "qr";
/// Least pixels of the PNG from edge to edge.
const PIXELS: u32 = 1_200;

/// A code, and what is said of it.
struct LinkCodePicture {
    qr: Qr,
    link: String,
    title: String,
    lang: Lang,
    slug: String,
}

async fn read(
    site: &Site,
    db: &Db,
    actor: &Actor,
    id: Id<Petition>,
    asked: &PosterQuery,
) -> Result<LinkCodePicture> {
    let (_, shown) = opened::published(db, actor, id).await?;
    let link = link(site, &shown, asked);
    let lang = chosen_lang(&shown, &asked.lang).unwrap_or(shown.petition.lang);
    Ok(LinkCodePicture {
        qr: Qr::of(&link).ok_or(Error::NOT_FOUND)?,
        title: shown
            .text(lang)
            .map_or_else(String::new, |text| text.title.clone()),
        lang,
        slug: shown.petition.slug.to_string(),
        link,
    })
}

fn link(site: &Site, shown: &PublicPetition, asked: &PosterQuery) -> String {
    let via = via_of(shown, &asked.via);
    let word = via.as_ref().map_or(WORD, Via::as_str);
    link_via(site, shown, chosen_lang(shown, &asked.lang), Some(word))
}

#[derive(Template)]
#[template(path = "partner/share_kit/qr.svg", escape = "html")]
struct QrDrawing<'a> {
    qr: &'a Qr,
    link: &'a str,
}

/// As SVG: sharp at every size.
///
/// # Errors
/// 404 and 403 as for every page of the console, 404 for a draft, 410 once the petition was taken down.
pub async fn svg(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Petition>>,
    asked: Option<Query<PosterQuery>>,
) -> Result {
    let asked = asked.map(Query::into_inner).unwrap_or_default();
    let code = read(&site, &db, &actor, id, &asked).await?;
    let drawing = QrDrawing {
        qr: &code.qr,
        link: &code.link,
    };
    let name = format!("attachment; filename=\"{}-qr.svg\"", code.slug);
    Ok(HttpResponse::Ok()
        .content_type("image/svg+xml")
        .insert_header((CACHE_CONTROL, "no-store"))
        .insert_header((CONTENT_DISPOSITION, name))
        .body(drawing.render()?))
}

/// As PNG, for slides and documents.
///
/// # Errors
/// As [`svg`]; 503 when too many wait for a drawing.
pub async fn png(
    site: Data<Site>,
    db: Data<Db>,
    card_cache: Data<CardCache>,
    actor: Actor,
    PathArg(id): PathArg<Id<Petition>>,
    asked: Option<Query<PosterQuery>>,
) -> Result {
    let asked = asked.map(Query::into_inner).unwrap_or_default();
    let code = read(&site, &db, &actor, id, &asked).await?;
    let name = format!("{}-qr.png", code.slug);
    let draw = move || code.qr.png(PIXELS);
    drawn::file(&card_cache, &name, "image/png", draw).await
}

/// As a page of PDF, the code as wide as it.
///
/// # Errors
/// As [`png`].
pub async fn pdf(
    site: Data<Site>,
    db: Data<Db>,
    card_cache: Data<CardCache>,
    actor: Actor,
    PathArg(id): PathArg<Id<Petition>>,
    asked: Option<Query<PosterQuery>>,
) -> Result {
    let asked = asked.map(Query::into_inner).unwrap_or_default();
    let code = read(&site, &db, &actor, id, &asked).await?;
    let name = format!("{}-qr.pdf", code.slug);
    let paper = Paper::parse(&asked.paper);
    let draw = move || {
        let head = PdfHead {
            title: code.title,
            lang: code.lang.to_string(),
        };
        let sheet = code_alone(&code.qr, &code.link, paper);
        write(&head, &[sheet], &PrintFonts::open()?)
    };
    drawn::file(&card_cache, &name, "application/pdf", draw).await
}
