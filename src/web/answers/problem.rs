//! What a program is told when something did not work (RFC 9457), with `error` beside it, which clients of Action Network read. In
//! English: it is read by whoever writes the program. Decided here, written by [`around`](mod@crate::web::requests::middleware).

use super::error::Error;
use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderName, HeaderValue, RETRY_AFTER};
use actix_web::{HttpResponse, ResponseError};
use serde_json::{Value, json};
use std::borrow::Cow;
use std::fmt;

/// The paths that answer programs.
pub(crate) const PROGRAMS: &str = "/api/";

/// Why a program does not get what it asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    status: StatusCode,
    kind: ProblemKind,
    detail: Cow<'static, str>,
    at: Vec<WrongPlace>,
    headers: Vec<(HeaderName, HeaderValue)>,
}

/// One mistake in a body.
#[derive(Debug, Clone, PartialEq, Eq)]
struct WrongPlace {
    pointer: String,
    detail: String,
}

/// Kinds that programs tell apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ProblemKind {
    /// Told by a page of ours, under this name.
    Own(&'static str, &'static str),
    /// Nothing beyond its status.
    Blank,
    /// More requests than are allowed.
    QuotaExceeded,
}

impl Problem {
    const fn own(status: StatusCode, name: &'static str, title: &'static str) -> Self {
        Self {
            status,
            kind: ProblemKind::Own(name, title),
            detail: Cow::Borrowed(title),
            at: Vec::new(),
            headers: Vec::new(),
        }
    }

    /// 400: something in the request is not what it has to be.
    #[must_use]
    pub fn invalid(detail: impl Into<Cow<'static, str>>) -> Self {
        Self::own(StatusCode::BAD_REQUEST, "invalid", "Invalid request").saying(detail)
    }

    /// 403: no token, or none that opens this.
    #[must_use]
    pub const fn forbidden() -> Self {
        Self::own(
            StatusCode::FORBIDDEN,
            "token",
            "API Key invalid or not present",
        )
    }

    /// 403: the token is good, but not for this.
    #[must_use]
    pub fn out_of_scope(scope: &str) -> Self {
        let detail = format!("This token does not have the scope {scope}");
        Self::own(StatusCode::FORBIDDEN, "scope", "Not allowed").saying(detail)
    }

    /// 403: what was asked for is not to be had by anybody's program.
    #[must_use]
    pub fn refused(detail: impl Into<Cow<'static, str>>) -> Self {
        Self::own(StatusCode::FORBIDDEN, "refused", "Not allowed").saying(detail)
    }

    /// 404: no such thing, or not this token's to know.
    #[must_use]
    pub fn unknown(thing: &str) -> Self {
        let detail = format!("There is no such {thing}");
        Self::own(StatusCode::NOT_FOUND, "unknown", "Not found").saying(detail)
    }

    /// 409: the state forbids it.
    #[must_use]
    pub fn conflict(detail: impl Into<Cow<'static, str>>) -> Self {
        Self::own(StatusCode::CONFLICT, "conflict", "Conflict").saying(detail)
    }

    /// 422: an idempotency key that came with another body before.
    #[must_use]
    pub const fn other_body() -> Self {
        Self::own(
            StatusCode::UNPROCESSABLE_ENTITY,
            "idempotency-key",
            "This Idempotency-Key was used with another body",
        )
    }

    /// 429: more than is allowed; come again after so many seconds.
    #[must_use]
    pub fn quota(retry_after: u32) -> Self {
        Self {
            status: StatusCode::TOO_MANY_REQUESTS,
            kind: ProblemKind::QuotaExceeded,
            detail: Cow::Borrowed("More requests than are allowed"),
            at: Vec::new(),
            headers: vec![(RETRY_AFTER, HeaderValue::from(retry_after))],
        }
    }

    /// The same with a sentence of its own.
    #[must_use]
    pub fn saying(mut self, detail: impl Into<Cow<'static, str>>) -> Self {
        self.detail = detail.into();
        self
    }

    /// The same, and where in the body (RFC 6901).
    #[must_use]
    pub fn at(mut self, pointer: impl Into<String>, detail: impl Into<String>) -> Self {
        self.at.push(WrongPlace {
            pointer: format!("#{}", pointer.into()),
            detail: detail.into(),
        });
        self
    }

    /// The same with these headers.
    #[must_use]
    pub fn with(mut self, headers: Vec<(HeaderName, HeaderValue)>) -> Self {
        self.headers.extend(headers);
        self
    }

    /// Its status.
    #[must_use]
    pub const fn status(&self) -> StatusCode {
        self.status
    }

    /// The answer of a site.
    pub(crate) fn answer(&self, base_url: &str, request: &str) -> HttpResponse {
        let (kind, title) = match self.kind {
            ProblemKind::Own(name, title) => (format!("{base_url}/api#{name}"), title),
            ProblemKind::Blank => (
                "about:blank".to_owned(),
                self.status.canonical_reason().unwrap_or("Error"),
            ),
            ProblemKind::QuotaExceeded => (
                "https://iana.org/assignments/http-problem-types#quota-exceeded".to_owned(),
                "Request cannot be satisfied as assigned quota has been exceeded",
            ),
        };
        let mut body = json!({
            "error": self.detail,
            "type": kind,
            "title": title,
            "status": self.status.as_u16(),
            "detail": self.detail,
            "request_id": request,
        });
        let wrong = |one: &WrongPlace| json!({"pointer": one.pointer, "detail": one.detail});
        if let Some(all) = body.as_object_mut() {
            if !self.at.is_empty() {
                let places = self.at.iter().map(wrong).collect();
                all.insert("errors".to_owned(), Value::Array(places));
            }
            if self.kind == ProblemKind::QuotaExceeded {
                all.insert("violated-policies".to_owned(), json!(["default"]));
            }
        }
        let mut answer = HttpResponse::build(self.status);
        answer.content_type("application/problem+json");
        for header in &self.headers {
            answer.insert_header(header.clone());
        }
        answer.body(body.to_string())
    }
}

impl From<StatusCode> for Problem {
    fn from(status: StatusCode) -> Self {
        let detail = match status.as_u16() {
            400 => "The request cannot be read",
            404 => "There is nothing at this address",
            405 => "This address does not take this method",
            408 => "The body did not arrive in time",
            413 => "The body is too large",
            415 => "A compressed body is not read",
            503 => "Not now: try again in a moment",
            500 => "A fault of this program; it is in its log",
            _ => status.canonical_reason().unwrap_or("Error"),
        };
        Self {
            status,
            kind: ProblemKind::Blank,
            detail: Cow::Borrowed(detail),
            at: Vec::new(),
            headers: Vec::new(),
        }
    }
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        let mut problem = Self::from(error.status());
        if let Some(seconds) = error.error_response().headers().get(RETRY_AFTER) {
            problem.headers.push((RETRY_AFTER, seconds.clone()));
        }
        problem
    }
}

impl From<crate::db::Error> for Problem {
    fn from(error: crate::db::Error) -> Self {
        Error::from(error).into()
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.status, self.detail)
    }
}

impl ResponseError for Problem {
    fn status_code(&self) -> StatusCode {
        self.status
    }

    fn error_response(&self) -> HttpResponse {
        let mut answer = HttpResponse::new(self.status);
        answer.extensions_mut().insert(self.clone());
        answer
    }
}
