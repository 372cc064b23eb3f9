//! What stands around every request: where it may come from, what its answer says in its headers,
//! how an error is told, and one line of log without a word of what was asked.

use super::mended_address;
use super::refused::{has_token, refuse};
use super::request_id::RequestId;
use crate::web::answers::answer::ErrorWithPage;
use crate::web::answers::content_policy::{POLICY, POLICY_FRAMED, POLICY_NAME};
use crate::web::answers::cross_origin;
use crate::web::answers::error::Error;
use crate::web::answers::problem::{PROGRAMS, Problem};
use crate::web::answers::unread_body;
use crate::web::below::{Discretion, Surroundings};
use crate::web::cookies::cookie::SetsCookie;
use crate::web::cookies::reader::ReaderLang;
use crate::web::forms::texts::SentForm;
use crate::web::framed_page::FramedErrorPage;
use crate::web::page::{ErrorPage, Link, problem};
use crate::web::site::Site;
use crate::web::urls;
use crate::words::{Voice, Words};
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{
    ACCEPT, CACHE_CONTROL, CONTENT_TYPE, ETAG, HeaderMap, HeaderName, HeaderValue, IF_NONE_MATCH,
    SET_COOKIE,
};
use actix_web::http::{Method, StatusCode};
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{HttpMessage, HttpRequest, HttpResponse};
use askama::Template;
use serde_json::json;
use std::time::Instant;

/// Headers of pages, beside the policy.
const OF_PAGES: [(HeaderName, HeaderValue); 4] = [
    (
        HeaderName::from_static("referrer-policy"),
        HeaderValue::from_static("same-origin"),
    ),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        HeaderValue::from_static("same-origin"),
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        HeaderValue::from_static("same-origin"),
    ),
    (
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static(
            "camera=(), geolocation=(), microphone=(), payment=(), browsing-topics=()",
        ),
    ),
];
/// Headers of pages whose address holds a token, errors too: it goes into no referrer and no index.
const OF_TOKEN_PAGES: [(HeaderName, HeaderValue); 2] = [
    (
        HeaderName::from_static("referrer-policy"),
        HeaderValue::from_static("no-referrer"),
    ),
    UNLISTED,
];
const UNLISTED: (HeaderName, HeaderValue) = (
    HeaderName::from_static("x-robots-tag"),
    HeaderValue::from_static("noindex, noarchive"),
);
/// Headers of everything that stands in a frame of another site, errors too: without the first, a page with
/// `Cross-Origin-Embedder-Policy` shows nothing in its place.
const OF_FRAMES: [(HeaderName, HeaderValue); 3] = [
    (
        HeaderName::from_static("cross-origin-embedder-policy"),
        HeaderValue::from_static("require-corp"),
    ),
    (
        HeaderName::from_static("referrer-policy"),
        HeaderValue::from_static("same-origin"),
    ),
    UNLISTED,
];
const NOSNIFF: (HeaderName, HeaderValue) = (
    HeaderName::from_static("x-content-type-options"),
    HeaderValue::from_static("nosniff"),
);
const HSTS: HeaderName = HeaderName::from_static("strict-transport-security");
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The middleware.
///
/// # Errors
/// Only what another middleware fails with: errors of handlers are answers already.
pub async fn around(
    mut req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    #[expect(
        clippy::disallowed_methods,
        reason = "a measurement for the log, no rule depends on it"
    )]
    let began = Instant::now();
    let id = RequestId::next();
    unread_body::hold(&mut req);
    if req.headers().contains_key(IF_NONE_MATCH) && discretion(req.request()).is_kept_nowhere {
        // whoever kept a copy from before is given a whole answer, which says that it is not to be kept
        req.headers_mut().remove(IF_NONE_MATCH);
    }
    // Borrowed before the handler and after it, and not cloned: all threads count clones in one place.
    let Some(site) = req.app_data::<Data<Site>>() else {
        return Ok(req.into_response(HttpResponse::InternalServerError().finish()));
    };
    site.proxies.look(req.request(), &site.trusted_proxies);
    let refused = refuse(&req, site);
    let preflight = cross_origin::preflight(&req);
    let answer = match (preflight, refused) {
        (Some(preflight), _) => req.into_response(preflight),
        (None, Some(error)) => req.error_response(error),
        // No clone of the request may be alive while actix routes it: it writes the match into it.
        (None, None) => {
            let answer = id.beside(next.call(req)).await?;
            answer.map_into_boxed_body()
        }
    };
    let mut answer = if answer.status().is_client_error() || answer.status().is_server_error() {
        let Some(site) = answer.request().app_data::<Data<Site>>().cloned() else {
            return Ok(answer);
        };
        match led_on(&answer, &site) {
            Some(redirect) => answer.into_response(redirect),
            None => id.beside_all(|| told(answer, &site, id)),
        }
    } else {
        answer
    };
    let left = answer.request().extensions_mut().remove::<SetsCookie>();
    // what the answer itself says of this cookie is newer
    let newer = left.filter(|left| !sets(&answer, left.0.name()));
    if let Some(Ok(value)) = newer.map(|SetsCookie(cookie)| cookie.to_string().parse()) {
        answer.headers_mut().append(SET_COOKIE, value);
    }
    let site = answer.request().app_data::<Data<Site>>();
    let secure = site.and_then(|site| site.transport_security());
    dress(&mut answer, secure);
    if let Some(site) = answer.request().app_data::<Data<Site>>() {
        id.beside_all(|| note(&answer, site, began));
    }
    Ok(answer)
}

/// Whether the answer sets this cookie.
fn sets(answer: &ServiceResponse, cookie: &str) -> bool {
    let is_it = |value: &HeaderValue| {
        let name = value.to_str().ok().and_then(|text| text.split('=').next());
        name == Some(cookie)
    };
    answer.headers().get_all(SET_COOKIE).any(is_it)
}

/// Where a reader is sent instead of hearing that nothing is there, or that this is done by a form only. A program is sent nowhere: it
/// would take what it finds there for the answer.
fn led_on(answer: &ServiceResponse, site: &Site) -> Option<HttpResponse> {
    let req = answer.request();
    if !matches!(*req.method(), Method::GET | Method::HEAD) || req.path().starts_with(PROGRAMS) {
        return None;
    }
    let spoken = site.library.languages();
    let to = match answer.status() {
        StatusCode::NOT_FOUND => mended_address::meant(req.path(), spoken),
        StatusCode::METHOD_NOT_ALLOWED => mended_address::page_of_form(req.path()),
        _ => None,
    };
    to.map(|to| to.answer(req.query_string()))
}

/// What stands in frames acts by nothing but what its form holds; a frame that may run scripts and nothing else sends it with
/// `Origin: null`.
const FRAMED: &str = "/embed/";

/// Tells an error in the reader's language: as `problem+json` where JSON was asked for, else as a
/// page. A handler's own page (a form with its mistakes) is left as it is.
fn told(answer: ServiceResponse, site: &Site, request: RequestId) -> ServiceResponse {
    let ours = answer.response().extensions().get::<Error>().copied();
    let is_kept = answer.response().extensions().contains::<ErrorWithPage>();
    let is_own_page = is_kept
        || ours.is_none()
            && answer.response().error().is_none()
            && answer.headers().contains_key(CONTENT_TYPE);
    if is_own_page {
        return answer;
    }
    let status = ours.map_or_else(|| answer.status(), Error::status);
    if let Some(told) = for_program(&answer, ours) {
        let response = told.answer(&site.base_url, &request.to_string());
        return finish(answer, response, request);
    }
    let reader = ReaderLang::of(answer.request(), site);
    let below = answer.request().app_data::<Data<Surroundings>>().cloned();
    let path = answer.request().path();
    let voice = below
        .as_ref()
        .map_or_else(Voice::default, |below| below.voice(path));
    let words = site.words_in(reader.interface(), voice);
    let id = request.to_string();
    let (title, text) = sentences(&words, status, ours.and_then(Error::detail));
    let response = if wants_json(answer.request()) {
        let body = json!({
            "type": "about:blank",
            "title": title,
            "status": status.as_u16(),
            "detail": text,
            "request_id": id,
        });
        HttpResponse::build(status)
            .content_type("application/problem+json")
            .body(body.to_string())
    } else {
        let below = below.as_ref();
        let below = below.and_then(|below| below.of(site, &words, path));
        let (frame, way_on) = match below {
            Some((frame, back)) => (frame, Some(back)),
            None => (site.frame(&words, &title), way_on(&words, status)),
        };
        let mut page = ErrorPage::of(frame, status.as_u16(), &id);
        page.title = title.as_str().into();
        page.text = text.into();
        page.way_on = way_on;
        // Whoever wrote for an hour finds it here, and sends it again once it was not their doing.
        if let Some(sent) = answer.request().extensions().get::<SentForm>() {
            page.written = sent.written(site, &words);
            page.again = status.is_server_error().then(|| sent.clone());
        }
        let html = match is_framed(path) {
            true => FramedErrorPage { page: &page }.render(),
            false => page.render(),
        };
        match html {
            Ok(html) => HttpResponse::build(status)
                .content_type("text/html; charset=utf-8")
                .body(html),
            Err(_) => HttpResponse::new(status),
        }
    };
    finish(answer, response, request)
}

/// What a program is told; none where somebody reads.
fn for_program(answer: &ServiceResponse, ours: Option<Error>) -> Option<Problem> {
    let own = answer.response().extensions().get::<Problem>().cloned();
    let otherwise = || ours.map_or_else(|| answer.status().into(), Problem::from);
    let is_program = || answer.request().path().starts_with(PROGRAMS);
    own.or_else(|| is_program().then(otherwise))
}

/// Puts what was told in the place of the answer, with what that says beside its text.
fn finish(
    answer: ServiceResponse,
    mut response: HttpResponse,
    request: RequestId,
) -> ServiceResponse {
    let status = response.status();
    for name in ["retry-after", "allow"] {
        if let Some(value) = answer.headers().get(name) {
            response
                .headers_mut()
                .insert(HeaderName::from_static(name), value.clone());
        }
    }
    if let Ok(value) = HeaderValue::from_str(&request.to_string()) {
        response.headers_mut().insert(REQUEST_ID, value);
    }
    response
        .headers_mut()
        .insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    let is_meant = [StatusCode::SERVICE_UNAVAILABLE, StatusCode::NOT_IMPLEMENTED].contains(&status);
    if status.is_server_error() && !is_meant {
        let route = answer.request().match_pattern();
        tracing::error!(route, status = status.as_u16(), "a request failed");
    }
    answer.into_response(response)
}

/// Heading and sentence. A use case's own sentence may have a heading of its own: the key that ends in `-title`.
fn sentences<'a>(
    words: &'a Words,
    status: StatusCode,
    detail: Option<&'static str>,
) -> (String, &'a str) {
    let (title, text) = problem(words, status.as_u16());
    let Some(key) = detail else {
        return (title.to_owned(), text);
    };
    let own = format!("{key}-title");
    let title = match words.knows(&own) {
        true => words.say(&own),
        false => title,
    };
    (title.to_owned(), words.say(key))
}

/// The way on from an address behind which there is nothing to do.
fn way_on(words: &Words, status: StatusCode) -> Option<Link> {
    matches!(status.as_u16(), 400 | 404 | 405 | 410).then(|| Link {
        label: words.say("problem-home").to_owned(),
        href: urls::home(Some(words.lang())),
    })
}

fn wants_json(req: &HttpRequest) -> bool {
    let is_data = [".json", ".txt", "/events", "/oembed", "/oembed/"]
        .iter()
        .any(|end| req.path().ends_with(end));
    // the console has pages only, one of events among them
    (is_data && !req.path().starts_with("/organize/"))
        || req
            .headers()
            .get(ACCEPT)
            .and_then(|value| value.to_str().ok())
            .is_some_and(|value| value.contains("json") && !value.contains("text/html"))
}

/// What answers to this request have to heed, because of the petition they are about.
fn discretion(req: &HttpRequest) -> Discretion {
    let below = req.app_data::<Data<Surroundings>>();
    // the path as the router reads it: what is written as %2D is a dash
    let path = req.match_info().as_str();
    below
        .map(|below| below.discretion(path))
        .unwrap_or_default()
}

/// Headers that every answer has. What a handler has set stays, but for what its petition asks of every answer.
fn dress(answer: &mut ServiceResponse, transport_security: Option<HeaderValue>) {
    let is_page = answer
        .headers()
        .get(CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    let is_data = cross_origin::is_open(answer.request().path());
    let is_private = is_page && has_token(answer.request());
    let is_framed = is_framed(answer.request().path());
    let discretion = discretion(answer.request());
    let headers = answer.headers_mut();
    if discretion.is_kept_nowhere {
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        headers.remove(ETAG);
    }
    if discretion.is_unlisted {
        let (name, value) = UNLISTED;
        headers.insert(name, value);
    }
    put(headers, NOSNIFF);
    if is_data {
        for header in cross_origin::OPEN {
            put(headers, header);
        }
    }
    if is_framed {
        for header in OF_FRAMES {
            put(headers, header);
        }
        put(headers, (POLICY_NAME, POLICY_FRAMED));
    }
    if is_private {
        for header in OF_TOKEN_PAGES {
            put(headers, header);
        }
    }
    if is_page {
        put(headers, (POLICY_NAME, POLICY));
        for header in OF_PAGES {
            put(headers, header);
        }
        put(
            headers,
            (CACHE_CONTROL, HeaderValue::from_static("no-store")),
        );
    }
    if let Some(value) = transport_security {
        put(headers, (HSTS, value));
    }
}

/// Whether what is there stands in frames of other sites.
fn is_framed(path: &str) -> bool {
    path.starts_with(FRAMED)
}

fn put(headers: &mut HeaderMap, (name, value): (HeaderName, HeaderValue)) {
    if !headers.contains_key(&name) {
        headers.insert(name, value);
    }
}

/// Counts, and logs by allow-list: the route's pattern, never the path, which can hold a token.
fn note(answer: &ServiceResponse, site: &Site, began: Instant) {
    let status = answer.status();
    if tracing::enabled!(tracing::Level::DEBUG) {
        let route = answer.request().match_pattern().unwrap_or_default();
        let method = answer.request().method().as_str();
        let ms = began.elapsed().as_millis();
        tracing::debug!(method, route, status = status.as_u16(), ms, "answered");
    }
    let method = answer.request().method();
    let is_read = *method == Method::GET || *method == Method::HEAD;
    site.counted.answer(status, is_read, began.elapsed());
}
