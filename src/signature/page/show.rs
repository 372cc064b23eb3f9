//! GET /p/{slug}: the petition's page, with its form while it can be signed.

use super::page_cache::PageCache;
use super::parts;
use super::via::Via;
use crate::base::Slug;
use crate::petition::PublicPetition;
use crate::petition::page::layout;
use crate::web::answers::answer::private_page;
use crate::web::page::{ErrorPage, Link};
use crate::web::{PathArg, ReaderLang, Result, Site, urls};
use actix_web::http::header::{CACHE_CONTROL, HeaderName, HeaderValue, LINK, LOCATION, VARY};
use actix_web::http::{Method, StatusCode};
use actix_web::web::{Data, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;

/// What an address may say beside its path. Whatever else it says is passed over.
#[derive(Debug, Default, Deserialize)]
pub struct PageQuery {
    #[serde(default)]
    via: String,
}

/// The page. Without a language in the address: in the petition's own, unless the reader prefers
/// another it has; then that one's address.
///
/// # Errors
/// 404 when there is no such petition, or it is still a draft; 410 when it was taken down.
pub async fn get(
    req: HttpRequest,
    site: Data<Site>,
    page_cache: Data<PageCache>,
    PathArg(slug): PathArg<Slug>,
    reader: ReaderLang,
    arrived: Option<Query<PageQuery>>,
) -> Result {
    let shown = page_cache.petition_cache.by_slug_even_removed(&slug)?;
    if shown.is_removed() {
        return removed(&site, &shown, &reader);
    }
    if slug != shown.petition.slug {
        return Ok(moved(&req, &shown, &reader));
    }
    let via = arrived.and_then(|arrived| Via::of(&shown, &arrived.via));
    let own = shown.petition.lang;
    let lang = match reader.prefix() {
        Some(lang) => lang,
        None => {
            let lang = shown.has_for(&reader);
            if lang != own {
                let to = match via {
                    Some(via) => urls::petition_via(Some(lang), &slug, via.as_str()),
                    None => urls::petition(Some(lang), &slug),
                };
                return Ok(elsewhere(&to));
            }
            lang
        }
    };
    let page = match &via {
        Some(via) => page_cache.page_via(&site, &shown, lang, via)?,
        None => page_cache.page(&site, &shown, lang)?,
    };
    let mut response = page.answer(&req);
    // who has the page already and asks whether it is still true has opened it again; who asks for its header has not
    if let Some(via) = via.filter(|_| req.method() == Method::GET) {
        let source_cache = &page_cache.source_cache;
        source_cache.opened(&shown.petition, via.as_str());
    }
    if let Some(address) = parts::oembed(&site, &shown, lang) {
        let link = format!("<{address}>; rel=\"alternate\"; type=\"application/json+oembed\"");
        if let Ok(value) = HeaderValue::from_str(&link) {
            response.headers_mut().append(LINK, value);
        }
    }
    // names stand on it too: search engines may list the page and keep no copy of it
    response.headers_mut().insert(
        HeaderName::from_static("x-robots-tag"),
        HeaderValue::from_static("noarchive"),
    );
    if reader.prefix().is_none() {
        response
            .headers_mut()
            .append(VARY, HeaderValue::from_static("Accept-Language"));
    }
    Ok(response)
}

/// What is left of a petition that was taken down: the way to take one's name back.
fn removed(site: &Site, shown: &PublicPetition, reader: &ReaderLang) -> Result {
    let words = shown.words(site, reader.interface());
    let way_out = layout::way_out(shown);
    let mut gone = ErrorPage::of(
        site.frame(&words, "").leaving(way_out),
        StatusCode::GONE.as_u16(),
        "",
    );
    gone.title = words.say("petition-removed-title").into();
    gone.text = words.say("petition-removed").into();
    gone.way_on = Some(Link {
        label: words.say("foot-own").to_owned(),
        href: urls::ask_own_link(Some(words.lang()), &shown.petition.slug),
    });
    private_page(StatusCode::GONE, &gone)
}

/// Where a petition stands now that stood here before, with what the address said beside its path. It may come back: nobody remembers
/// the answer.
fn moved(req: &HttpRequest, shown: &PublicPetition, reader: &ReaderLang) -> HttpResponse {
    let place = urls::petition(reader.prefix(), &shown.petition.slug);
    let to = match req.query_string() {
        "" => place,
        said => format!("{place}?{said}"),
    };
    HttpResponse::Found()
        .insert_header((LOCATION, to))
        .insert_header((CACHE_CONTROL, "no-cache"))
        .finish()
}

fn elsewhere(path: &str) -> HttpResponse {
    HttpResponse::Found()
        .insert_header((LOCATION, path))
        .insert_header((VARY, "Accept-Language"))
        .finish()
}
