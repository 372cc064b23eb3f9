//! Answers that many handlers give.

use super::content_policy::{POLICY_FRAMING, POLICY_IN_OWN_FRAMES, POLICY_LEAVING, POLICY_NAME};
use super::error::{Error, Result};
use actix_web::HttpResponse;
use actix_web::body::BoxBody;
use actix_web::http::StatusCode;
use actix_web::http::header::{
    ACCEPT_ENCODING, ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE,
    CROSS_ORIGIN_RESOURCE_POLICY, ETAG, HeaderMap, HeaderName, HeaderValue, IF_NONE_MATCH,
    LOCATION, VARY,
};
use actix_web::web::Bytes;
use actix_web::{HttpRequest, Responder};
use askama::Template;
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};
use std::io::Write;
use std::sync::Arc;

/// A page, not to be kept by anybody.
///
/// # Errors
/// 500 when it cannot be written.
pub fn page(status: StatusCode, page: &impl Template) -> Result {
    Ok(HttpResponse::build(status)
        .content_type("text/html; charset=utf-8")
        .body(page.render()?))
}

/// The same for a page that was asked for and is there.
///
/// # Errors
/// 500 when it cannot be written.
pub fn ok(shown: &impl Template) -> Result {
    page(StatusCode::OK, shown)
}

/// A page that holds or was reached by a token: no referrer leaves it, no index lists it.
///
/// # Errors
/// 500 when it cannot be written.
pub(crate) fn private_page(status: StatusCode, page: &impl Template) -> Result {
    Ok(HttpResponse::build(status)
        .content_type("text/html; charset=utf-8")
        .insert_header((CACHE_CONTROL, "no-store"))
        .insert_header(("referrer-policy", "no-referrer"))
        .insert_header(("x-robots-tag", "noindex, noarchive"))
        .body(page.render()?))
}

/// Marks an answer whose page stays as it is, though its status says that something did not work.
#[derive(Debug, Clone, Copy)]
pub struct ErrorWithPage;

/// 303: the thing was done, look there.
#[must_use]
pub(crate) fn see_other(path: &str) -> HttpResponse {
    HttpResponse::SeeOther()
        .insert_header((LOCATION, path))
        .insert_header((CACHE_CONTROL, "no-store"))
        .finish()
}

/// A page whose form leads to a site of the reader's choice.
#[must_use]
pub(crate) fn leads_away(mut page: HttpResponse) -> HttpResponse {
    page.headers_mut().insert(POLICY_NAME, POLICY_LEAVING);
    page
}

/// A page that shows one of our own frames.
#[must_use]
pub(crate) fn shows_a_frame(mut page: HttpResponse) -> HttpResponse {
    page.headers_mut().insert(POLICY_NAME, POLICY_FRAMING);
    page
}

/// A page that stands in frames of our own pages, and acts on nothing.
#[must_use]
pub(crate) fn in_own_frames(mut page: HttpResponse) -> HttpResponse {
    page.headers_mut().insert(POLICY_NAME, POLICY_IN_OWN_FRAMES);
    page
}

/// Who may keep an answer, and who may read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CachePolicy {
    /// `Cache-Control`.
    pub cache: &'static str,
    /// Whether scripts and pages of other sites may use it.
    pub is_open: bool,
}

/// A ready-made answer: bytes, their type, their tag, the same compressed. Made once, given often.
#[derive(Debug, Clone)]
pub struct CachedResponse {
    body: Bytes,
    gzipped: Option<Bytes>,
    kind: HeaderValue,
    tag: HeaderValue,
    cache: HeaderValue,
    is_open: bool,
    more: Vec<(HeaderName, HeaderValue)>,
}

// Constants: text is checked each time a value is made of it.
const ANYBODY: HeaderValue = HeaderValue::from_static("*");
const CROSS_ORIGIN: HeaderValue = HeaderValue::from_static("cross-origin");

/// Below this, compressing costs more than it saves.
const WORTH_ZIPPING: usize = 600;

impl CachedResponse {
    /// Makes one.
    #[must_use]
    pub fn new(body: impl Into<Bytes>, kind: &'static str, keeping: CachePolicy) -> Arc<Self> {
        let body = body.into();
        let tag: String = Sha256::digest(&body)
            .iter()
            .take(12)
            .map(|byte| format!("{byte:02x}"))
            .collect();
        let is_packed = kind.starts_with("font/") || matches!(kind, "image/jpeg" | "image/png");
        let gzipped = (body.len() >= WORTH_ZIPPING && !is_packed)
            .then(|| {
                let mut zip = GzEncoder::new(Vec::new(), Compression::new(6));
                zip.write_all(&body).and_then(|()| zip.finish()).ok()
            })
            .flatten()
            .map(Bytes::from);
        Arc::new(Self {
            body,
            gzipped,
            kind: HeaderValue::from_static(kind),
            // Weak: the compressed form has the same tag.
            tag: HeaderValue::from_str(&format!("W/\"{tag}\""))
                .unwrap_or(HeaderValue::from_static("W/\"0\"")),
            cache: HeaderValue::from_static(keeping.cache),
            is_open: keeping.is_open,
            more: Vec::new(),
        })
    }

    /// The same with one more header, on 304 too. A name that is there already stands twice.
    #[must_use]
    pub(crate) fn with(self: Arc<Self>, name: HeaderName, value: HeaderValue) -> Arc<Self> {
        let mut own = Arc::unwrap_or_clone(self);
        own.more.push((name, value));
        Arc::new(own)
    }

    /// The bytes.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// Its text with something put in before the first `mark`; none when there is no such place.
    #[must_use]
    pub(crate) fn with_before(&self, mark: &str, put: &str) -> Option<String> {
        let text = std::str::from_utf8(&self.body).ok()?;
        let (before, after) = text.split_once(mark)?;
        Some([before, put, mark, after].concat())
    }

    /// The answer to this request: 304 when it has these bytes already.
    #[must_use]
    pub fn answer(&self, req: &HttpRequest) -> HttpResponse {
        let headers = req.headers();
        let has_it = headers
            .get(IF_NONE_MATCH)
            .is_some_and(|known| names(known.as_bytes(), self.tag.as_bytes()));
        let zip = self.gzipped.as_ref().filter(|_| wants_gzip(headers));
        let mut response = if has_it {
            HttpResponse::new(StatusCode::NOT_MODIFIED)
        } else {
            let body = zip.unwrap_or(&self.body).clone();
            HttpResponse::with_body(StatusCode::OK, BoxBody::new(body))
        };
        let out = response.headers_mut();
        out.insert(ETAG, self.tag.clone());
        out.insert(CACHE_CONTROL, self.cache.clone());
        if self.gzipped.is_some() {
            out.append(VARY, HeaderValue::from_static("Accept-Encoding"));
        }
        if self.is_open {
            out.insert(ACCESS_CONTROL_ALLOW_ORIGIN, ANYBODY);
            out.insert(CROSS_ORIGIN_RESOURCE_POLICY, CROSS_ORIGIN);
        }
        for (name, value) in &self.more {
            out.append(name.clone(), value.clone());
        }
        if !has_it {
            out.insert(CONTENT_TYPE, self.kind.clone());
            if zip.is_some() {
                out.insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
            }
        }
        response
    }
}

/// Whether gzip is acceptable and no less dear than the bytes as they are (RFC 9110, 12.5.3). Somebody who takes neither
/// gets them as they are: a page is better than a 406.
fn wants_gzip(headers: &HeaderMap) -> bool {
    let (mut gzip, mut plain, mut any) = (None, None, None);
    let lines = headers.get_all(ACCEPT_ENCODING);
    for part in lines
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(','))
    {
        let mut pieces = part.split(';').map(str::trim);
        let name = pieces.next().unwrap_or_default();
        let weight = pieces
            .find_map(|piece| {
                piece
                    .strip_prefix("q=")
                    .or_else(|| piece.strip_prefix("Q="))
            })
            .map_or(Some(1.0), |text| text.trim().parse::<f32>().ok());
        let weight = weight.filter(|q| (0.0..=1.0).contains(q)).unwrap_or(0.0);
        if name.eq_ignore_ascii_case("gzip") || name.eq_ignore_ascii_case("x-gzip") {
            gzip = Some(weight);
        } else if name.eq_ignore_ascii_case("identity") {
            plain = Some(weight);
        } else if name == "*" {
            any = Some(weight);
        }
    }
    // what is not named is not wanted; the bytes as they are need no name
    let gzip = gzip.or(any).unwrap_or(0.0);
    gzip > 0.0 && gzip >= plain.unwrap_or(0.0)
}

/// Whether `If-None-Match` names this tag, by weak comparison (RFC 9110, 13.1.2).
fn names(known: &[u8], tag: &[u8]) -> bool {
    let opaque = |tag: &[u8]| tag.strip_prefix(b"W/").unwrap_or(tag).to_vec();
    known == b"*"
        || known
            .split(|byte| *byte == b',')
            .any(|one| opaque(one.trim_ascii()) == opaque(tag))
}

/// A ready-made answer as a handler gives it.
#[derive(Debug)]
pub struct CachedAnswer(pub Arc<CachedResponse>);

impl Responder for CachedAnswer {
    type Body = BoxBody;
    fn respond_to(self, req: &HttpRequest) -> HttpResponse {
        self.0.answer(req)
    }
}

/// JSON of a struct.
///
/// # Errors
/// 500 when it cannot be written.
pub fn json(value: &impl serde::Serialize) -> std::result::Result<String, Error> {
    serde_json::to_string(value).map_err(|_| Error::FAULT)
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::test::TestRequest;

    const KEEPING: CachePolicy = CachePolicy {
        cache: "public, max-age=10",
        is_open: true,
    };

    #[test]
    fn who_has_it_gets_no_bytes() {
        let ready = CachedResponse::new("x".repeat(2000), "text/plain", KEEPING);
        let first = ready.answer(&TestRequest::default().to_http_request());
        let tag = first
            .headers()
            .get(ETAG)
            .unwrap()
            .to_str()
            .unwrap()
            .to_owned();
        for known in [
            tag.clone(),
            format!("\"a\", {tag}"),
            "*".to_owned(),
            tag.replace("W/", ""),
        ] {
            let again = TestRequest::default()
                .insert_header((IF_NONE_MATCH, known))
                .to_http_request();
            assert_eq!(ready.answer(&again).status(), StatusCode::NOT_MODIFIED);
        }
        let other = TestRequest::default()
            .insert_header((IF_NONE_MATCH, "\"a\""))
            .to_http_request();
        assert_eq!(ready.answer(&other).status(), StatusCode::OK);
    }

    #[test]
    fn compressed_only_for_those_who_read_it() {
        let ready = CachedResponse::new("x".repeat(2000), "text/plain", KEEPING);
        let plain = ready.answer(&TestRequest::default().to_http_request());
        assert!(!plain.headers().contains_key(CONTENT_ENCODING));
        for (asked, zipped) in [
            (&["gzip, br"][..], true),
            (&["br", "gzip"], true),
            (&["GZIP"], true),
            (&["x-gzip"], true),
            (&["*"], true),
            (&["br;q=1.0, gzip;q=0.8, *;q=0.1"], true),
            (&["gzip;q=1, identity;q=0"], true),
            (&["identity;q=0.5, gzip;q=0.5"], true),
            (&["gzip;q=0"], false),
            (&["gzip; q=0.000"], false),
            (&["gzip;Q=0"], false),
            (&["gzip;q=0, *"], false),
            (&["*;q=0"], false),
            (&["identity"], false),
            (&["identity, gzip;q=0.5"], false),
            (&["br, deflate"], false),
            (&["gzipped"], false),
            (&["gzip;q=x"], false),
            (&["identity;q=0"], false),
            (&[""], false),
        ] {
            let mut req = TestRequest::default();
            for line in asked {
                req = req.append_header((ACCEPT_ENCODING, *line));
            }
            let answer = ready.answer(&req.to_http_request());
            let coding = answer.headers().get(CONTENT_ENCODING);
            assert_eq!(
                coding.is_some_and(|coding| coding == "gzip"),
                zipped,
                "{asked:?}"
            );
            assert_eq!(answer.headers().get(VARY).unwrap(), "Accept-Encoding");
        }
    }
}
