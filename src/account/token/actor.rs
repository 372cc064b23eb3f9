//! Which program asks. Every handler that serves programs takes it.

use super::look::TokenLooks;
use super::model::{ApiToken, Reach};
use super::scope::Scope;
use super::store::{self, SentToken};
use super::text::TokenText;
use crate::base::Time;
use crate::db::Db;
use crate::web::{Error, Site, Source};
use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::http::header::{AUTHORIZATION, HeaderMap, HeaderName};
use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest, HttpResponse, ResponseError};
use std::fmt;
use std::future::Future;
use std::pin::Pin;

/// The header that clients of Action Network send. A token in the address is none: addresses stand in logs.
const OSDI: HeaderName = HeaderName::from_static("osdi-api-token");

/// A program that came in with a token, with what that opens at this request.
#[derive(Debug, Clone)]
pub struct TokenActor {
    /// The token, with its scopes as far as whoever made it may that now.
    pub token: ApiToken,
}

impl TokenActor {
    /// Whether it opens this.
    ///
    /// # Errors
    /// 404 for what is not its own, 403 for what it is not good for.
    pub fn allow(&self, scope: Scope, reach: Reach) -> Result<(), Error> {
        self.token.allow(scope, reach)
    }
}

/// Why there is no program. A handler that takes `Result<TokenActor, NoToken>` answers it in its own way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoToken {
    /// None was sent.
    Missing,
    /// What was sent opens nothing: it is told to nobody why.
    Wrong,
    /// It could not be found out.
    Fault(Error),
}

impl NoToken {
    /// The same as an answer of a page.
    #[must_use]
    pub fn error(self) -> Error {
        match self {
            Self::Missing | Self::Wrong => Error::FORBIDDEN.saying("problem-403-token"),
            Self::Fault(error) => error,
        }
    }
}

impl From<NoToken> for Error {
    fn from(none: NoToken) -> Self {
        none.error()
    }
}

impl From<Error> for NoToken {
    fn from(error: Error) -> Self {
        Self::Fault(error)
    }
}

impl fmt::Display for NoToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no token")
    }
}

impl ResponseError for NoToken {
    fn status_code(&self) -> StatusCode {
        self.error().status()
    }

    fn error_response(&self) -> HttpResponse {
        self.error().error_response()
    }
}

/// What was sent: `OSDI-API-Token`, or `Authorization: Bearer`. Several that are not the same are none: which is meant cannot be known.
fn sent(headers: &HeaderMap) -> Result<TokenText, NoToken> {
    let own = headers.get_all(OSDI).map(|value| value.to_str().ok());
    let bearer = headers.get_all(AUTHORIZATION).filter_map(|value| {
        // another scheme is somebody else's: a proxy's that asks for a password
        let (scheme, rest) = value.to_str().ok()?.split_once(' ')?;
        let is_bearer = scheme.eq_ignore_ascii_case("bearer");
        is_bearer.then(|| Some(rest.trim_start_matches(' ')))
    });
    let mut sent = own.chain(bearer);
    let first = sent.next().ok_or(NoToken::Missing)?;
    if sent.any(|other| other != first) {
        return Err(NoToken::Wrong);
    }
    first.and_then(TokenText::parse).ok_or(NoToken::Wrong)
}

async fn come_in(req: HttpRequest) -> Result<TokenActor, NoToken> {
    let text = sent(req.headers())?;
    let site = req.app_data::<Data<Site>>().ok_or(Error::FAULT)?;
    let db = req.app_data::<Data<Db>>().ok_or(Error::FAULT)?;
    let looks = req.app_data::<Data<TokenLooks>>().ok_or(Error::FAULT)?;
    let now: Time = site.clock.now();
    let source = Source::of(&req, &site.trusted_proxies);
    let found = looks.find(db, SentToken { text, source, now }).await;
    let token = found.map_err(Error::from)?.ok_or(NoToken::Wrong)?;
    if store::is_to_be_noted(&token, now) {
        // a database that cannot be written keeps no program from reading
        let id = token.id;
        let _ = db.write(move |tx| store::used(tx, id, now)).await;
    }
    Ok(TokenActor { token })
}

impl FromRequest for TokenActor {
    type Error = NoToken;
    type Future = Pin<Box<dyn Future<Output = Result<Self, NoToken>>>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        Box::pin(come_in(req.clone()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::test::TestRequest;

    fn read(headers: &[(&str, &str)]) -> Result<String, NoToken> {
        let mut req = TestRequest::get().uri("/api/v2/petitions");
        for header in headers {
            req = req.append_header(*header);
        }
        sent(req.to_http_request().headers()).map(|text| text.show().to_owned())
    }

    #[test]
    fn a_token_stands_in_one_of_two_headers() {
        let (token, other) = (TokenText::draw(), TokenText::draw());
        let (token, other) = (token.show(), other.show());
        let bearer = format!("Bearer {token}");
        let small = format!("bearer   {token}");
        for sent in [
            vec![("OSDI-API-Token", token)],
            vec![("OSDI-API-TOKEN", token)],
            vec![
                ("osdi-api-token", token),
                ("authorization", bearer.as_str()),
            ],
            vec![("Authorization", &bearer)],
            vec![("Authorization", &small)],
            vec![("Authorization", "Basic abc"), ("OSDI-API-Token", token)],
        ] {
            assert_eq!(read(&sent).as_deref(), Ok(token), "{sent:?}");
        }
        for (sent, why) in [
            (vec![], NoToken::Missing),
            (vec![("Authorization", "Basic abc")], NoToken::Missing),
            (vec![("Authorization", token)], NoToken::Missing),
            (vec![("X-API-Key", token)], NoToken::Missing),
            (vec![("Cookie", token)], NoToken::Missing),
            (vec![("OSDI-API-Token", "")], NoToken::Wrong),
            (vec![("OSDI-API-Token", &bearer)], NoToken::Wrong),
            (
                vec![("OSDI-API-Token", token.trim_start_matches('p'))],
                NoToken::Wrong,
            ),
            (
                vec![("OSDI-API-Token", token), ("OSDI-API-Token", other)],
                NoToken::Wrong,
            ),
            (
                vec![("OSDI-API-Token", other), ("Authorization", &bearer)],
                NoToken::Wrong,
            ),
            (vec![("Authorization", "Bearer ")], NoToken::Wrong),
        ] {
            assert_eq!(read(&sent), Err(why), "{sent:?}");
        }
        let address = format!("/api/v2/petitions?osdi-api-token={token}");
        let req = TestRequest::get().uri(&address).to_http_request();
        assert_eq!(sent(req.headers()).map(|_| ()), Err(NoToken::Missing));
    }
}
