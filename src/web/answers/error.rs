//! What a visitor is told when something did not work. Decided here: status and headers. Written
//! by [`around`](mod@crate::web::requests::middleware): the page or `problem+json`, in the reader's language.

use crate::base::Invalid;
use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderValue, RETRY_AFTER};
use actix_web::{HttpResponse, ResponseError};
use std::fmt;

/// An answer that is not what was asked for. Knows no word of the domain: each use case turns its
/// own refusals into one of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Error {
    status: StatusCode,
    retry_after: Option<u32>,
    detail: Option<&'static str>,
}

/// What a handler gives.
pub type Result<T = HttpResponse> = std::result::Result<T, Error>;

impl Error {
    const fn plain(status: StatusCode) -> Self {
        Self {
            status,
            retry_after: None,
            detail: None,
        }
    }

    /// 400: cannot be read at all.
    pub(crate) const BAD_REQUEST: Self = Self::plain(StatusCode::BAD_REQUEST);
    /// 401: a form of somebody who is not signed in, or no longer.
    pub const UNAUTHORIZED: Self = Self::plain(StatusCode::UNAUTHORIZED);
    /// 403: known, but may not; or the form did not come from this site.
    pub const FORBIDDEN: Self = Self::plain(StatusCode::FORBIDDEN);
    /// 404: not there, or not yours to know.
    pub const NOT_FOUND: Self = Self::plain(StatusCode::NOT_FOUND);
    /// 408: the body did not arrive in time.
    pub(crate) const TIMEOUT: Self = Self::plain(StatusCode::REQUEST_TIMEOUT);
    /// 409: the state forbids it.
    pub const CONFLICT: Self = Self::plain(StatusCode::CONFLICT);
    /// 410: was there once.
    pub const GONE: Self = Self::plain(StatusCode::GONE);
    /// 413: too large.
    pub(crate) const TOO_LARGE: Self = Self::plain(StatusCode::PAYLOAD_TOO_LARGE);
    /// 415: not a form, or compressed.
    pub(crate) const UNSUPPORTED: Self = Self::plain(StatusCode::UNSUPPORTED_MEDIA_TYPE);
    /// 422: does not parse.
    pub(crate) const UNPROCESSABLE: Self = Self::plain(StatusCode::UNPROCESSABLE_ENTITY);
    /// 501: in this format nobody is answered.
    pub(crate) const NOT_IMPLEMENTED: Self = Self::plain(StatusCode::NOT_IMPLEMENTED);
    /// 500: a fault of this program.
    pub(crate) const FAULT: Self = Self::plain(StatusCode::INTERNAL_SERVER_ERROR);

    /// 429: too often; come again after so many seconds.
    #[must_use]
    pub(crate) const fn too_many(retry_after: u32) -> Self {
        Self {
            retry_after: Some(retry_after),
            ..Self::plain(StatusCode::TOO_MANY_REQUESTS)
        }
    }

    /// 503: not now; come again after so many seconds.
    #[must_use]
    pub const fn busy(retry_after: u32) -> Self {
        Self {
            retry_after: Some(retry_after),
            ..Self::plain(StatusCode::SERVICE_UNAVAILABLE)
        }
    }

    /// The same with a sentence of its own: a words key.
    #[must_use]
    pub(crate) const fn saying(self, key: &'static str) -> Self {
        Self {
            detail: Some(key),
            ..self
        }
    }

    /// The status.
    #[must_use]
    pub fn status(self) -> StatusCode {
        self.status
    }

    /// The words key of its sentence, if it has one of its own.
    #[must_use]
    pub(crate) fn detail(self) -> Option<&'static str> {
        self.detail
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.status)
    }
}

impl From<crate::db::Error> for Error {
    fn from(error: crate::db::Error) -> Self {
        match error {
            crate::db::Error::Unavailable(why) => {
                tracing::warn!(why, "database not available");
                Self::busy(5)
            }
            crate::db::Error::Duplicate => Self::CONFLICT,
            crate::db::Error::Refused(why) => {
                tracing::error!(why, "database refused");
                Self::FAULT
            }
        }
    }
}

impl From<Invalid> for Error {
    fn from(invalid: Invalid) -> Self {
        Self::UNPROCESSABLE.saying(invalid.key)
    }
}

impl From<askama::Error> for Error {
    fn from(_: askama::Error) -> Self {
        tracing::error!("a page could not be written");
        Self::FAULT
    }
}

impl ResponseError for Error {
    fn status_code(&self) -> StatusCode {
        self.status
    }

    fn error_response(&self) -> HttpResponse {
        let mut response = HttpResponse::new(self.status);
        if let Some(seconds) = self.retry_after {
            response
                .headers_mut()
                .insert(RETRY_AFTER, HeaderValue::from(seconds));
        }
        response.extensions_mut().insert(*self);
        response
    }
}
