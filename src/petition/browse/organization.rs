//! GET /organizations/{slug}: who an organization is, where it can be written to, and its petitions.

use super::cards::{PetitionLists, lists};
use crate::account::model::Organization;
use crate::base::Slug;
use crate::count::cache::CountCache;
use crate::petition::page::hero::Hero;
use crate::petition::page::seal::{self, SealLogo};
use crate::petition::{Browse, PetitionCache};
use crate::web::answers::answer::page;
use crate::web::page::Frame;
use crate::web::{Error, PathArg, ReaderLang, Result, Site, urls};
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderValue, VARY};
use actix_web::web::Data;
use askama::Template;

/// An organization's page.
#[derive(Template)]
#[template(path = "petition/browse/organization.html")]
pub struct OrganizationPage<'a> {
    /// Surroundings.
    pub frame: Frame<'a>,
    /// Words.
    pub w: &'a Words,
    /// Who.
    pub organization: Organization,
    /// Its first letters, for its seal.
    pub initials: String,
    /// Its logo, instead of them.
    pub logo: Option<SealLogo>,
    /// Its petitions; empty where the operator lists none.
    pub petitions: PetitionLists<'a>,
}

/// The page. Whoever has no petition that is listed has no page: an organization with a petition of high risk alone is not found.
///
/// # Errors
/// 404 without such an organization; 410 once it was deleted.
pub async fn get(
    site: Data<Site>,
    petition_cache: Data<PetitionCache>,
    count_cache: Data<CountCache>,
    browse: Data<Browse>,
    PathArg(slug): PathArg<Slug>,
    reader: ReaderLang,
) -> Result {
    let mut its = petition_cache.listed();
    its.retain(|shown| shown.organization.slug == slug && !shown.is_removed());
    let organization = match its.first() {
        Some(shown) => shown.organization.clone(),
        None => return Err(Error::NOT_FOUND),
    };
    if organization.ended_at.is_some() {
        return Err(Error::GONE.saying("organization-gone"));
    }
    let lang = reader.interface();
    let words = site.words(lang);
    let href = |lang| urls::organization(lang, &slug);
    let said = organization.about(lang).map(|(_, said)| said.clone());
    let description = said.unwrap_or_else(|| organization.name.clone());
    let all_langs = site.library.languages().iter().copied();
    let frame = site
        .frame(&words, organization.name.clone())
        .indexed(
            format!("{}{}", site.base_url, href(Some(lang))),
            description,
        )
        .looking(organization.theme)
        .for_any_language(format!("{}{}", site.base_url, href(None)))
        .also_in(&site, lang, all_langs, |other| href(Some(other)));
    let listed = match browse.0 {
        true => its.as_slice(),
        false => &[],
    };
    let shown = OrganizationPage {
        frame,
        w: &words,
        initials: seal::initials(&organization.name),
        logo: organization
            .logo
            .as_ref()
            .map(|logo| SealLogo::of(logo, urls::logo(&logo.sha256))),
        organization,
        petitions: lists(&words, (listed, &reader), &count_cache, site.clock.now()),
    };
    let mut response = page(StatusCode::OK, &shown)?;
    response
        .headers_mut()
        .append(VARY, HeaderValue::from_static("Accept-Language"));
    Ok(response)
}
