//! The surroundings of pages about a petition.

use super::risk::ELSEWHERE;
use super::shelf::Shown;
use crate::base::Lang;
use crate::web::page::{Alternate, Frame};
use crate::web::{Site, urls};
use crate::words::Words;

/// The surroundings of a page about a petition.
pub fn about<'a>(
    site: &'a Site,
    w: &'a Words,
    shown: &'a Shown,
    title: impl Into<std::borrow::Cow<'a, str>>,
) -> Frame<'a> {
    let slug = &shown.petition.slug;
    let lang = Some(w.lang());
    let frame = site
        .frame(w, title)
        .of(shown.organization.name.as_str(), urls::petition(lang, slug))
        .leaving(way_out(shown));
    let frame = match shown.organization.contact_email.as_str() {
        "" => frame,
        contact => frame.foot(w.say("foot-contact"), format!("mailto:{contact}")),
    };
    frame
        .foot(w.say("foot-own"), urls::ask_own(lang, slug))
        .foot(w.say("foot-privacy"), urls::privacy(lang, slug))
        .foot(w.say("foot-accessibility"), urls::accessibility(lang, slug))
}

/// Where readers of a petition that may put them in danger get away to.
#[must_use]
pub fn way_out(shown: &Shown) -> Option<&'static str> {
    shown.petition.settings.high_risk.then_some(ELSEWHERE)
}

/// The same page in each other language the petition is published in.
pub fn alternates<'a>(
    mut frame: Frame<'a>,
    site: &Site,
    shown: &Shown,
    lang: Lang,
    href: impl Fn(Lang) -> String,
) -> Frame<'a> {
    for other in shown.langs().filter(|other| *other != lang) {
        frame = frame.also_in(Alternate {
            lang: other.to_string(),
            name: site.words(other).say("language-name").to_owned(),
            href: href(other),
        });
    }
    frame
}
