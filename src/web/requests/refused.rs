//! What is refused before any handler sees it: a compressed body, and whatever another site would have done in somebody's name (T17).

use crate::web::answers::cross_origin;
use crate::web::answers::error::Error;
use crate::web::answers::problem::PROGRAMS;
use crate::web::site::Site;
use actix_web::HttpRequest;
use actix_web::dev::ServiceRequest;
use actix_web::http::Method;
use actix_web::http::header::{CONTENT_ENCODING, HeaderName, ORIGIN, REFERER};

/// What takes a form of any origin, because nobody's authority could be borrowed there: signing,
/// which asks the mailbox, and one-click unsubscribing, which mailbox providers press (RFC 8058).
const OPEN: [&str; 2] = ["/sign", "/unsubscribe"];
/// What is refused before any handler sees it.
pub(super) fn refuse(req: &ServiceRequest, site: &Site) -> Option<Error> {
    if *req.method() == Method::GET || *req.method() == Method::HEAD {
        return None;
    }
    let coded = req
        .headers()
        .get(CONTENT_ENCODING)
        .is_some_and(|value| value.as_bytes() != b"identity");
    if coded {
        return Some(Error::UNSUPPORTED);
    }
    // programs have a token or nobody's authority, and no cookie is read there
    if req.path().starts_with(PROGRAMS) {
        return None;
    }
    // nothing there can be changed but by what stands in frames, and whoever tries from elsewhere is told just that
    let is_open = || cross_origin::is_open(req.path());
    // last, because whoever asks for the pattern before the router has been asked goes down the whole list
    let takes_all = || {
        let pattern = req.match_pattern();
        pattern.is_some_and(|pattern| OPEN.iter().any(|end| pattern.ends_with(end)))
    };
    (!is_open() && !is_own(req.request(), site) && !takes_all())
        .then_some(Error::FORBIDDEN.saying("problem-403-origin"))
}

/// Whether a request that changes something was made by a page of this site (T17): by the
/// browser's own word, else by `Origin` or `Referer`. Without any of the three it was no browser;
/// it is let in only if it carries no cookie whose authority somebody could borrow.
///
/// Pages reached by a token send no referrer, so that browsers without `Sec-Fetch-Site` say
/// `Origin: null` there. The token in the address is the authority then, and no other page knows it.
fn is_own(req: &HttpRequest, site: &Site) -> bool {
    let header = |name: &HeaderName| {
        req.headers()
            .get(name)
            .and_then(|value| value.to_str().ok())
    };
    let fetch_site = HeaderName::from_static("sec-fetch-site");
    if let Some(from) = header(&fetch_site) {
        return matches!(from, "same-origin" | "none");
    }
    let is_ours = |address: &str| {
        address
            .strip_prefix(site.base_url.as_str())
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    match header(&ORIGIN).or_else(|| header(&REFERER)) {
        Some("null") => has_token(req),
        Some(address) => is_ours(address),
        None => !req.headers().contains_key("cookie"),
    }
}

/// Whether the address of this request holds a token.
pub(super) fn has_token(req: &HttpRequest) -> bool {
    let pieces = req.match_info();
    match pieces.is_empty() {
        // asked for before the router, or where it finds no piece
        true => req
            .match_pattern()
            .is_some_and(|pattern| pattern.contains("{token}")),
        false => pieces.get("token").is_some(),
    }
}
