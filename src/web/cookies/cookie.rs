//! Cookies: each for one thing, bound to this host, never readable by scripts.

use crate::base::Token;
use crate::web::site::Site;
use actix_web::HttpRequest;
use actix_web::cookie::{Cookie, SameSite, time};
use std::time::Duration;

/// A cookie of this program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AppCookie {
    /// The browser that signed; seven days.
    Pend,
    /// What this browser sent last as a form; an hour.
    Form,
    /// What this browser confirmed last; an hour.
    Signed,
    /// An organizer's session.
    Session,
    /// A browser in which an organizer has signed in before; 90 days.
    Known,
}

/// A cookie that the answer of this request sets, whoever writes the answer: left among the request's extensions.
#[derive(Debug, Clone)]
pub struct SetsCookie(pub Cookie<'static>);

impl AppCookie {
    /// What it is called, without a prefix.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Pend => "pend",
            Self::Form => "form",
            Self::Signed => "signed",
            Self::Session => "session",
            Self::Known => "known",
        }
    }

    /// With https the `__Host-` prefix binds it to this very host; on plain-http loopback browsers
    /// would refuse that prefix.
    #[must_use]
    pub fn name(self, site: &Site) -> &'static str {
        match (self, site.is_https()) {
            (Self::Pend, true) => "__Host-pend",
            (Self::Form, true) => "__Host-form",
            (Self::Signed, true) => "__Host-signed",
            (Self::Session, true) => "__Host-session",
            (Self::Known, true) => "__Host-known",
            (_, false) => self.word(),
        }
    }

    /// Its value, if the browser sent one that is of the right form.
    #[must_use]
    pub fn read(self, req: &HttpRequest, site: &Site) -> Option<Token> {
        let cookie = req.cookie(self.name(site))?;
        Token::parse(cookie.value()).ok()
    }

    /// The cookie to set; without a span it goes when the browser is closed.
    #[must_use]
    pub fn write(
        self,
        site: &Site,
        value: &Token,
        lasts: impl Into<Option<Duration>>,
    ) -> Cookie<'static> {
        self.write_text(site, value.to_string(), lasts.into())
    }

    /// The same with a text for a value.
    #[must_use]
    pub(crate) fn write_text(
        self,
        site: &Site,
        value: String,
        lasts: impl Into<Option<Duration>>,
    ) -> Cookie<'static> {
        let lasts = lasts.into();
        let mut cookie = Cookie::new(self.name(site), value);
        cookie.set_path("/");
        cookie.set_http_only(true);
        cookie.set_secure(site.is_https());
        cookie.set_same_site(SameSite::Lax);
        if let Some(lasts) = lasts {
            cookie.set_max_age(time::Duration::try_from(lasts).unwrap_or(time::Duration::ZERO));
        }
        cookie
    }

    /// A cookie that takes it away.
    #[must_use]
    pub fn clear(self, site: &Site) -> Cookie<'static> {
        self.write_text(site, String::new(), Some(Duration::ZERO))
    }
}
