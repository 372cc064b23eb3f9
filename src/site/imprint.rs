//! GET /imprint: who runs this site, as the operator's settings say it.

use super::languages;
use crate::web::answers::answer::page;
use crate::web::page::Frame;
use crate::web::{Error, ReaderLang, Result, Site, urls};
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use askama::Template;

#[derive(Template)]
#[template(path = "site/imprint.html")]
struct ImprintPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    operator: Option<&'a str>,
    imprint: Option<&'a str>,
}

/// The page. Changes nothing.
///
/// # Errors
/// 404 where the settings name nobody.
pub async fn get(site: Data<Site>, reader: ReaderLang) -> Result {
    if !site.operator.is_named() {
        return Err(Error::NOT_FOUND);
    }
    let words = site.words(reader.interface());
    let shown = ImprintPage {
        frame: languages::frame(&site, &words, words.say("imprint-title"), urls::imprint),
        w: &words,
        operator: site.operator.name.as_deref(),
        imprint: site.operator.imprint.as_deref(),
    };
    page(StatusCode::OK, &shown)
}
