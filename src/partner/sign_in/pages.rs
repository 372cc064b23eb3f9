//! What partners see: the form that asks for a link, what the link shows, and that it works no more.

use crate::web::answers::answer::private_page;
use crate::web::page::{Errors, Frame};
use crate::web::{Result, Site, urls};
use crate::words::Words;
use actix_web::http::StatusCode;
use askama::Template;

#[derive(Template)]
#[template(path = "partner/sign_in/ask.html")]
pub(super) struct AskPage<'a> {
    pub(super) frame: Frame<'a>,
    pub(super) w: &'a Words,
    pub(super) errors: Errors,
    pub(super) action: String,
    pub(super) email: String,
    pub(super) is_sent: bool,
}

#[derive(Template)]
#[template(path = "partner/sign_in/gone.html")]
struct PartnerLinkGonePage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    ask_href: String,
}

/// A link that works no more, or never did: 410.
pub(super) fn gone(site: &Site, w: &Words) -> Result {
    let page = PartnerLinkGonePage {
        frame: site.frame(w, w.say("partner-in-gone-title")),
        w,
        ask_href: urls::partner_sign_in(),
    };
    private_page(StatusCode::GONE, &page)
}
