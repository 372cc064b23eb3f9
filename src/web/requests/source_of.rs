//! The source of a request, for handlers: read as this site trusts proxies.

use crate::web::answers::error::Error as WebError;
use crate::web::origin::source::Source;
use crate::web::site::Site;
use actix_web::dev::Payload;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest};
use std::future::{Ready, ready};

impl FromRequest for Source {
    type Error = WebError;
    type Future = Ready<Result<Self, WebError>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(
            req.app_data::<Data<Site>>()
                .map(|site| Self::of(req, &site.trusted_proxies))
                .ok_or(WebError::FAULT),
        )
    }
}
