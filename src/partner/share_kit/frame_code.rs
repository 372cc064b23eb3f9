//! The line that partners paste: a frame, and the script that fits its height.

use crate::base::Lang;
use crate::partner::embed::model::FrameWish;
use crate::petition::PublicPetition;
use crate::web::{Error, Result, Site, urls};
use askama::Template;

/// What partners paste.
#[derive(Template)]
#[template(path = "partner/share_kit/embed_frame.html", escape = "html")]
struct FrameCode<'a> {
    frame: &'a str,
    label: &'a str,
    height: u32,
    loader: &'a str,
}

/// What a frame is called to whoever does not see it.
///
/// # Errors
/// 404 when the petition has no text.
pub(super) fn label(site: &Site, shown: &PublicPetition, lang: Lang) -> Result<String> {
    let text = shown.text(lang).ok_or(Error::NOT_FOUND)?;
    let (kind, title) = (shown.petition.kind.as_str(), text.title.as_str());
    let words = shown.words(site, lang);
    Ok(words.plain2("frame-title", "kind", kind, "title", title))
}

/// The line for what is wished.
///
/// # Errors
/// 404 when the petition has no text; 500 when it cannot be written.
pub(crate) fn frame_code(
    site: &Site,
    shown: &PublicPetition,
    lang: Lang,
    wish: &FrameWish,
) -> Result<String> {
    let absolute = |path: String| format!("{}{path}", site.base_url);
    pasted(&FrameCode {
        frame: &absolute(urls::frame(&shown.petition.slug, &wish.query())),
        label: &label(site, shown, lang)?,
        height: wish.kind.height(),
        loader: &absolute(urls::frame_loader()),
    })
}

/// As people know it from other sites: an ampersand by its name.
pub(super) fn pasted(code: &impl Template) -> std::result::Result<String, Error> {
    Ok(code.render()?.replace("&#38;", "&amp;"))
}
