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
/// What stands in frames of our own pages: nothing in it can be sent.
pub(crate) const POLICY_IN_OWN_FRAMES: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; \
     connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; \
     require-trusted-types-for 'script'",
);
/// What stands in frames of every site: everything from this site, its forms too.
const FRAMED: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
                      form-action 'self'; base-uri 'none'; frame-ancestors *; require-trusted-types-for 'script'";
/// The same as a header.
pub(crate) const POLICY_FRAMED: HeaderValue = HeaderValue::from_static(FRAMED);

/// The same for these sites alone, as `frame-ancestors` writes them.
#[must_use]
pub(crate) fn framed_by(ancestors: &str) -> Option<HeaderValue> {
    let policy = FRAMED.replace("frame-ancestors *", &format!("frame-ancestors {ancestors}"));
    HeaderValue::from_str(&policy).ok()
}
/// Its name.
pub(crate) const POLICY_NAME: HeaderName = HeaderName::from_static("content-security-policy");
