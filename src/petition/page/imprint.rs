//! GET /p/{slug}/imprint: who answers for a petition, as its organization says it.

use super::layout;
use crate::base::{Lang, Slug};
use crate::petition::cache::PetitionCache;
use crate::web::answers::answer::page;
use crate::web::page::Frame;
use crate::web::{Error, PathArg, ReaderLang, Result, Site, urls};
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use askama::Template;

/// The page.
#[derive(Template)]
#[template(path = "petition/page/imprint.html")]
pub struct PetitionImprintPage<'a> {
    /// Surroundings.
    pub frame: Frame<'a>,
    /// Words.
    pub w: &'a Words,
    /// Who answers.
    pub organization: &'a str,
    /// What it says of itself, and the language it says that in.
    pub text: (Lang, &'a str),
    /// Where whoever runs the site says who they are.
    pub site_href: Option<String>,
}

/// The page. Changes nothing.
///
/// # Errors
/// 404 when there is no such petition, it is still a draft, or its organization says nothing.
pub async fn get(
    site: Data<Site>,
    petition_cache: Data<PetitionCache>,
    PathArg(slug): PathArg<Slug>,
    reader: ReaderLang,
) -> Result {
    let shown = petition_cache.by_slug_even_removed(&slug)?;
    let lang = shown.read_in(&reader);
    let words = shown.words(&site, lang);
    let said = shown.organization.imprint(lang).ok_or(Error::NOT_FOUND)?;
    let around = layout::about(&site, &words, &shown, words.say("petition-imprint-title"));
    let href = |other| urls::petition_imprint(Some(other), &slug);
    let imprint = PetitionImprintPage {
        frame: layout::alternates(around, &site, &shown, href),
        w: &words,
        organization: &shown.organization.name,
        text: (said.0, &said.1),
        site_href: site.operator.is_named().then(|| urls::imprint(Some(lang))),
    };
    page(StatusCode::OK, &imprint)
}
