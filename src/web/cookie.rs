//! Cookies: two at most, bound to this host, never readable by scripts.

use super::site::Site;
use crate::base::Token;
use actix_web::HttpRequest;
use actix_web::cookie::{Cookie, SameSite, time};
use std::time::Duration;

/// A cookie of this program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Jar {
    /// The browser that signed; seven days.
    Pend,
    /// An organizer's session.
    Session,
}

impl Jar {
    /// With https the `__Host-` prefix binds it to this very host; on plain-http loopback browsers
    /// would refuse that prefix.
    #[must_use]
    pub fn name(self, site: &Site) -> &'static str {
        match (self, site.is_https()) {
            (Self::Pend, true) => "__Host-pend",
            (Self::Pend, false) => "pend",
            (Self::Session, true) => "__Host-session",
            (Self::Session, false) => "session",
        }
    }

    /// Its value, if the browser sent one that is of the right form.
    #[must_use]
    pub fn read(self, req: &HttpRequest, site: &Site) -> Option<Token> {
        let cookie = req.cookie(self.name(site))?;
        Token::parse(cookie.value()).ok()
    }

    /// The cookie to set.
    #[must_use]
    pub fn write(self, site: &Site, value: &Token, lasts: Duration) -> Cookie<'static> {
        let mut cookie = Cookie::new(self.name(site), value.to_string());
        cookie.set_path("/");
        cookie.set_http_only(true);
        cookie.set_secure(site.is_https());
        cookie.set_same_site(SameSite::Lax);
        cookie.set_max_age(time::Duration::try_from(lasts).unwrap_or(time::Duration::ZERO));
        cookie
    }

    /// A cookie that takes it away.
    #[must_use]
    pub fn clear(self, site: &Site) -> Cookie<'static> {
        let mut cookie = Cookie::new(self.name(site), "");
        cookie.set_path("/");
        cookie.set_http_only(true);
        cookie.set_secure(site.is_https());
        cookie.set_same_site(SameSite::Lax);
        cookie.set_max_age(time::Duration::ZERO);
        cookie
    }
}
