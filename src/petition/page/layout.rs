//! The surroundings of pages about a petition.

use super::seal::SealLogo;
use crate::base::{Lang, Slug};
use crate::petition::cache::{PetitionCache, PublicPetition};
use crate::petition::rules::exposure::Exposure;
use crate::petition::rules::risk::ELSEWHERE;
use crate::web::page::{Frame, Link};
use crate::web::{Discretion, Site, Surroundings, Theme, urls};
use crate::words::Words;

/// The surroundings of a page about a petition.
pub fn about<'a>(
    site: &'a Site,
    w: &'a Words,
    shown: &PublicPetition,
    title: impl Into<std::borrow::Cow<'a, str>>,
) -> Frame<'a> {
    let slug = &shown.petition.slug;
    let lang = Some(w.lang());
    let frame = site
        .frame(w, title)
        .of(shown.organization.name.clone(), urls::petition(lang, slug))
        .reported_at(w.lang(), slug)
        .looking(theme(shown))
        .leaving(way_out(shown));
    let frame = match shown.organization.imprint.is_empty() {
        true => frame,
        false => frame.foot(
            w.say("petition-imprint-title"),
            urls::petition_imprint(lang, slug),
        ),
    };
    let frame = match shown.organization.contact_email.as_str() {
        "" => frame,
        contact => frame.foot(w.say("foot-contact"), format!("mailto:{contact}")),
    };
    frame
        .foot(w.say("foot-own"), urls::ask_own_link(lang, slug))
        .foot(w.say("foot-privacy"), urls::privacy(lang, slug))
        .foot(w.say("foot-accessibility"), urls::accessibility(lang, slug))
}

/// The colours of its organization; those of the site where a reader may be in danger: a sheet that a browser keeps would say whose page
/// was read.
#[must_use]
pub(crate) fn theme(shown: &PublicPetition) -> Option<Theme> {
    let theme = shown.organization.theme;
    theme.filter(|_| shown.allows(Exposure::Copies))
}

/// The logo of its organization, under the same rule.
#[must_use]
pub(crate) fn logo(shown: &PublicPetition) -> Option<SealLogo> {
    let logo = shown.organization.logo.as_ref();
    let logo = logo.filter(|_| shown.allows(Exposure::Copies));
    logo.map(|logo| SealLogo::of(logo, urls::logo(&logo.sha256)))
}

/// What stands around errors below a petition that is shown, so that nobody is put out of it by a wrong address; and what every answer
/// about one heeds, taken down or not.
#[must_use]
pub fn below(petition_cache: PetitionCache) -> Surroundings {
    let (known, asked) = (petition_cache.clone(), petition_cache.clone());
    Surroundings::new(
        move |site, w, slug| around(&petition_cache, site, w, slug),
        move |slug| known.asked(slug, |shown| shown.petition.settings.voice),
        move |slug| asked.asked(slug, discretion).unwrap_or_default(),
    )
}

fn discretion(shown: &PublicPetition) -> Discretion {
    Discretion {
        is_kept_nowhere: !shown.allows(Exposure::Copies),
        is_unlisted: !shown.allows(Exposure::Listing),
    }
}

fn around<'a>(
    petition_cache: &PetitionCache,
    site: &'a Site,
    w: &'a Words,
    slug: &Slug,
) -> Option<(Frame<'a>, Link)> {
    let shown = petition_cache.by_slug(slug).ok()?;
    let back = Link {
        label: shown.text(w.lang())?.title.clone(),
        href: urls::petition(Some(w.lang()), slug),
    };
    Some((about(site, w, &shown, ""), back))
}

/// Where readers of a petition that may put them in danger get away to.
#[must_use]
pub(crate) fn way_out(shown: &PublicPetition) -> Option<&'static str> {
    shown.petition.settings.high_risk.then_some(ELSEWHERE)
}

/// The same page in each other language the petition is published in.
pub fn alternates<'a>(
    frame: Frame<'a>,
    site: &Site,
    shown: &PublicPetition,
    href: impl Fn(Lang) -> String,
) -> Frame<'a> {
    let own = frame.w.lang();
    frame.also_in(site, own, shown.langs(), href)
}
