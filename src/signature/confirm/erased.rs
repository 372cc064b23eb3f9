//! The page of a signature whose details are erased: what is left of it, and that nothing says whose it was.

use crate::petition::{About, PetitionCache};
use crate::signature::model::Signature;
use crate::signature::page::parts;
use crate::web::answers::answer::private_page;
use crate::web::page::Frame;
use crate::web::{Error, Result, Site};
use crate::words::Words;
use askama::Template;

#[derive(Template)]
#[template(path = "signature/confirm/erased.html")]
struct ErasedPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    about: About<'a>,
    /// The end of a words key.
    state: &'static str,
}

/// The page, 410: what its link led to is gone.
///
/// # Errors
/// 404 without its petition; 503 while that cannot be read; 500 when it cannot be written.
pub fn erased(site: &Site, petition_cache: &PetitionCache, signature: &Signature) -> Result {
    let shown = petition_cache.behind(signature.petition)?;
    let words = shown.words(site, signature.lang);
    let page = ErasedPage {
        frame: parts::frame(site, &words, &shown, words.say("erased-title")),
        w: &words,
        about: About::of(&shown, signature.lang),
        state: signature.state.as_str(),
    };
    private_page(Error::GONE.status(), &page)
}
