//! A browser that comes in: what it is, which session it held, and the cookie it leaves with.

use super::familiar;
use crate::account::model::{ABSOLUTE, Organizer, Session};
use crate::account::store::activity::Doer;
use crate::account::store::{begun_sign_in, person, second_factor, session};
use crate::base::{Id, Time, Token, TokenHash};
use crate::db::{Result, Tx};
use crate::web::answers::answer::see_other;
use crate::web::cookies::sealed;
use crate::web::{AppCookie, Error, Site, Source};
use actix_web::cookie::Cookie;
use actix_web::dev::Payload;
use actix_web::http::header::{SET_COOKIE, USER_AGENT};
use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest, HttpResponse};
use std::future::{Ready, ready};

/// How far somebody is whose passphrase was right.
#[derive(Debug)]
pub enum Entered {
    /// In: the token of the session.
    In(Token),
    /// A code is asked for: the token of the form that asks.
    NeedsCode(Token),
}

/// The browser of this request.
#[derive(Debug, Clone)]
pub struct BrowserVisit {
    /// Which kind, as far as it says: `Firefox, Linux`.
    pub device: String,
    network: String,
    held: Option<TokenHash>,
}

impl BrowserVisit {
    /// A browser that says this of itself and holds no session.
    #[must_use]
    pub fn by(user_agent: &str) -> Self {
        Self {
            device: device(user_agent),
            network: String::new(),
            held: None,
        }
    }

    /// Of this request.
    pub(crate) fn of(req: &HttpRequest) -> Self {
        let agent = req
            .headers()
            .get(USER_AGENT)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default();
        let site = req.app_data::<Data<Site>>();
        let held = site.and_then(|site| AppCookie::Session.read(req, site));
        let network = site.map(|site| Source::of(req, &site.trusted_proxies).coarse());
        Self {
            held: held.map(|token| token.hash()),
            network: network.unwrap_or_default(),
            ..Self::by(agent)
        }
    }

    /// What the activity log says of where somebody was: `Firefox, Linux, 203.0.x.x`.
    #[must_use]
    pub(crate) fn place(&self) -> String {
        let parts = [self.device.as_str(), self.network.as_str()];
        let known: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        known.join(", ")
    }

    /// Somebody who acts in this browser.
    #[must_use]
    pub(crate) fn doer(&self, organizer: &Organizer, now: Time) -> Doer {
        Doer::new(organizer.id, &organizer.name, &self.place(), now)
    }

    /// Opens a session for somebody who has proved who it is: always a new one, and the one this browser held before is
    /// over, whosever it was (ASVS 7.2.4).
    pub fn open(&self, tx: &mut Tx<'_>, organizer: Id<Organizer>, now: Time) -> Result<Token> {
        self.open_as_proved(tx, organizer, now, now)
    }

    /// The same for somebody whose passphrase was right: a code is asked for first where there is a second factor.
    pub(crate) fn enter(
        &self,
        tx: &mut Tx<'_>,
        organizer: Id<Organizer>,
        now: Time,
    ) -> Result<Entered> {
        match second_factor::is_on(tx, organizer)? {
            true => begun_sign_in::insert(tx, organizer, now).map(Entered::NeedsCode),
            false => self.open(tx, organizer, now).map(Entered::In),
        }
    }

    /// The same for somebody who is signed in, and proved who it is at another time.
    pub(crate) fn open_as_proved(
        &self,
        tx: &mut Tx<'_>,
        organizer: Id<Organizer>,
        proved_at: Time,
        now: Time,
    ) -> Result<Token> {
        if let Some(held) = &self.held {
            session::end_held(tx, held)?;
        }
        let token = Token::random();
        let fresh = Session {
            id: Id::new(now),
            device: self.device.clone(),
            created_at: now,
            last_seen_at: now,
            proved_at,
            expires_at: now.plus(ABSOLUTE),
        };
        session::insert(tx, &fresh, &token.hash(), organizer)?;
        person::seen(tx, organizer, now)?;
        Ok(token)
    }
}

/// The answer that lets somebody in: the cookie of the session, the one by which the browser is known again, and the way on.
#[must_use]
pub fn let_in(site: &Site, session: &Token, path: &str) -> HttpResponse {
    let_in_with(site, session, see_other(path))
}

/// The same with another answer.
#[must_use]
pub(crate) fn let_in_with(site: &Site, session: &Token, answer: HttpResponse) -> HttpResponse {
    let answer = with_cookie(answer, &session_cookie(site, session));
    // who comes in without being known again comes in all the same
    match known_again(site) {
        Some(cookie) => with_cookie(answer, &cookie),
        None => answer,
    }
}

/// The cookie that makes a browser known: a name drawn anew, which says nothing of who came in.
pub(crate) fn known_again(site: &Site) -> Option<Cookie<'static>> {
    let name = Token::random().to_string();
    let now = site.clock.now();
    let value = sealed::close(&site.seal_key, AppCookie::Known.word(), &name, now)?;
    Some(AppCookie::Known.write_text(site, value, familiar::LASTS))
}

/// The cookie of a session that was opened just now.
pub(crate) fn session_cookie(site: &Site, session: &Token) -> Cookie<'static> {
    AppCookie::Session.write(site, session, ABSOLUTE)
}

/// The answer that lets somebody out: no cookie, nothing kept in the browser (ASVS 14.3.1).
#[must_use]
pub fn let_out(site: &Site, path: &str) -> HttpResponse {
    let mut answer = with_cookie(see_other(path), &AppCookie::Session.clear(site));
    answer.headers_mut().insert(
        actix_web::http::header::HeaderName::from_static("clear-site-data"),
        actix_web::http::header::HeaderValue::from_static("\"cache\", \"cookies\", \"storage\""),
    );
    answer
}

fn with_cookie(mut answer: HttpResponse, cookie: &Cookie<'_>) -> HttpResponse {
    if let Ok(value) = cookie.to_string().parse() {
        answer.headers_mut().append(SET_COOKIE, value);
    }
    answer
}

impl FromRequest for BrowserVisit {
    type Error = Error;
    type Future = Ready<std::result::Result<Self, Error>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Ok(Self::of(req)))
    }
}

/// Marks in the browser's name for itself, the telling ones first: Edge says it is Chrome, and Chrome that it is Safari.
const BROWSERS: [(&str, &str); 9] = [
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
    ("curl/", "curl"),
];
const SYSTEMS: [(&str, &str); 8] = [
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("CrOS", "ChromeOS"),
    ("Windows", "Windows"),
    ("Macintosh", "macOS"),
    ("Mac OS", "macOS"),
    ("Linux", "Linux"),
];

/// `Firefox, Linux`; what is not known is left out. No version: it would tell browsers apart that nobody needs told apart.
fn device(user_agent: &str) -> String {
    let known = |marks: &[(&str, &'static str)]| {
        marks
            .iter()
            .find(|(mark, _)| user_agent.contains(mark))
            .map(|(_, name)| *name)
    };
    let parts: Vec<&str> = [known(&BROWSERS), known(&SYSTEMS)]
        .into_iter()
        .flatten()
        .collect();
    parts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_called_by_its_name() {
        for (agent, name) in [
            (
                "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
                "Firefox, Linux",
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36 Edg/130.0",
                "Edge, Windows",
            ),
            (
                "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile Safari/537.36",
                "Chrome, Android",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile Safari/604.1",
                "Safari, iPhone",
            ),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15",
                "Safari, macOS",
            ),
            ("curl/8.5", "curl"),
            ("<script>", ""),
            ("", ""),
        ] {
            assert_eq!(device(agent), name, "{agent}");
        }
    }
}
