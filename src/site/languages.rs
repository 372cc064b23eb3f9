//! Pages of the site, which are there in every language.

use crate::base::Lang;
use crate::web::page::{Alternate, Frame};
use crate::web::{Site, urls};
use crate::words::Words;

/// The surroundings of a page of the site under this path, listed by search engines and linked to in every other language.
pub(super) fn frame<'a>(
    site: &'a Site,
    w: &'a Words,
    title: &'a str,
    href: impl Fn(Option<Lang>) -> String,
) -> Frame<'a> {
    let lang = w.lang();
    let absolute = |lang| format!("{}{}", site.base_url, href(lang));
    let frame = site
        .frame(w, title)
        .of(w.say("site-name"), urls::home(Some(lang)))
        .indexed(absolute(Some(lang)), title)
        .for_any_language(absolute(None));
    let others = site.library.languages().iter();
    others
        .filter(|other| **other != lang)
        .fold(frame, |frame, other| {
            frame.also_in(Alternate {
                lang: other.to_string(),
                name: site.words(*other).say("language-name").to_owned(),
                href: href(Some(*other)),
            })
        })
}
