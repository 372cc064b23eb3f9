//! GET /: the open petitions, if the operator lists them.

use crate::base::Lang;
use crate::count::cache::CountCache;
use crate::petition::page::pages::{BrowsePage, PetitionCard};
use crate::petition::{Browse, PetitionCache, PublicPetition};
use crate::web::answers::answer::page;
use crate::web::page::Alternate;
use crate::web::{Error, ReaderLang, Result, Site, urls};
use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderValue, VARY};
use actix_web::web::Data;
use std::sync::Arc;

/// The list, newest first.
///
/// # Errors
/// 404 when the operator does not list petitions.
pub async fn get(
    site: Data<Site>,
    petition_cache: Data<PetitionCache>,
    count_cache: Data<CountCache>,
    browse: Data<Browse>,
    reader: ReaderLang,
) -> Result {
    if !browse.0 {
        return Err(Error::NOT_FOUND);
    }
    let lang = reader.interface();
    let words = site.words(lang);
    let now = site.clock.now();
    let open: Vec<Arc<PublicPetition>> = petition_cache
        .all()
        .into_iter()
        .filter(|shown| shown.petition.is_open(now))
        .collect();
    let title = words.say("browse-title");
    let canonical = format!("{}{}", site.base_url, urls::home(Some(lang)));
    let mut frame = site
        .frame(&words, title)
        .indexed(canonical, title)
        .for_any_language(format!("{}{}", site.base_url, urls::home(None)));
    for other in site
        .library
        .languages()
        .iter()
        .filter(|other| **other != lang)
    {
        frame = frame.also_in(Alternate {
            lang: other.to_string(),
            name: site.words(*other).say("language-name").to_owned(),
            href: urls::home(Some(*other)),
        });
    }
    let listing = BrowsePage {
        frame: frame.foot(words.say("foot-organize"), urls::console()),
        w: &words,
        petitions: open
            .iter()
            .filter_map(|shown| card(&words, shown, &count_cache, lang, now))
            .collect(),
    };
    let mut response = page(StatusCode::OK, &listing)?;
    response
        .headers_mut()
        .append(VARY, HeaderValue::from_static("Accept-Language"));
    Ok(response)
}

fn card<'a>(
    w: &crate::words::Words,
    shown: &'a PublicPetition,
    count_cache: &CountCache,
    lang: Lang,
    now: crate::base::Time,
) -> Option<PetitionCard<'a>> {
    let text = shown.text(lang)?;
    Some(PetitionCard {
        href: urls::petition(Some(lang), &shown.petition.slug),
        kind: shown.petition.kind.as_str(),
        target: Some(text.target.as_str()).filter(|target| !target.is_empty()),
        title: &text.title,
        ask: &text.ask,
        lang: text.lang.as_str(),
        organization: &shown.organization.name,
        progress: count_cache.progress(w, shown, now),
    })
}
