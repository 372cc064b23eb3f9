//! What every site may read by script: numbers, facts, badges, feeds and pictures of petitions. No cookie and no token is
//! ever asked for there, so that nothing is told which the asker could not fetch themselves. Token routes and pages are not
//! among them.
//!
//! Known by the path and not by the route, because what is not there has none and must be told as openly.

use actix_web::HttpResponse;
use actix_web::dev::ServiceRequest;
use actix_web::http::Method;
use actix_web::http::header::{HeaderName, HeaderValue};

/// On every answer there, errors and redirects too.
pub(crate) const OPEN: [(HeaderName, HeaderValue); 3] = [
    (
        HeaderName::from_static("access-control-allow-origin"),
        HeaderValue::from_static("*"),
    ),
    (
        HeaderName::from_static("access-control-expose-headers"),
        HeaderValue::from_static("etag, retry-after, x-request-id"),
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        HeaderValue::from_static("cross-origin"),
    ),
];

/// Whether this is such a path.
pub(crate) fn is_open(path: &str) -> bool {
    const WHOLE: [&str; 5] = ["/badge/", "/og/", "/petitions/", "/embed/", "/oembed"];
    const ENDS: [&str; 4] = [".json", ".txt", ".atom", "/events"];
    WHOLE.iter().any(|begin| path.starts_with(begin))
        || ENDS.iter().any(|end| path.ends_with(end)) && is_below_a_petition(path)
}

/// `/p/..` or `/es/p/..`: nothing else before it.
fn is_below_a_petition(path: &str) -> bool {
    let mut pieces = path.split('/').skip(1);
    match pieces.next() {
        Some("p") => true,
        Some(lang) => (2..=6).contains(&lang.len()) && pieces.next() == Some("p"),
        None => false,
    }
}

/// Where pages of partners hand in forms by script, without a token. What needs a token is open to no page: it would stand in that page.
fn takes_forms(path: &str) -> bool {
    let rest = path.strip_prefix("/api/v2/petitions/");
    let end = rest.and_then(|rest| rest.trim_end_matches('/').split_once('/'));
    end.is_some_and(|(_, end)| matches!(end, "signatures" | "record_signature_helper"))
}

/// What may be done there: the answer to `OPTIONS`, whoever asks (browsers ask before they send a request with headers of
/// its own).
pub(crate) fn preflight(req: &ServiceRequest) -> Option<HttpResponse> {
    if *req.method() != Method::OPTIONS {
        return None;
    }
    let asked = req.headers();
    if takes_forms(req.path()) && asked.contains_key("access-control-request-method") {
        // whether this page may is said when it does: here everybody hears the same
        return Some(
            HttpResponse::NoContent()
                .insert_header(("access-control-allow-origin", "*"))
                .insert_header(("access-control-allow-methods", "POST"))
                .insert_header(("access-control-allow-headers", "content-type"))
                .insert_header(("access-control-max-age", "86400"))
                .finish(),
        );
    }
    if !is_open(req.path()) {
        return None;
    }
    let mut answer = HttpResponse::NoContent();
    answer.insert_header(("allow", "GET, HEAD, OPTIONS"));
    if asked.contains_key("access-control-request-method") {
        answer.insert_header(("access-control-allow-methods", "GET, HEAD"));
        // without credentials a star means every header
        answer.insert_header(("access-control-allow-headers", "*"));
        answer.insert_header(("access-control-max-age", "86400"));
    }
    Some(answer.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_handed_in_at_two_addresses() {
        for form in [
            "/api/v2/petitions/x/signatures",
            "/api/v2/petitions/x/record_signature_helper/",
        ] {
            assert!(takes_forms(form), "{form}");
        }
        for other in [
            "/api/v2/petitions",
            "/api/v2/petitions/x",
            "/api/v2/petitions/x/signatures/y",
            "/api/v2/people/x/signatures",
            "/p/x/signatures",
        ] {
            assert!(!takes_forms(other), "{other}");
        }
    }

    #[test]
    fn pages_and_whatever_has_a_token_are_no_data() {
        for data in [
            "/p/open-letter/count.json",
            "/p/open-letter.json",
            "/p/nobody/count.json",
            "/es/p/open-letter/feed.json",
            "/p/open-letter/feed.atom",
            "/badge/open-letter.svg",
            "/badge/x.gif",
            "/og/open-letter/en/2.png",
            "/p/open-letter/count.txt",
            "/p/open-letter/events",
            "/petitions/open-letter.json",
            "/embed/open-letter",
            "/oembed",
        ] {
            assert!(is_open(data), "{data}");
        }
        for other in [
            "/",
            "/p/open-letter",
            "/es/p/open-letter",
            "/m/0123/data.json",
            "/c/p/x.json",
            "/organize/p/x.json",
            "/organize/petitions/1/export.json",
            "/c/0123",
            "/assets/x.json",
            "/p",
            "",
        ] {
            assert!(!is_open(other), "{other}");
        }
    }
}
