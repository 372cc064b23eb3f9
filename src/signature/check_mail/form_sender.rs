//! Whoever sent a form, on the page that says "check your email": the browser, by the cookie that came with the answer.
//!
//! It has proved nothing: the page says the same whether the address is new, counted, held or withdrawn, and whether the
//! mail was sent. Without the cookie it is a page of the petition that knows nobody.

use super::notice::CheckMailNotice;
use super::pages::{CheckAnywherePage, CheckMailPage};
use super::waiting_form::WaitingForm;
use crate::base::addresses::email;
use crate::base::{Slug, Token};
use crate::petition::page::steps;
use crate::petition::{About, Exposure, PublicPetition};
use crate::signature::page::page_cache::PageCache;
use crate::signature::page::parts;
use crate::signature::page::reason_box::ReasonBox;
use crate::signature::share::ways;
use crate::signature::sign::intake::Intake;
use crate::signature::sign::sent_form::SentForm;
use crate::web::answers::answer::{private_page, see_other};
use crate::web::page::Frame;
use crate::web::{Error, PathArg, ReaderLang, Remembered, Result, Sealed, Site, Source, urls};
use crate::words::Words;
use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderValue, VARY};
use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest, HttpResponse};
use std::future::{Ready, ready};
use std::sync::Arc;

/// A visitor of that page, with the form that this browser sent under this petition, if it did within the hour.
pub struct FormSender {
    /// The site.
    pub site: Data<Site>,
    /// What taking in needs.
    pub intake: Data<Intake>,
    /// The petition.
    pub shown: Arc<PublicPetition>,
    /// Who reads.
    pub reader: ReaderLang,
    /// Where from.
    pub source: Source,
    form: Option<SentForm>,
    page_cache: Data<PageCache>,
}

impl FromRequest for FormSender {
    type Error = Error;
    type Future = Ready<std::result::Result<Self, Error>>;

    /// 404 without such a petition, 410 once it was taken down.
    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        ready(Self::of(req, payload))
    }
}

impl FormSender {
    fn of(req: &HttpRequest, payload: &mut Payload) -> std::result::Result<Self, Error> {
        let PathArg(slug) = PathArg::<Slug>::from_request(req, payload).into_inner()?;
        let reader = ReaderLang::from_request(req, payload).into_inner()?;
        let source = Source::from_request(req, payload).into_inner()?;
        let site = req.app_data::<Data<Site>>().ok_or(Error::FAULT)?;
        let page_cache = req.app_data::<Data<PageCache>>().ok_or(Error::FAULT)?;
        let intake = req.app_data::<Data<Intake>>().ok_or(Error::FAULT)?;
        let shown = page_cache.petition_cache.by_slug(&slug)?;
        let Sealed(form) = Sealed::<SentForm>::of(req, site);
        Ok(Self {
            form: form.filter(|form| form.petition == shown.petition.id),
            shown,
            site: site.clone(),
            page_cache: page_cache.clone(),
            intake: intake.clone(),
            reader,
            source,
        })
    }

    /// The words of the page.
    pub(super) fn words(&self) -> Arc<Words> {
        self.shown.words(&self.site, self.reader.interface())
    }

    /// The form that a button of the page is about: the one whose ticket it sends, if it is the one this browser sent last.
    ///
    /// # Errors
    /// 409 when another form was sent from this browser since, or the hour is over; 429 when the buttons of one form are pressed
    /// over thirty times in ten minutes.
    pub(crate) fn acting(&self, ticket: &str) -> std::result::Result<&SentForm, Error> {
        let named = Token::parse(ticket).ok();
        let named = named.map(|ticket| self.intake.links.open_ticket(&ticket));
        let form = self.form.as_ref().filter(|form| Some(form.id) == named);
        let form = form.ok_or(Error::CONFLICT.saying("problem-409-form-gone"))?;
        self.acts().admits(form)?;
        Ok(form)
    }

    /// What can be done with a form under this petition.
    pub(super) fn acts(&self) -> WaitingForm<'_> {
        WaitingForm {
            site: &self.site,
            intake: &self.intake,
            shown: &self.shown,
            source: self.source,
        }
    }

    /// Its surroundings, with the way to each other language of the petition: the cookie says the same there.
    fn frame<'w>(&'w self, w: &'w Words) -> Frame<'w> {
        let frame = parts::frame(&self.site, w, &self.shown, w.say("check-tab"));
        parts::alternates(frame, &self.site, &self.shown, |other| {
            urls::check_mail(other, &self.shown.petition.slug)
        })
    }

    /// The page, with what was said.
    ///
    /// # Errors
    /// 500 when it cannot be written.
    pub fn page(&self, said: CheckMailNotice, status: StatusCode) -> Result {
        let mut page = match &self.form {
            Some(form) => self.page_of(form, said, status),
            None => self.page_of_nobody(said, status),
        }?;
        page.headers_mut()
            .append(VARY, HeaderValue::from_static("Cookie"));
        Ok(page)
    }

    fn page_of(&self, form: &SentForm, said: CheckMailNotice, status: StatusCode) -> Result {
        let words = self.words();
        let (w, lang) = (&*words, words.lang());
        let slug = &self.shown.petition.slug;
        let now = self.site.clock.now();
        let ticket = self.intake.links.ticket(form.id).to_string();
        let suggestion = email::suggestion_for(&form.email);
        let frame = self.frame(w);
        let page = CheckMailPage {
            frame: frame.with_errors(!said.errors.is_empty()),
            w,
            about: About::of(&self.shown, lang),
            email: &form.email,
            suggestion: suggestion.as_deref(),
            sender: parts::sender(w, &self.shown),
            resend_action: urls::resend(lang, slug),
            change_action: urls::change_address(lang, slug),
            code_action: urls::enter_code(lang, slug),
            forget_action: urls::forget_form(lang, slug),
            notice: said.notice.map(|key| w.say(key).to_owned()),
            typed_email: said.typed_email,
            is_watched: said.is_watched,
            typed_code: said.typed_code,
            errors: said.errors,
            line: form.line(&self.shown),
            promised: self.shown.promised(form.choice, lang),
            progress: self.page_cache.count_cache.progress(w, &self.shown, now),
            next: steps::of_signer(w, &self.shown.petition, &self.shown.steps, false, now),
            share: ways::of_petition(&self.site, w, &self.shown, form.share().as_ref()),
            why: ReasonBox::waiting(urls::pending_reason(lang, slug), &ticket, form.has_said_why)
                .under(&self.shown),
            ticket,
        };
        private_page(status, &page)
    }

    fn page_of_nobody(&self, said: CheckMailNotice, status: StatusCode) -> Result {
        let words = self.words();
        let (w, lang) = (&*words, words.lang());
        let slug = &self.shown.petition.slug;
        let now = self.site.clock.now();
        let frame = self.frame(w);
        let page = CheckAnywherePage {
            frame: frame.with_errors(!said.errors.is_empty()),
            w,
            about: About::of(&self.shown, lang),
            sender: parts::sender(w, &self.shown),
            code_action: urls::enter_code(lang, slug),
            own_href: urls::ask_own_link(Some(lang), slug),
            typed_email: said.typed_email,
            typed_code: said.typed_code,
            errors: said.errors,
            progress: self.page_cache.count_cache.progress(w, &self.shown, now),
            next: steps::of_signer(w, &self.shown.petition, &self.shown.steps, false, now),
            share: ways::of_petition(&self.site, w, &self.shown, None),
        };
        private_page(status, &page)
    }

    /// The page again, saying what has to be put right: 422.
    ///
    /// # Errors
    /// 500 when it cannot be written.
    pub fn refuse(&self, said: CheckMailNotice) -> Result {
        self.page(said, StatusCode::UNPROCESSABLE_ENTITY)
    }

    /// Leads back to the page, which says what was done.
    #[must_use]
    pub fn back(&self, done: &str) -> HttpResponse {
        let lang = self.reader.interface();
        let here = urls::check_mail(lang, &self.shown.petition.slug);
        see_other(&format!("{here}?done={done}"))
    }

    /// The same, and this browser remembers the form so from now on.
    ///
    /// # Errors
    /// 500 when it cannot be written.
    pub(crate) fn back_with(&self, form: &SentForm, done: &str) -> Result {
        let mut response = self.back(done);
        let for_session = !self.shown.allows(Exposure::LastingCookies);
        let cookie = form.cookie(&self.site, for_session)?;
        response.add_cookie(&cookie).map_err(|_| Error::FAULT)?;
        Ok(response)
    }
}
