//! Fresh recovery codes, shown once.

use crate::account::Actor;
use crate::account::totp::RecoveryCode;
use crate::web::answers::answer::private_page;
use crate::web::page::Frame;
use crate::web::{Result, Site, urls};
use crate::words::Words;
use actix_web::http::StatusCode;
use askama::Template;

#[derive(Template)]
#[template(path = "account/second_factor/codes.html")]
struct CodesPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    codes: Vec<String>,
    onward: String,
}

/// The page. It stands in the answer to the form that made them, and nowhere else.
pub(super) fn codes_page(
    site: &Site,
    actor: &Actor,
    codes: &[RecoveryCode],
    onward: Option<&str>,
) -> Result {
    let words = actor.words(site);
    let w: &Words = &words;
    let page = CodesPage {
        // its menu would carry the guard of a session that has just ended
        frame: actor
            .frame(site, w, w.say("second-codes-title"))
            .in_one_language(),
        w,
        codes: codes.iter().map(RecoveryCode::groups).collect(),
        onward: onward.map_or_else(urls::second_factor, str::to_owned),
    };
    private_page(StatusCode::OK, &page)
}
