//! GET /p/{slug}/privacy: what happens to what is typed in, in plain words.

use super::layout;
use super::pages::PrivacyPage;
use crate::base::{Lang, Slug, Time};
use crate::petition::cache::{PetitionCache, PublicPetition};
use crate::petition::model::Petition;
use crate::petition::rules::exposure::Exposure;
use crate::petition::rules::offer::VisibilityChoice;
use crate::petition::rules::promises::Promised;
use crate::web::answers::answer::page;
use crate::web::{PathArg, ReaderLang, Result, Site, urls};
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::web::Data;

/// The page.
///
/// # Errors
/// 404 when there is no such petition, or it is still a draft. It is there for one that was taken down too, whose signers' details
/// are still held; that one is not named any more.
pub async fn get(
    site: Data<Site>,
    petition_cache: Data<PetitionCache>,
    PathArg(slug): PathArg<Slug>,
    reader: ReaderLang,
) -> Result {
    let shown = petition_cache.by_slug_even_removed(&slug)?;
    let lang = shown.read_in(&reader);
    let words = shown.words(&site, lang);
    let text = shown.text(lang);
    let around = layout::about(&site, &words, &shown, words.say("privacy-title"));
    let href = |other| urls::privacy(Some(other), &slug);
    let notice = PrivacyPage {
        frame: layout::alternates(around, &site, &shown, href),
        w: &words,
        organization: &shown.organization.name,
        contact: &shown.organization.contact_email,
        questions: asked(&shown, lang),
        counts_sources: shown.allows(Exposure::OwnLinks),
        is_high_risk: shown.petition.settings.high_risk,
        corrections_href: shown
            .allows(Exposure::History)
            .then(|| urls::corrections(Some(lang), &slug))
            .filter(|_| !shown.is_removed()),
        takes_organizations: shown.petition.takes_organizations(),
        target: text
            .map(|text| (text.target.as_str(), text.lang.as_str()))
            .filter(|(target, _)| !target.is_empty() && !shown.is_removed()),
        founders: shown
            .coalition()
            .iter()
            .map(|one| one.name.as_str())
            .collect(),
        keeps: how_long(&words, &shown.petition, site.clock.now()),
        backup_days: site.backup_days,
        listing: match shown.petition.settings.offer() {
            VisibilityChoice::Nothing => "never",
            VisibilityChoice::Always(_) => "always",
            VisibilityChoice::Tick(_) | VisibilityChoice::Choice(_) => "asked",
        },
    };
    page(StatusCode::OK, &notice)
}

/// What organizers ask in words of their own, and what for.
fn asked(shown: &PublicPetition, lang: Lang) -> Vec<(Promised, Option<Promised>)> {
    let langs = (lang, shown.petition.lang);
    let asked = shown.questions.asked(&shown.petition.settings);
    asked
        .map(|one| (one.label(langs), one.purpose(langs)))
        .collect()
}

/// Until when the details of confirmed signatures are kept.
fn how_long(w: &Words, petition: &Petition, now: Time) -> String {
    let months = petition.settings.keeps_for.months();
    match petition.kept_until_day(w) {
        Some(day) if petition.has_kept_enough(now) => w.say1("privacy-kept-until", "date", day),
        Some(day) if petition.is_over(now) => w.say1("privacy-keeps-over", "date", day),
        Some(day) => w.say2("privacy-keeps", "date", day, "months", months),
        None => w.say1("privacy-keeps-after", "months", months),
    }
}
