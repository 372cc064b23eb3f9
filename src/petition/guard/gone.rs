//! The page of a link that is over, or that never was one: what may have happened to it, and the ways on.

use crate::web::answers::answer::private_page;
use crate::web::page::Frame;
use crate::web::{Error, ReaderLang, Result, Site, urls};
use crate::words::Words;
use askama::Template;

/// A link of a message that is over, or that never was one.
#[derive(Template)]
#[template(path = "petition/guard/gone.html")]
pub struct GonePage<'a> {
    /// Surroundings.
    pub frame: Frame<'a>,
    /// Words.
    pub w: &'a Words,
    /// The list of petitions: which one it was is not known.
    pub href: String,
}

/// The page, 404.
///
/// # Errors
/// 500 when it cannot be written.
pub fn gone(site: &Site, reader: &ReaderLang) -> Result {
    let words = reader.words(site);
    let page = GonePage {
        frame: site.frame(&words, words.say("gone-title")),
        w: &words,
        href: urls::home(Some(words.lang())),
    };
    private_page(Error::NOT_FOUND.status(), &page)
}
