//! `Content-Security-Policy`: what a page of ours may load and where its forms may lead.

use actix_web::http::header::{HeaderName, HeaderValue};

/// Everything from this site, nothing inline, nothing framed.
pub(crate) const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; \
     connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; \
     require-trusted-types-for 'script'",
);
/// The same for a page whose form leads to another site: browsers hold a redirect after a form
/// against `form-action` too.
pub(crate) const POLICY_LEAVING: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; \
     connect-src 'self'; form-action 'self' https:; base-uri 'none'; frame-ancestors 'none'; \
     require-trusted-types-for 'script'",
);
/// Its name.
pub(crate) const POLICY_NAME: HeaderName = HeaderName::from_static("content-security-policy");
