//! GET /p/{slug}/updates/{id}: one update, for everybody.

use super::cache::UpdateCache;
use super::model::Update;
use super::pages::{UpdatePage, told_at};
use crate::base::{Id, Lang, Slug};
use crate::petition::page::layout;
use crate::petition::{Exposure, PetitionCache};
use crate::web::answers::answer::ok;
use crate::web::{Error, PathArg, ReaderLang, Result, Site, urls};
use crate::words::Html;
use actix_web::web::Data;

/// The page, in the language of the address, else the reader's, else the petition's own.
///
/// # Errors
/// 404 without such an update of this petition; 410 once it was taken back, or the petition down.
pub async fn get(
    site: Data<Site>,
    petition_cache: Data<PetitionCache>,
    update_cache: Data<UpdateCache>,
    PathArg(slug): PathArg<Slug>,
    PathArg(id): PathArg<Id<Update>>,
    reader: ReaderLang,
) -> Result {
    let shown = petition_cache.by_slug(&slug)?;
    let petition = &shown.petition;
    let told = update_cache.find(petition.id, id).ok_or(Error::NOT_FOUND)?;
    if !told.is_public() {
        return Err(Error::GONE.saying("update-gone"));
    }
    let lang = shown.read_in(&reader);
    let w = shown.words(&site, lang);
    let text = told.text(lang, petition.lang).ok_or(Error::NOT_FOUND)?;
    let title = shown.text(lang).ok_or(Error::NOT_FOUND)?;
    let href = |lang: Lang| urls::update(Some(lang), &slug, id);
    let canonical = format!("{}{}", site.base_url, href(lang));
    let bare = site
        .frame(&w, text.title.as_str())
        .of(
            shown.organization.name.as_str(),
            urls::petition(Some(lang), &slug),
        )
        .leaving(layout::way_out(&shown))
        .indexed(canonical, title.title.as_str())
        .if_listed(shown.allows(Exposure::Listing))
        .for_any_language(format!(
            "{}{}",
            site.base_url,
            urls::update(None, &slug, id)
        ));
    let around = layout::alternates(bare, &site, &shown, href);
    let back = w.say1("foot-back", "kind", petition.kind.as_str());
    let (published, edited) = told_at(&w, &petition.time_zone, &told.update);
    ok(&UpdatePage {
        frame: around.foot(back, urls::petition(Some(lang), &slug)),
        w: &w,
        petition: &title.title,
        petition_lang: title.lang,
        petition_href: urls::petition(Some(lang), &slug),
        title: &text.title,
        body: Html::trusted(text.body_html.clone()),
        lang: text.lang,
        is_untranslated: text.lang != lang,
        published,
        edited,
    })
}
