//! GET /trust: how signatures are checked, counted and kept, in plain words.

use super::languages;
use crate::web::answers::answer::page;
use crate::web::page::Frame;
use crate::web::{ReaderLang, Result, Site, urls};
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use askama::Template;

#[derive(Template)]
#[template(path = "site/trust.html")]
struct TrustPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    report_href: String,
}

/// The page. Changes nothing.
///
/// # Errors
/// 500 when it cannot be written.
pub async fn get(site: Data<Site>, reader: ReaderLang) -> Result {
    let words = site.words(reader.interface());
    let shown = TrustPage {
        frame: languages::frame(&site, &words, words.say("trust-title"), urls::trust),
        w: &words,
        report_href: urls::report(words.lang(), None),
    };
    page(StatusCode::OK, &shown)
}
