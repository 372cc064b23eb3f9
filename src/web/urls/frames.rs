//! What other sites embed. `query` is what stands behind the `?`.

use crate::base::{Slug, Token};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

/// A petition in a frame.
#[must_use]
pub fn frame(slug: &Slug, query: &str) -> String {
    format!("/embed/{slug}?{query}")
}

/// Where a partner asks for its link.
#[must_use]
pub(crate) fn partner_sign_in() -> String {
    "/partner".to_owned()
}

/// What a partner brought, for whoever holds the token.
#[must_use]
pub fn partner_own(token: &Token) -> String {
    format!("/partner/{token}")
}

/// Where the list of those who let a partner write is taken.
#[must_use]
pub(crate) fn partner_list(token: &Token) -> String {
    format!("/partner/{token}/list")
}

/// Where the form in a frame goes.
#[must_use]
pub(crate) fn frame_sign(slug: &Slug, query: &str) -> String {
    format!("/embed/{slug}/sign?{query}")
}

/// Where "send it again" in a frame goes.
#[must_use]
pub(crate) fn frame_resend(slug: &Slug, query: &str) -> String {
    format!("/embed/{slug}/resend?{query}")
}

/// Where another address in a frame goes.
#[must_use]
pub(crate) fn frame_address(slug: &Slug, query: &str) -> String {
    format!("/embed/{slug}/address?{query}")
}

/// Where the code from the mail goes in a frame.
#[must_use]
pub(crate) fn frame_code(slug: &Slug, query: &str) -> String {
    format!("/embed/{slug}/code?{query}")
}

/// A sheet of frames with a look of its own: the name of the sheet, and what is wished.
#[must_use]
pub(crate) fn frame_look(sheet: &str, look: &str) -> String {
    format!("/embed/look/{sheet}/{look}.css")
}

/// The script that partners load.
#[must_use]
pub(crate) fn frame_loader() -> String {
    "/embed/v1.js".to_owned()
}

/// What an editor embeds that was given this address of ours, absolute.
#[must_use]
pub(crate) fn oembed(address: &str) -> String {
    format!(
        "/oembed?url={}",
        utf8_percent_encode(address, NON_ALPHANUMERIC)
    )
}
