//! GET /sitemap.xml and /robots.txt: what search engines may list.

use crate::base::Lang;
use crate::petition::{Browse, PetitionCache, PublicPetition};
use crate::web::answers::answer::{CachePolicy, CachedAnswer, CachedResponse};
use crate::web::{Error, Site, urls};
use actix_web::web::Data;
use askama::Template;
use parking_lot::Mutex;
use std::sync::Arc;

/// Petitions listed, the newest first: with their languages they stay below the 50,000 addresses
/// that one file may hold.
const MOST: usize = 10_000;
/// Search engines come by once a day at most.
const KEEPING: CachePolicy = CachePolicy {
    cache: "public, max-age=3600",
    is_open: false,
};

/// The list as it was written, in which minute, and of which petitions in memory.
#[derive(Clone, Default)]
pub struct CachedSitemap(Arc<Mutex<Option<WrittenSitemap>>>);

type WrittenSitemap = (i64, u64, Arc<CachedResponse>);

impl CachedSitemap {
    /// The list as it is to be given in this minute. Whoever first finds it old writes it; whoever comes meanwhile is given the old one
    /// and waits for nobody. A list of before a petition changed is given to nobody: it may not be listed any more.
    fn in_minute(&self, minute: i64, version: u64) -> Option<Arc<CachedResponse>> {
        let mut kept = self.0.lock();
        let (of, _, ready) = kept
            .as_mut()
            .filter(|(_, made_of, _)| *made_of == version)?;
        let is_fresh = std::mem::replace(of, minute) == minute;
        is_fresh.then(|| Arc::clone(ready))
    }
}

/// A petition in one language.
struct SitemapPage {
    lang: Lang,
    address: String,
}

/// A petition.
struct SitemapPetition {
    pages: Vec<SitemapPage>,
    any: String,
    changed: String,
}

impl SitemapPetition {
    fn of(site: &Site, shown: &PublicPetition) -> Self {
        let petition = &shown.petition;
        let absolute = |lang| format!("{}{}", site.base_url, urls::petition(lang, &petition.slug));
        let page = |lang| SitemapPage {
            lang,
            address: absolute(Some(lang)),
        };
        Self {
            pages: shown.langs().map(page).collect(),
            any: absolute(None),
            changed: petition.updated_at.rfc3339(),
        }
    }
}

#[derive(Template)]
#[template(path = "petition/numbers/sitemap.xml")]
struct Sitemap {
    places: Vec<SitemapPetition>,
}

/// Every petition that is listed, in each of its languages; written once a minute.
///
/// # Errors
/// 404 when the operator does not list petitions.
pub async fn get(
    site: Data<Site>,
    petition_cache: Data<PetitionCache>,
    browse: Data<Browse>,
    listed: Data<CachedSitemap>,
) -> Result<CachedAnswer, Error> {
    if !browse.0 {
        return Err(Error::NOT_FOUND);
    }
    let minute = site.clock.now().seconds().div_euclid(60);
    let version = petition_cache.version();
    if let Some(ready) = listed.in_minute(minute, version) {
        return Ok(CachedAnswer(ready));
    }
    let all = petition_cache.listed();
    let places = all
        .iter()
        .take(MOST)
        .map(|shown| SitemapPetition::of(&site, shown));
    let body = Sitemap {
        places: places.collect(),
    };
    let ready = CachedResponse::new(body.render()?, "application/xml; charset=utf-8", KEEPING);
    *listed.0.lock() = Some((minute, version, Arc::clone(&ready)));
    Ok(CachedAnswer(ready))
}

/// What machines may read: everything but the console. Pages reached by a token say `noindex`
/// themselves, and could not if they were not to be fetched.
///
/// # Errors
/// None there is.
pub async fn robots(site: Data<Site>, browse: Data<Browse>) -> Result<CachedAnswer, Error> {
    let mut text = format!("User-agent: *\nDisallow: {}\n", urls::console());
    if browse.0 {
        text.push_str(&format!("Sitemap: {}{}\n", site.base_url, urls::sitemap()));
    }
    Ok(CachedAnswer(CachedResponse::new(
        text,
        "text/plain; charset=utf-8",
        KEEPING,
    )))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_writes_it_anew_each_minute_and_nobody_waits_for_that() {
        let listed = CachedSitemap::default();
        assert!(listed.in_minute(1, 7).is_none(), "nothing is written yet");
        let written = CachedResponse::new("<urlset/>", "application/xml", KEEPING);
        *listed.0.lock() = Some((1, 7, written));
        assert!(listed.in_minute(1, 7).is_some());
        assert!(listed.in_minute(2, 7).is_none(), "this one writes it");
        assert!(listed.in_minute(2, 7).is_some(), "the old one meanwhile");
        assert!(listed.in_minute(2, 8).is_none(), "a petition changed");
    }
}
