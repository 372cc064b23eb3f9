//! Pages of the site, which are there in every language.

use crate::base::Lang;
use crate::web::page::Frame;
use crate::web::{Site, urls};
use crate::words::Words;

/// The surroundings of a page of the site under this path, listed by search engines and linked to in every other language.
pub(crate) fn frame<'a>(
    site: &'a Site,
    w: &'a Words,
    title: &'a str,
    href: impl Fn(Option<Lang>) -> String,
) -> Frame<'a> {
    let lang = w.lang();
    let absolute = |lang| format!("{}{}", site.base_url, href(lang));
    let all = site.library.languages().iter().copied();
    site.frame(w, title)
        .of(w.say("site-name"), urls::home(Some(lang)))
        .indexed(absolute(Some(lang)), title)
        .for_any_language(absolute(None))
        .also_in(site, lang, all, |other| href(Some(other)))
}
