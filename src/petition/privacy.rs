//! GET /p/{slug}/privacy: what happens to what is typed in, in plain words.

use super::frame;
use super::pages::PrivacyPage;
use super::shelf::Shelf;
use super::visibility::Offer;
use crate::base::{Lang, Slug};
use crate::web::answer::page;
use crate::web::{Arg, Reader, Result, Site, urls};
use actix_web::http::StatusCode;
use actix_web::web::Data;

/// The page.
///
/// # Errors
/// 404 when there is no such petition, or it is still a draft; 410 when it was taken down.
pub async fn get(
    site: Data<Site>,
    shelf: Data<Shelf>,
    Arg(slug): Arg<Slug>,
    reader: Reader,
) -> Result {
    let shown = shelf.at(&slug)?;
    let has: Vec<Lang> = shown.langs().collect();
    let lang = reader
        .prefix()
        .or_else(|| reader.prefers(&has))
        .unwrap_or(shown.petition.lang);
    let words = site.words(lang);
    let own = urls::petition(Some(lang), &slug);
    let bare = site
        .frame(&words, words.say("privacy-title"))
        .of(shown.organization.name.as_str(), own)
        .leaving(frame::way_out(&shown));
    let href = |other| urls::privacy(Some(other), &slug);
    let around = frame::alternates(bare, &site, &shown, lang, href);
    let back = words.say1("foot-back", "kind", shown.petition.kind.as_str());
    let notice = PrivacyPage {
        frame: around
            .foot(back, urls::petition(Some(lang), &slug))
            .foot(words.say("foot-own"), urls::ask_own(Some(lang), &slug)),
        w: &words,
        organization: &shown.organization.name,
        contact: &shown.organization.contact_email,
        takes_organizations: shown.petition.takes_organizations(),
        listing: match shown.petition.settings.offer() {
            Offer::Nothing => "never",
            Offer::Always(_) => "always",
            Offer::Tick(_) | Offer::Choice(_) => "asked",
        },
    };
    page(StatusCode::OK, &notice)
}
