//! The browser that signed, known again by its cookie.

use super::cookie::AppCookie;
use crate::base::Token;
use crate::web::site::Site;
use actix_web::dev::Payload;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest};
use std::future::{Ready, ready};

/// The token of this browser's `pend` cookie, if it has one.
#[derive(Debug, Clone)]
pub struct Browser(pub Option<Token>);

impl Browser {
    /// SHA-256 of the token, which is all that is stored of it.
    #[must_use]
    pub fn hash(&self) -> Option<[u8; 32]> {
        self.0.as_ref().map(|token| token.hash().0)
    }
}

impl FromRequest for Browser {
    type Error = crate::web::Error;
    type Future = Ready<Result<Self, crate::web::Error>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        let token = req
            .app_data::<Data<Site>>()
            .and_then(|site| AppCookie::Pend.read(req, site));
        ready(Ok(Self(token)))
    }
}
