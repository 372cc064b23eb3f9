//! Whoever sent the form, on the page that says "check your email": the browser, by the ticket in its address.
//!
//! It has proved nothing: the page says the same whether the address is new, counted, held or withdrawn, and whether the
//! mail was sent.

use super::behind::said;
use super::front::Front;
use super::intake::Intake;
use super::model::Signature;
use super::pages::{CheckMailPage, Line, Why};
use super::parts;
use super::shadow::Shadow;
use super::store::pending;
use crate::base::{Id, Slug, Token, email};
use crate::db::{self, Db};
use crate::petition::{About, Shown};
use crate::web::answer::{private_page, see_other};
use crate::web::page::Errors;
use crate::web::{Arg, Error, Reader, Result, Site, urls};
use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest, HttpResponse};
use std::future::{Ready, ready};
use std::sync::Arc;

/// A ticket under a petition. Whether something waits behind it is seen when it is looked at.
pub struct TicketHolder {
    /// The site.
    pub site: Data<Site>,
    /// What taking in needs.
    pub intake: Data<Intake>,
    /// The petition.
    pub shown: Arc<Shown>,
    /// Who reads.
    pub reader: Reader,
    /// The pending signature the ticket names.
    pub id: Id<Signature>,
    /// As it stands in the address.
    pub ticket: Token,
    front: Data<Front>,
}

/// What the page shows beside what was typed into the form before.
#[derive(Default)]
pub struct Said {
    /// Key of what was just done.
    pub notice: Option<&'static str>,
    /// What has to be put right.
    pub errors: Errors,
    /// Another address, as typed.
    pub typed_email: String,
    /// Whether that address is one the petition warns of.
    pub is_watched: bool,
    /// The code, as typed.
    pub typed_code: String,
}

impl FromRequest for TicketHolder {
    type Error = Error;
    type Future = Ready<std::result::Result<Self, Error>>;

    /// 404 without such a petition, 410 once it was taken down.
    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        ready(Self::of(req, payload))
    }
}

impl TicketHolder {
    fn of(req: &HttpRequest, payload: &mut Payload) -> std::result::Result<Self, Error> {
        let Arg(slug) = Arg::<Slug>::from_request(req, payload).into_inner()?;
        let Arg(ticket) = Arg::<Token>::from_request(req, payload).into_inner()?;
        let reader = Reader::from_request(req, payload).into_inner()?;
        let site = req.app_data::<Data<Site>>().ok_or(Error::FAULT)?;
        let front = req.app_data::<Data<Front>>().ok_or(Error::FAULT)?;
        let intake = req.app_data::<Data<Intake>>().ok_or(Error::FAULT)?;
        Ok(Self {
            shown: front.shelf.at(&slug)?,
            id: intake.links.open_ticket(&ticket),
            site: site.clone(),
            front: front.clone(),
            intake: intake.clone(),
            reader,
            ticket,
        })
    }

    /// What was typed in; none when it is settled or forgotten.
    async fn typed(&self, db: &Db) -> std::result::Result<Option<Shadow>, Error> {
        let (id, petition) = (self.id, self.shown.petition.id);
        if let Some(shadow) = self.intake.shadows.find(id) {
            return Ok(Some(shadow).filter(|shadow| shadow.petition == petition));
        }
        let found = db.read(move |conn| {
            let Some(waiting) = pending::find_under(conn, petition, id)? else {
                return Ok::<_, db::Error>(None);
            };
            Ok(Some((waiting, said(conn, id)?)))
        });
        Ok(found.await?.map(|(waiting, reason)| Shadow {
            petition,
            signer: waiting.pending.signer,
            choice: waiting.pending.choice,
            share: waiting.pending.share,
            reason: reason.map(|reason| reason.words),
        }))
    }

    /// The page, with what was said.
    ///
    /// # Errors
    /// 503 while the database is away.
    pub async fn page(&self, db: &Db, said: Said, status: StatusCode) -> Result {
        let typed = self.typed(db).await?;
        let share = typed.as_ref().and_then(|typed| typed.share.as_ref());
        let reason = typed.as_ref().and_then(|typed| typed.reason.clone());
        let signer = typed.as_ref().map(|typed| &typed.signer);
        let words = self.reader.words(&self.site);
        let (w, lang) = (&*words, words.lang());
        let slug = &self.shown.petition.slug;
        let now = self.site.clock.now();
        let suggestion = signer.and_then(|s| email::suggestion_for(&s.email));
        let frame = parts::frame(&self.site, w, &self.shown, w.say("check-tab"));
        let page = CheckMailPage {
            frame: frame.with_errors(!said.errors.is_empty()),
            w,
            about: About::of(&self.shown, lang),
            email: signer.map_or(w.say("check-your-address"), |s| s.email.as_str()),
            suggestion: suggestion.as_deref(),
            sender: parts::sender(w, &self.shown),
            token: "",
            resend_action: urls::resend(lang, slug, &self.ticket),
            change_action: urls::change_address(lang, slug, &self.ticket),
            code_action: urls::enter_code(lang, slug, &self.ticket),
            notice: said.notice.map(|key| w.say(key).to_owned()),
            typed_email: said.typed_email,
            is_watched: said.is_watched,
            typed_code: said.typed_code,
            errors: said.errors,
            line: signer.map_or_else(Line::default, |signer| parts::line(&self.shown, signer)),
            promised: typed
                .as_ref()
                .and_then(|typed| self.shown.promised(typed.choice, lang)),
            progress: self.front.board.progress(w, &self.shown, now),
            next: parts::steps(w, &self.shown, false, now),
            share: parts::share(&self.site, w, &self.shown, share),
            why: Why::waiting(urls::say_why(lang, slug, &self.ticket), reason),
        };
        private_page(status, &page)
    }

    /// The page again, saying what has to be put right: 422.
    ///
    /// # Errors
    /// 503 while the database is away.
    pub async fn refuse(&self, db: &Db, said: Said) -> Result {
        self.page(db, said, StatusCode::UNPROCESSABLE_ENTITY).await
    }

    /// Leads back to the page of a ticket, which says what was done.
    #[must_use]
    pub fn back(&self, ticket: &Token, done: &str) -> HttpResponse {
        let lang = self.reader.interface();
        let here = urls::check_mail(lang, &self.shown.petition.slug, ticket);
        see_other(&format!("{here}?done={done}"))
    }
}
