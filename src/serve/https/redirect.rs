//! The door on port 80: whoever comes without HTTPS is led on to it. While there is no certificate a sentence says so, and why.

use crate::site::certificate_state::HttpsState;
use crate::web::{ReaderLang, Site};
use crate::words::Words;
use actix_web::http::{Method, StatusCode, header};
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

/// How long a browser may remember where it was led, in seconds: a day, so that a campaign can change its mind.
const REMEMBERED: &str = "max-age=86400";
/// When a program that came too early comes again, in seconds.
const AGAIN: &str = "120";

#[derive(Template)]
#[template(path = "site/no_certificate.html")]
struct NoCertificatePage<'a> {
    w: &'a Words,
    host: &'a str,
    /// Why there is none, as a word; empty while it is being made.
    why: &'static str,
}

/// Leads on. What was sent without HTTPS has been read on its way by whoever wanted, and is not taken.
pub(crate) async fn lead_on(
    site: Data<Site>,
    state: Data<HttpsState>,
    reader: ReaderLang,
    req: HttpRequest,
) -> HttpResponse {
    let facts = state.facts();
    if facts.ends.is_none() {
        return no_certificate(
            &site,
            &reader,
            facts.trouble.map_or("", |(why, _)| why.as_str()),
        );
    }
    match *req.method() {
        Method::GET | Method::HEAD => {
            let path = req.uri().path_and_query();
            let path = path.map_or("/", |path| path.as_str());
            HttpResponse::PermanentRedirect()
                .insert_header((header::LOCATION, format!("{}{path}", site.base_url)))
                .insert_header((header::CACHE_CONTROL, REMEMBERED))
                .finish()
        }
        _ => HttpResponse::build(StatusCode::UPGRADE_REQUIRED)
            .insert_header((header::UPGRADE, "TLS/1.2, HTTP/1.1"))
            .insert_header((header::CACHE_CONTROL, "no-store"))
            .finish(),
    }
}

fn no_certificate(site: &Site, reader: &ReaderLang, why: &'static str) -> HttpResponse {
    let host = site.base_url.trim_start_matches("https://");
    let w = reader.words(site);
    let page = NoCertificatePage { w: &w, host, why }.render();
    HttpResponse::ServiceUnavailable()
        .insert_header((header::CONTENT_TYPE, "text/html; charset=utf-8"))
        .insert_header((header::CONTENT_SECURITY_POLICY, "default-src 'none'"))
        .insert_header((header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .insert_header((header::RETRY_AFTER, AGAIN))
        .body(page.unwrap_or_default())
}
