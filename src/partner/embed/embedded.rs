//! A frame in another site: which petition, in which language and look, and who may frame it.
//!
//! It sets and reads no cookie: what its forms are about stands sealed in them.

use super::asked::AskedFrame;
use super::frame_cache::{FrameCache, FrameKey, FrameStamp};
use super::model::FrameWish;
use super::page_with_gaps::{EMAIL, PageWithGaps, SEALED};
use super::pages::{Around, CheckMailFrame, FormFrame, SignedFrame, WithoutForm};
use crate::base::Lang;
use crate::base::addresses::email;
use crate::petition::page::pages::{Progress, Refresh, ShownWording, SignForm};
use crate::petition::rules::framing::Framing;
use crate::petition::source::{FrameSite, Partner};
use crate::petition::{About, Phase, PublicPetition};
use crate::signature::CheckMailNotice;
use crate::signature::check_mail::waiting_form::WaitingForm;
use crate::signature::page::page_cache::PageCache;
use crate::signature::page::parts;
use crate::signature::page::sign_form::FormPlace;
use crate::signature::sign::intake::Intake;
use crate::signature::sign::sent_form::SentForm;
use crate::web::answers::content_policy::{POLICY_FRAMED, POLICY_NAME, framed_by};
use crate::web::cookies::sealed;
use crate::web::page::Errors;
use crate::web::{Error, Result, Site, Source, urls};
use crate::words::{Html, Words};
use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, HeaderValue};
use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest, HttpResponse};
use askama::Template;
use std::future::{Ready, ready};
use std::sync::Arc;

/// For what stamps and sealed forms of frames are made.
pub(super) const PURPOSE: &str = "embed";

/// A petition in a frame.
pub struct Embedded {
    /// The site.
    pub site: Data<Site>,
    /// What pages are made of.
    pub page_cache: Data<PageCache>,
    /// What taking in needs.
    pub intake: Data<Intake>,
    /// The petition.
    pub shown: Arc<PublicPetition>,
    /// What the address asks for.
    pub wish: FrameWish,
    /// The language it is read in.
    pub lang: Lang,
    /// Whose page it stands in, if that is known.
    pub partner: Option<Arc<Partner>>,
    /// Where from.
    pub source: Source,
    frames: Data<FrameCache>,
    sources_version: u64,
}

impl FromRequest for Embedded {
    type Error = Error;
    type Future = Ready<std::result::Result<Self, Error>>;

    /// 404 without such a petition, and where it stands in no frame; 410 once it was taken down.
    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        ready(Self::of(req, payload))
    }
}

impl Embedded {
    fn of(req: &HttpRequest, payload: &mut Payload) -> std::result::Result<Self, Error> {
        Self::asked(&AskedFrame::of(req, payload)?, req)
    }

    /// The frame that is asked for, with what only whoever writes or changes something needs.
    ///
    /// # Errors
    /// 500 when the program is not whole.
    pub(super) fn asked(asked: &AskedFrame, req: &HttpRequest) -> std::result::Result<Self, Error> {
        let intake = req.app_data::<Data<Intake>>().ok_or(Error::FAULT)?;
        let frames = req.app_data::<Data<FrameCache>>().ok_or(Error::FAULT)?;
        let source = Source::of(req, &asked.site.trusted_proxies);
        let sources = &asked.page_cache.source_cache;
        // before the partner: what is written of one that changes meanwhile is old
        let sources_version = sources.version(asked.shown.petition.id);
        let partner = sources.partner(&asked.shown.petition, &asked.wish.via);
        Ok(Self {
            site: asked.site.clone(),
            page_cache: asked.page_cache.clone(),
            intake: intake.clone(),
            shown: Arc::clone(&asked.shown),
            wish: asked.wish.clone(),
            lang: asked.lang,
            partner,
            source,
            frames: frames.clone(),
            sources_version,
        })
    }

    /// The words it is read in.
    pub(super) fn words(&self) -> Arc<Words> {
        self.shown.words(&self.site, self.lang)
    }

    /// What stands behind the `?` of what its forms lead to: the same language and look.
    pub(super) fn query(&self) -> String {
        let wish = FrameWish {
            lang: Some(self.lang),
            ..self.wish.clone()
        };
        wish.query()
    }

    /// Whether organizers have paused the partner whose page it stands in.
    pub(super) fn is_paused(&self) -> bool {
        self.partner
            .as_ref()
            .is_some_and(|partner| partner.is_paused)
    }

    /// The partner that asks about mail here, instead of the organizations.
    pub(super) fn asked_by(&self) -> Option<&Partner> {
        self.partner.as_deref().filter(|one| one.asks_updates)
    }

    /// The policy that says which sites may frame it.
    ///
    /// # Errors
    /// 500 when it cannot be written.
    pub(super) fn policy(&self) -> std::result::Result<HeaderValue, Error> {
        if self.shown.petition.settings.framing == Framing::Everybody {
            return Ok(POLICY_FRAMED);
        }
        let own = self.partner.as_ref().map(|partner| partner.sites.clone());
        let sites = own.unwrap_or_else(|| {
            self.page_cache
                .source_cache
                .sites(&self.shown.petition)
                .to_vec()
        });
        let sites = sites.iter().map(FrameSite::to_string);
        // organizers look at it in the console
        let ancestors = std::iter::once("'self'".to_owned()).chain(sites);
        framed_by(&ancestors.collect::<Vec<_>>().join(" ")).ok_or(Error::FAULT)
    }

    /// What it has around it.
    pub(super) fn around<'w>(&'w self, w: &'w Words) -> Around<'w> {
        let (slug, about) = (&self.shown.petition.slug, About::of(&self.shown, self.lang));
        let read_href = match self.wish.via.as_str() {
            "" => urls::petition(Some(self.lang), slug),
            via => urls::petition_via(Some(self.lang), slug, via),
        };
        let absolute = |path: String| format!("{}{path}", self.site.base_url);
        let sheet = self.site.assets.url(self.wish.kind.sheet());
        let look = self.wish.look.to_string();
        Around {
            w,
            title: w.plain2("frame-title", "kind", about.kind, "title", about.title),
            slug: slug.as_str(),
            kind: self.wish.kind.as_str(),
            sheet: match look.as_str() {
                "" => sheet.to_owned(),
                look => {
                    let name = sheet
                        .trim_start_matches("/assets/")
                        .trim_end_matches(".css");
                    urls::frame_look(name, look)
                }
            },
            script: self.site.assets.url("frame.js"),
            icon: self.site.assets.url("mark.svg"),
            partner: self.partner.as_ref().map(|partner| partner.name.as_str()),
            read_href: absolute(read_href),
            privacy_href: absolute(urls::privacy(Some(self.lang), slug)),
            about,
        }
    }

    /// The count, kept up to date from the frame's own address.
    pub(super) fn progress(&self, w: &Words) -> Progress {
        let now = self.site.clock.now();
        let mut progress = self.page_cache.count_cache.progress(w, &self.shown, now);
        let page = urls::frame(&self.shown.petition.slug, &self.query());
        progress.refresh = progress.refresh.map(|fresh| Refresh { page, ..fresh });
        progress
    }

    /// What can be done with a form that was sent.
    pub(super) fn acts(&self) -> WaitingForm<'_> {
        WaitingForm {
            site: &self.site,
            intake: &self.intake,
            shown: &self.shown,
            source: self.source,
        }
    }

    /// The form that a button of the frame is about, if it was sent from a frame of this petition within the hour; counts the press.
    ///
    /// # Errors
    /// 409 when it was not; 429 when the buttons of one form are pressed over thirty times in ten minutes.
    pub(super) fn acting(&self, sealed: &str) -> std::result::Result<SentForm, Error> {
        let (key, now) = (&self.site.seal_key, self.site.clock.now());
        let form = sealed::open::<SentForm>(key, PURPOSE, sealed, now, sealed::LASTS);
        let form = form.filter(|form| form.petition == self.shown.petition.id);
        let form = form.ok_or(Error::CONFLICT.saying("problem-409-frame-old"))?;
        self.acts().admits(&form)?;
        Ok(form)
    }

    /// The form, with what was typed, or why there is none now.
    ///
    /// # Errors
    /// 500 when it cannot be written.
    pub(super) fn form(&self, w: &Words, typed: SignForm<'_>) -> Result<String> {
        let (petition, now) = (&self.shown.petition, self.site.clock.now());
        if self.is_paused() {
            return self.without_form(w, "frame-paused-title", w.say("frame-paused-text"));
        }
        let kind = petition.kind.as_str();
        let today = || w.date(now, &petition.time_zone);
        match petition.phase(now) {
            Phase::Open => {}
            Phase::Paused => return self.without_form(w, "paused-title", w.say("paused-text")),
            Phase::Coming => {
                let on = petition.says_beginning(w).unwrap_or_default();
                let text = w.say2("coming-text", "kind", kind, "date", on);
                return self.without_form(w, "coming-title", &text);
            }
            Phase::Draft | Phase::Closed | Phase::Removed => {
                let on = petition.last_day(w).unwrap_or_else(today);
                return self.without_form(w, "closed-title", &w.say1("closed-on", "date", on));
            }
        }
        let text = self.shown.text(self.lang).ok_or(Error::NOT_FOUND)?;
        let place = FormPlace {
            action: urls::frame_sign(&petition.slug, &self.query()),
            purpose: PURPOSE,
            asked_by: self.asked_by().map(|partner| partner.name.as_str()),
        };
        let via = (!self.wish.via.is_empty()).then(|| ("via", self.wish.via.clone()));
        let typed = SignForm {
            hidden: via.into_iter().collect(),
            ..typed
        };
        let body = Html::trusted(String::new());
        let page = FormFrame {
            around: self.around(w),
            w,
            wording: ShownWording {
                kind,
                target: None,
                title: &text.title,
                ask: &text.ask,
                body: &body,
                lang: text.lang.as_str(),
                is_untranslated: text.lang != self.lang,
            },
            progress: self.progress(w),
            form: self
                .page_cache
                .sign_form(&self.site, w, &self.shown, typed, place, now),
        };
        Ok(page.render()?)
    }

    fn without_form(&self, w: &Words, title: &str, text: &str) -> Result<String> {
        let is_over = self.shown.petition.is_over(self.site.clock.now());
        let page = WithoutForm {
            around: self.around(w),
            w,
            title: w.say1(title, "kind", self.shown.petition.kind.as_str()),
            text: text.to_owned(),
            progress: is_over.then(|| self.progress(w)),
        };
        Ok(page.render()?)
    }

    /// "Check your email", for the form that was just sent.
    ///
    /// # Errors
    /// 500 when it cannot be written.
    pub(super) fn check_mail(
        &self,
        form: &SentForm,
        said: CheckMailNotice,
        status: StatusCode,
    ) -> Result {
        let (key, now) = (&self.site.seal_key, self.site.clock.now());
        let sealed = sealed::close(key, PURPOSE, form, now).ok_or(Error::FAULT)?;
        let suggestion = email::suggestion_for(&form.email);
        let is_plain = form.email.is_ascii() && suggestion.is_none() && form.choice.is_none();
        let is_of_everybody = is_plain && said.is_empty();
        let (key, stamp) = (self.key(), self.stamp());
        let kept = || self.frames.check_mail(&key, &stamp);
        if let Some(page) = is_of_everybody.then(kept).flatten() {
            return self.answer(status, page.filled(&form.email, &sealed));
        }
        let words = self.words();
        let page = CheckMailFrame {
            suggestion: suggestion.as_deref(),
            notice: said.notice.map(|key| words.say(key).to_owned()),
            typed_email: said.typed_email,
            is_watched: said.is_watched,
            typed_code: said.typed_code,
            promised: self.shown.promised(form.choice, self.lang),
            errors: said.errors,
            ..self.check_mail_of(&words, &form.email, sealed.clone())
        };
        let html = page.render()?;
        if is_of_everybody {
            let page = self.check_mail_of(&words, EMAIL, SEALED.to_owned());
            let page = PageWithGaps::of(&page.render()?);
            // not where a text of the petition has such a gap
            if page.filled(&form.email, &sealed) == html {
                self.frames.keep_check_mail(key, stamp, page);
            }
        }
        self.answer(status, html)
    }

    /// Which frame this is.
    fn key(&self) -> FrameKey {
        (self.shown.petition.id, self.lang, self.wish.clone())
    }

    /// What pages without a number and a time are made of.
    fn stamp(&self) -> FrameStamp {
        FrameStamp {
            second: 0,
            number: 0,
            shown: Arc::clone(&self.shown),
            sources: self.sources_version,
        }
    }

    fn check_mail_of<'w>(
        &'w self,
        w: &'w Words,
        email: &'w str,
        sealed: String,
    ) -> CheckMailFrame<'w> {
        let (slug, query) = (&self.shown.petition.slug, self.query());
        CheckMailFrame {
            around: self.around(w),
            w,
            sealed,
            email,
            suggestion: None,
            sender: parts::sender(w, &self.shown),
            resend_action: urls::frame_resend(slug, &query),
            change_action: urls::frame_address(slug, &query),
            code_action: urls::frame_code(slug, &query),
            notice: None,
            typed_email: String::new(),
            is_watched: false,
            typed_code: String::new(),
            promised: None,
            errors: Errors::none(),
        }
    }

    /// The thanks, once the code from the mail was right.
    ///
    /// # Errors
    /// 500 when it cannot be written.
    pub(super) fn signed(&self) -> Result {
        let words = self.words();
        let page = SignedFrame {
            around: self.around(&words),
            w: &words,
            progress: self.progress(&words),
        };
        self.answer(StatusCode::OK, page.render()?)
    }

    /// A page of this frame that nobody keeps.
    ///
    /// # Errors
    /// 500 when its policy cannot be written.
    pub(super) fn answer(&self, status: StatusCode, html: String) -> Result {
        Ok(HttpResponse::build(status)
            .content_type("text/html; charset=utf-8")
            .insert_header((CACHE_CONTROL, "no-store"))
            .insert_header((POLICY_NAME, self.policy()?))
            .body(html))
    }
}
