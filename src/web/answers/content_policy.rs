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
/// The same for a page that shows one of our own frames.
pub(crate) const POLICY_FRAMING: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; \
     connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; \
     require-trusted-types-for 'script'",
);
/// What stands in a frame of another site: everything from this site, its forms too; `ancestors` are the sites that may frame it, as
/// `frame-ancestors` writes them.
#[must_use]
pub(crate) fn framed(ancestors: &str) -> Option<HeaderValue> {
    let policy = format!(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
         form-action 'self'; base-uri 'none'; frame-ancestors {ancestors}; require-trusted-types-for 'script'"
    );
    HeaderValue::from_str(&policy).ok()
}
/// Its name.
pub(crate) const POLICY_NAME: HeaderName = HeaderName::from_static("content-security-policy");
