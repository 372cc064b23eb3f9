//! Where somebody wanted to go before signing in: a page of this site, or nowhere (T18).

use crate::web::Site;
use actix_web::dev::Payload;
use actix_web::http::Method;
use actix_web::http::header::REFERER;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest};
use percent_encoding::percent_decode_str;
use std::convert::Infallible;
use std::future::{Ready, ready};

/// A path of this site: `^/(?![/\\])[A-Za-z0-9/_.-]*$`, at most 200 characters. Read from `?next=`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReturnTo(String);

/// Longest path that is remembered.
const LONGEST: usize = 200;

impl ReturnTo {
    /// Reads a path; anything that could lead off this site is none.
    #[must_use]
    pub fn parse(path: &str) -> Option<Self> {
        let rest = path.strip_prefix('/')?;
        let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '_' | '.' | '-');
        let is_ours = !rest.starts_with('/') && rest.chars().all(fits) && path.len() <= LONGEST;
        is_ours.then(|| Self(path.to_owned()))
    }

    /// The path.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The `next` of an address, if it has a fitting one.
#[derive(Debug, Clone)]
pub struct ReturnToQuery(pub Option<ReturnTo>);

impl ReturnToQuery {
    fn of(query: &str) -> Self {
        let next = query
            .split('&')
            .find_map(|pair| pair.strip_prefix("next="))
            .and_then(|value| percent_decode_str(value).decode_utf8().ok())
            .and_then(|path| ReturnTo::parse(&path));
        Self(next)
    }
}

/// The page of the console a form was sent from, as the browser says.
pub(super) fn came_from(req: &HttpRequest) -> Option<ReturnTo> {
    let site = req.app_data::<Data<Site>>()?;
    let referer = req.headers().get(REFERER)?.to_str().ok()?;
    let path = referer.strip_prefix(site.base_url.as_str())?;
    ReturnTo::parse(path.split(['?', '#']).next()?)
}

/// The page that somebody reads: that of the request, or the one its form stood on; and where that leads on to, if it does. Nothing
/// else of its question goes along: "saved" is true once.
pub(super) fn stands_on(req: &HttpRequest) -> (Option<ReturnTo>, Option<ReturnTo>) {
    match *req.method() {
        Method::GET | Method::HEAD => {
            let ReturnToQuery(next) = ReturnToQuery::of(req.query_string());
            (ReturnTo::parse(req.path()), next)
        }
        _ => (came_from(req), None),
    }
}

impl FromRequest for ReturnToQuery {
    type Error = Infallible;
    type Future = Ready<Result<Self, Infallible>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Ok(Self::of(req.query_string())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pages_of_this_site_are_remembered() {
        for path in [
            "/",
            "/organize",
            "/organize/p/court-records/edit",
            "/a_b.c-d/",
        ] {
            assert_eq!(ReturnTo::parse(path).map(|n| n.0).as_deref(), Some(path));
        }
        for path in [
            "",
            "e",
            "//e",
            "/\\e",
            "\\\\e",
            "/%09/e",
            "https:e",
            "https://e",
            "/%2f/e",
            "@e",
            "javascript:x",
            "/a\r\nb",
            "/a?b",
            "/a#b",
            "/ä",
            " /a",
            "/a b",
            "/@e",
            "/a:b",
        ] {
            assert_eq!(ReturnTo::parse(path), None, "{path}");
        }
        assert_eq!(ReturnTo::parse(&format!("/{}", "a".repeat(200))), None);
    }

    #[test]
    fn an_address_is_decoded_before_it_is_judged() {
        let next = |query| ReturnToQuery::of(query).0.map(|next| next.0);
        assert_eq!(next("next=%2Forganize"), Some("/organize".to_owned()));
        assert_eq!(next("x=1&next=/a"), Some("/a".to_owned()));
        for query in [
            "",
            "next=",
            "next=%2F%2Fe",
            "next=/%5Ce",
            "next=%FF",
            "mynext=/a",
        ] {
            assert_eq!(next(query), None, "{query}");
        }
    }
}
