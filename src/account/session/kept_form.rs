//! A form of the console that could not be taken yet, kept on a page: to sign in, to press once more, or to copy from.

use super::return_to::came_from;
use crate::account::{Actor, NotSignedIn, ReturnTo};
use crate::base::Token;
use crate::web::page::{Errors, Frame};
use crate::web::{Error, ReaderLang, SentForm, Site, WrittenText, urls};
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use actix_web::{HttpMessage, HttpRequest};
use askama::Template;

/// The names of the fields to sign in with, beside those of the form.
const EMAIL: &str = "sign-in-email";
const PASSWORD: &str = "sign-in-password";
const BACK: &str = "sign-in-back";
/// Once the passphrase was right: the sign-in that waits, and the code.
const BEGUN: &str = "sign-in-begun";
const CODE: &str = "sign-in-code";
const RECOVERY: &str = "sign-in-code-recovery";

/// What somebody signs in with, and the page the form stood on.
pub(crate) struct Credentials {
    pub(crate) email: String,
    pub(crate) password: String,
    /// The sign-in that waits for a code, and the code.
    pub(crate) code: Option<(Token, String)>,
    back: Option<ReturnTo>,
}

impl Credentials {
    /// Takes them out of the fields of a form, if they are there. The page the form stood on goes with it; the browser says
    /// which it is the first time.
    pub(crate) fn take(all: &mut Vec<(String, String)>, req: &HttpRequest) -> Option<Self> {
        let mut take = |name: &str| {
            let at = all.iter().position(|(known, _)| known == name)?;
            Some(all.remove(at).1)
        };
        let (email, password, back) = (take(EMAIL), take(PASSWORD), take(BACK));
        let (begun, code, recovery) = (take(BEGUN), take(CODE), take(RECOVERY));
        let begun = begun.and_then(|begun| Token::parse(&begun).ok());
        let code = begun.map(|begun| (begun, either(code, recovery)));
        if let Some(back) = &back {
            let stood = ReturnTo::parse(back);
            req.extensions_mut().insert(StoodOn(stood));
        }
        let back = back.as_deref().and_then(ReturnTo::parse);
        if code.is_some() {
            let (email, password) = (String::new(), String::new());
            return Some(Self {
                email,
                password,
                code,
                back,
            });
        }
        Some(Self {
            email: email?,
            password: password?,
            code,
            back,
        })
    }

    /// Nothing is typed yet.
    pub(crate) fn none(req: &HttpRequest) -> Self {
        Self {
            email: String::new(),
            password: String::new(),
            code: None,
            back: came_from(req),
        }
    }
}

/// The code of the phone, or the recovery code where one was typed.
pub(crate) fn either(code: Option<String>, recovery: Option<String>) -> String {
    let recovery = recovery.filter(|typed| !typed.trim().is_empty());
    recovery.or(code).unwrap_or_default()
}

/// The page a form stood on, as its fields say.
#[derive(Debug, Clone)]
pub(super) struct StoodOn(pub(super) Option<ReturnTo>);

/// A form that came with a request, and cannot be taken as it is.
pub(crate) struct KeptForm<'a> {
    pub(crate) req: &'a HttpRequest,
    pub(crate) form: &'a SentForm,
}

/// The session has ended: sign in here, and nothing is lost.
#[derive(Template)]
#[template(path = "account/session/kept.html")]
struct KeptPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    errors: Errors,
    form: &'a SentForm,
    written: Vec<WrittenText>,
    email: &'a str,
    back: &'a str,
    forgot: String,
}

impl KeptForm<'_> {
    /// Asks to sign in. Says nothing of whose form it is.
    pub(crate) fn ask(
        &self,
        typed: &Credentials,
        wrong: Option<&str>,
        status: StatusCode,
    ) -> NotSignedIn {
        let Self { req, form } = *self;
        let Some(site) = req.app_data::<Data<Site>>() else {
            return Error::FAULT.into();
        };
        let words = ReaderLang::of(req, site).words(site);
        let w: &Words = &words;
        let mut errors = Errors::none();
        if let Some(key) = wrong {
            errors.add(EMAIL, w.say(key));
        }
        let page = KeptPage {
            frame: site
                .frame(w, w.say("kept-title"))
                .with_errors(!errors.is_empty()),
            w,
            errors,
            form,
            written: form.written(site, w),
            email: &typed.email,
            back: typed.back.as_ref().map_or("", ReturnTo::as_str),
            forgot: urls::forgot(),
        };
        told(status, &page)
    }
}

/// The passphrase was right: the code here, and nothing is lost.
#[derive(Template)]
#[template(path = "account/session/kept_code.html")]
struct KeptCodePage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    errors: Errors,
    form: &'a SentForm,
    written: Vec<WrittenText>,
    begun: String,
    back: &'a str,
}

impl KeptForm<'_> {
    /// Asks for the code of a sign-in that waits.
    pub(crate) fn ask_code(
        &self,
        typed: &Credentials,
        begun: &Token,
        wrong: Option<&str>,
        status: StatusCode,
    ) -> NotSignedIn {
        let Self { req, form } = *self;
        let Some(site) = req.app_data::<Data<Site>>() else {
            return Error::FAULT.into();
        };
        let words = ReaderLang::of(req, site).words(site);
        let w: &Words = &words;
        let mut errors = Errors::none();
        if let Some(key) = wrong {
            errors.add(CODE, w.say(key));
        }
        let page = KeptCodePage {
            frame: site
                .frame(w, w.say("second-code-title"))
                .with_errors(!errors.is_empty()),
            w,
            errors,
            form,
            written: form.written(site, w),
            begun: begun.to_string(),
            back: typed.back.as_ref().map_or("", ReturnTo::as_str),
        };
        told(status, &page)
    }
}

/// Signed in again: one press sends it.
#[derive(Template)]
#[template(path = "account/session/press_again.html")]
struct PressAgainPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    form: &'a SentForm,
    written: Vec<WrittenText>,
    back: String,
}

impl KeptForm<'_> {
    /// What was sent in an earlier session waits for one press; where nothing was chosen or written, back to the page that
    /// says what the press does.
    pub(crate) fn wait_for_a_press(&self, actor: &Actor) -> NotSignedIn {
        let Self { req, form } = *self;
        let stood = req.extensions().get::<StoodOn>().cloned();
        let back = match stood {
            Some(StoodOn(back)) => back,
            None => came_from(req),
        };
        let back = back.map_or_else(urls::console, |back| back.as_str().to_owned());
        let is_press = form
            .fields
            .iter()
            .all(|(name, _)| matches!(name.as_str(), "guard" | "revision"));
        let Some(site) = req.app_data::<Data<Site>>().filter(|_| !is_press) else {
            return NotSignedIn::Back(back);
        };
        let words = actor.words(site);
        let w: &Words = &words;
        let page = PressAgainPage {
            frame: actor
                .frame(site, w, w.say("kept-press-title"))
                .in_one_language(),
            w,
            written: form.written(site, w),
            form,
            back,
        };
        told(StatusCode::OK, &page)
    }
}

/// Somebody else wrote it: to be copied, and not to be sent in this name.
#[derive(Template)]
#[template(path = "account/session/of_another.html")]
struct OfAnotherPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    written: Vec<WrittenText>,
    person: &'a str,
    back: String,
}

impl KeptForm<'_> {
    /// The text to copy.
    pub(crate) fn of_another(&self, actor: &Actor) -> NotSignedIn {
        let Self { req, form } = *self;
        let Some(site) = req.app_data::<Data<Site>>() else {
            return Error::FAULT.into();
        };
        let words = actor.words(site);
        let w: &Words = &words;
        let page = OfAnotherPage {
            frame: actor
                .frame(site, w, w.say("kept-other-title"))
                .in_one_language(),
            w,
            written: form.written(site, w),
            person: &actor.name,
            back: urls::console(),
        };
        told(StatusCode::FORBIDDEN, &page)
    }
}

pub(super) fn told(status: StatusCode, page: &impl Template) -> NotSignedIn {
    match page.render() {
        Ok(html) => NotSignedIn::Kept(status, html),
        Err(fault) => Error::from(fault).into(),
    }
}
