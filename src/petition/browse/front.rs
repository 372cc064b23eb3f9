//! GET /: what this place is, the open petitions, and how the others ended; if the operator lists them. Before anybody has set the
//! site up: that nobody has, and how it is done.

use super::cards::{PetitionLists, lists};
use super::set_up::SetUpSeen;
use crate::count::cache::CountCache;
use crate::db::Db;
use crate::petition::page::hero::Hero;
use crate::petition::{Browse, PetitionCache};
use crate::web::answers::answer::{page, private_page};
use crate::web::page::Frame;
use crate::web::{Error, ReaderLang, Result, Site, urls};
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderValue, VARY};
use actix_web::web::Data;
use askama::Template;

/// `/`: petitions that can be signed, and those that are over.
#[derive(Template)]
#[template(path = "petition/browse/front.html")]
pub struct FrontPage<'a> {
    /// Surroundings.
    pub frame: Frame<'a>,
    /// Words.
    pub w: &'a Words,
    /// The petitions.
    pub petitions: PetitionLists<'a>,
}

/// `/` before anybody has set the site up.
#[derive(Template)]
#[template(path = "petition/browse/not_set_up.html")]
pub struct NotSetUpPage<'a> {
    /// Surroundings.
    pub frame: Frame<'a>,
    /// Words.
    pub w: &'a Words,
}

/// Says that nobody has. Neither the link nor anything else by which somebody could.
fn not_set_up(site: &Site, reader: &ReaderLang) -> Result {
    let lang = reader.interface();
    let words = site.words(lang);
    let all_langs = site.library.languages().iter().copied();
    let frame = site.frame(&words, words.say("front-empty-title")).also_in(
        site,
        lang,
        all_langs,
        |other| urls::home(Some(other)),
    );
    private_page(StatusCode::OK, &NotSetUpPage { frame, w: &words })
}

/// The page.
///
/// # Errors
/// 404 when the operator does not list petitions.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    seen: Data<SetUpSeen>,
    petition_cache: Data<PetitionCache>,
    count_cache: Data<CountCache>,
    browse: Data<Browse>,
    reader: ReaderLang,
) -> Result {
    if !seen.is_set_up(&db, &petition_cache).await {
        return not_set_up(&site, &reader);
    }
    if !browse.0 {
        return Err(Error::NOT_FOUND);
    }
    let lang = reader.interface();
    let words = site.words(lang);
    let all = petition_cache.listed();
    let canonical = format!("{}{}", site.base_url, urls::home(Some(lang)));
    let all_langs = site.library.languages().iter().copied();
    let frame = site
        .frame(&words, words.say("front-tab"))
        .indexed(canonical, words.say("front-text"))
        .for_any_language(format!("{}{}", site.base_url, urls::home(None)))
        .also_in(&site, lang, all_langs, |other| urls::home(Some(other)));
    let listing = FrontPage {
        frame: frame.foot(words.say("foot-organize"), urls::console()),
        w: &words,
        petitions: lists(&words, (&all, &reader), &count_cache, site.clock.now()),
    };
    let mut response = page(StatusCode::OK, &listing)?;
    response
        .headers_mut()
        .append(VARY, HeaderValue::from_static("Accept-Language"));
    Ok(response)
}
