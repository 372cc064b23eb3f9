//! GET /api/openapi.json and GET /api: what programs can ask, as a document for tools (OpenAPI 3.1) and as a page for people.

use super::recipes;
use crate::site::languages;
use crate::web::answers::answer::{CachePolicy, CachedAnswer, CachedResponse, ok};
use crate::web::page::Frame;
use crate::web::{Error, ReaderLang, Result, Site, urls};
use crate::words::Words;
use actix_web::web::{Bytes, Data};
use askama::Template;
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The document, whose addresses are those of the site that hands it out.
const DOCUMENT: &str = include_str!("../../../templates/partner/openapi.json");

/// Below it are the document's addresses.
const BASE: &str = "/api";

/// An hour: it changes with the program.
const KEPT: CachePolicy = CachePolicy {
    cache: "public, max-age=3600",
    is_open: true,
};

/// What of the document the page says.
#[derive(Deserialize)]
struct Document {
    paths: BTreeMap<String, BTreeMap<String, Operation>>,
}

#[derive(Deserialize)]
struct Operation {
    summary: String,
    #[serde(default)]
    description: String,
}

/// One line of the page.
struct ShownOperation {
    method: String,
    path: String,
    summary: String,
    description: String,
}

static OPERATIONS: LazyLock<Vec<ShownOperation>> = LazyLock::new(|| {
    let read: std::result::Result<Document, _> = serde_json::from_str(DOCUMENT);
    let paths = read.map(|read| read.paths).unwrap_or_default();
    let one = |path: &str, (method, operation): (String, Operation)| ShownOperation {
        method: method.to_uppercase(),
        path: format!("{BASE}{path}"),
        summary: operation.summary,
        description: operation.description.replace('`', ""),
    };
    let all = paths.into_iter();
    all.flat_map(|(path, operations)| {
        let all = operations.into_iter();
        all.map(|of| one(&path, of)).collect::<Vec<_>>()
    })
    .collect()
});

#[derive(Template)]
#[template(path = "partner/api.html")]
struct ApiPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    base: &'a str,
    own_base: &'a str,
    token_header: &'static str,
    parsons: String,
    osdi: String,
    curl: String,
    own_form: String,
    petition: &'static str,
    document_href: String,
    operations: &'a [ShownOperation],
}

/// The page.
///
/// # Errors
/// 500 when it cannot be written.
pub async fn page(site: Data<Site>, reader: ReaderLang) -> Result {
    let words = site.words(reader.interface());
    let base = format!("{}{}", site.base_url, urls::api());
    ok(&ApiPage {
        frame: languages::frame(&site, &words, words.say("api-title"), urls::api_page),
        w: &words,
        base: &base,
        own_base: &format!("{}{}", site.base_url, urls::api_webhooks()),
        token_header: "OSDI-API-Token: pt_live_…",
        parsons: recipes::parsons(&base),
        osdi: recipes::osdi(&base),
        curl: recipes::curl(&base),
        own_form: recipes::own_form(&base),
        petition: recipes::PETITION,
        document_href: urls::api_document(),
        operations: &OPERATIONS,
    })
}

/// The document.
///
/// # Errors
/// 500 when it cannot be written.
pub async fn document(site: Data<Site>) -> std::result::Result<CachedAnswer, Error> {
    let mut document: Value = serde_json::from_str(DOCUMENT).map_err(|_| Error::FAULT)?;
    if let Some(server) = document.pointer_mut("/servers/0/url") {
        *server = Value::String(format!("{}{BASE}", site.base_url));
    }
    let body = Bytes::from(document.to_string());
    Ok(CachedAnswer(CachedResponse::new(
        body,
        "application/json",
        KEPT,
    )))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_document_is_read() {
        assert!(OPERATIONS.len() > 25, "{}", OPERATIONS.len());
        assert!(OPERATIONS.iter().all(|one| !one.summary.is_empty()));
    }
}
