//! GET /p/{slug}/accessibility: what the pages are held to, and whom to write to where they fall short.

use super::layout;
use super::pages::AccessibilityPage;
use crate::base::Slug;
use crate::petition::cache::PetitionCache;
use crate::web::answers::answer::page;
use crate::web::{PathArg, ReaderLang, Result, Site, urls};
use actix_web::http::StatusCode;
use actix_web::web::Data;

/// The page.
///
/// # Errors
/// 404 when there is no such petition, or it is still a draft.
pub async fn get(
    site: Data<Site>,
    petition_cache: Data<PetitionCache>,
    PathArg(slug): PathArg<Slug>,
    reader: ReaderLang,
) -> Result {
    let shown = petition_cache.by_slug_even_removed(&slug)?;
    let lang = shown.read_in(&reader);
    let words = shown.words(&site, lang);
    let around = layout::about(&site, &words, &shown, words.say("accessibility-title"));
    let href = |other| urls::accessibility(Some(other), &slug);
    let statement = AccessibilityPage {
        frame: layout::alternates(around, &site, &shown, href),
        w: &words,
        organization: &shown.organization.name,
        contact: &shown.organization.contact_email,
    };
    page(StatusCode::OK, &statement)
}
