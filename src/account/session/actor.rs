//! Who asks: somebody signed in. Every page of the console takes it.

use super::guard::FormGuard;
use super::return_to::stands_on;
use crate::account::BrowserVisit;
use crate::account::ReturnTo;
use crate::account::model::{Membership, Organization, Organizer, Role, Session};
use crate::account::policy::{Action, may};
use crate::account::store::activity::Doer;
use crate::account::store::{person, session};
use crate::base::time::minutes;
use crate::base::{Id, Lang, Time, Token};
use crate::db::Db;
use crate::web::answers::answer::{ErrorWithPage, see_other};
use crate::web::{AppCookie, Error, SentForm, Site, urls};
use crate::words::Words;
use actix_web::body::BoxBody;
use actix_web::dev::Payload;
use actix_web::http::{Method, StatusCode};
use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest, HttpResponse, ResponseError};
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

/// How much later "last seen" is written again: a session page needs no more, and a page view should not be a write.
const SEEN_EVERY: Duration = minutes(1);

/// Somebody signed in, with what they may do where, as the database says at this request.
#[derive(Debug)]
pub struct Actor {
    /// Who.
    pub id: Id<Organizer>,
    /// Shown to colleagues.
    pub name: String,
    /// Their address.
    pub email: String,
    /// The language of their pages.
    pub lang: Lang,
    /// The session they ask in.
    pub session: Session,
    /// Where they work, by name.
    pub memberships: Vec<Membership>,
    /// Whether they run this site, which is no right in any organization.
    pub is_operator: bool,
    /// Whether they have a second factor.
    pub has_second_factor: bool,
    /// When they last put one off.
    pub(crate) put_off_at: Option<Time>,
    /// The kind of browser they ask with, and its network without its end.
    place: String,
    /// The page they read, and where that leads on to: whoever changes the language comes back to it.
    pub(crate) stands_on: (Option<ReturnTo>, Option<ReturnTo>),
    guard: FormGuard,
}

impl Actor {
    /// Them, for the activity log.
    #[must_use]
    pub fn doer(&self, now: Time) -> Doer {
        Doer::new(self.id, &self.name, &self.place, now)
    }

    /// Whether they may do that there.
    ///
    /// # Errors
    /// 404 when they do not belong there, so that nobody learns what other organizations have; 403 when their role does
    /// not allow it.
    pub(crate) fn allow(
        &self,
        action: Action,
        organization: Id<Organization>,
    ) -> Result<(), Error> {
        let place = self.place(organization).ok_or(Error::NOT_FOUND)?;
        match may(place.role, action) {
            true => Ok(()),
            false => Err(Error::FORBIDDEN),
        }
    }

    /// What they are there; none where they do not belong.
    #[must_use]
    pub fn role_in(&self, organization: Id<Organization>) -> Option<Role> {
        self.place(organization).map(|place| place.role)
    }

    /// What an organization is called in which they work.
    #[must_use]
    pub fn organization_name(&self, organization: Id<Organization>) -> Option<&str> {
        self.place(organization).map(|place| place.name.as_str())
    }

    fn place(&self, organization: Id<Organization>) -> Option<&Membership> {
        let mut places = self.memberships.iter();
        places.find(|place| place.organization == organization)
    }

    /// Where they may do that.
    pub fn places(&self, action: Action) -> impl Iterator<Item = &Membership> {
        self.memberships
            .iter()
            .filter(move |place| may(place.role, action))
    }

    /// Whether they proved within five minutes who they are, by passphrase, and by a code where they have a second factor.
    #[must_use]
    pub fn proved_lately(&self, now: Time) -> bool {
        self.session.is_proved(now)
    }

    /// The value of the hidden field `guard` in every form of the console.
    #[must_use]
    pub fn guard(&self) -> String {
        self.guard.to_string()
    }

    /// Makes a form that was written before the actor's now.
    pub(crate) fn guards(&self, form: &mut SentForm) {
        form.fields.retain(|(name, _)| name != "guard");
        form.fields.push(("guard".to_owned(), self.guard()));
    }

    /// The same, to be compared.
    pub(crate) fn form_guard(&self) -> &FormGuard {
        &self.guard
    }

    /// The words of their language.
    #[must_use]
    pub fn words(&self, site: &Site) -> Arc<Words> {
        site.words(self.lang)
    }

    /// Who holds the cookie of this request.
    pub(crate) async fn of(req: &HttpRequest) -> Result<Option<Self>, Error> {
        let site = req.app_data::<Data<Site>>().ok_or(Error::FAULT)?;
        match AppCookie::Session.read(req, site) {
            Some(token) => {
                let found = Self::with(req, &token).await?;
                let stands_on = stands_on(req);
                Ok(found.map(|actor| Self { stands_on, ..actor }))
            }
            None => Ok(None),
        }
    }

    /// Who holds this session.
    pub(crate) async fn with(req: &HttpRequest, token: &Token) -> Result<Option<Self>, Error> {
        let site = req.app_data::<Data<Site>>().ok_or(Error::FAULT)?;
        let db = req.app_data::<Data<Db>>().ok_or(Error::FAULT)?;
        let now = site.clock.now();
        let hash = token.hash();
        let Some(found) = db.read(move |conn| session::find(conn, &hash, now)).await? else {
            return Ok(None);
        };
        let id = found.session.id;
        if now.since(found.session.last_seen_at) >= SEEN_EVERY {
            // a database that cannot be written keeps nobody from reading
            let who = found.organizer.id;
            let seen = db.write(move |tx| {
                session::seen(tx, id, now)?;
                person::seen(tx, who, now)
            });
            let _ = seen.await;
        }
        Ok(Some(Self {
            guard: FormGuard::of(&site.secrets, id, found.organizer.id),
            id: found.organizer.id,
            name: found.organizer.name,
            email: found.organizer.email,
            lang: found.organizer.lang,
            session: found.session,
            memberships: found.memberships,
            is_operator: found.is_operator,
            has_second_factor: found.has_second_factor,
            put_off_at: found.put_off_at,
            place: BrowserVisit::of(req).place(),
            stands_on: (None, None),
        }))
    }
}

impl FromRequest for Actor {
    type Error = NotSignedIn;
    type Future = Pin<Box<dyn Future<Output = Result<Self, NotSignedIn>>>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        let req = req.clone();
        Box::pin(async move {
            match Self::of(&req).await {
                Ok(Some(actor)) => Ok(actor),
                Ok(None) => Err(NotSignedIn::at(&req)),
                Err(fault) => Err(NotSignedIn::Fault(fault)),
            }
        })
    }
}

/// What somebody who is not signed in gets instead of a page of the console.
#[derive(Debug)]
pub enum NotSignedIn {
    /// Asked for a page: to sign in, and then there.
    Page(Option<ReturnTo>),
    /// Sent a form: 401, so that what was typed is still in the browser.
    Form,
    /// Sent a form, which is kept on a page: status and HTML.
    Kept(StatusCode, String),
    /// Sent a form in which nothing was written, and has signed in since: back to the page it stood on.
    Back(String),
    /// It could not be found out, or the form itself was refused.
    Fault(Error),
}

impl NotSignedIn {
    pub(crate) fn at(req: &HttpRequest) -> Self {
        if matches!(*req.method(), Method::GET | Method::HEAD) {
            Self::Page(ReturnTo::parse(req.path()))
        } else {
            Self::Form
        }
    }

    fn error(&self) -> Option<Error> {
        match self {
            Self::Page(_) | Self::Kept(..) | Self::Back(_) => None,
            Self::Form => Some(Error::UNAUTHORIZED),
            Self::Fault(error) => Some(*error),
        }
    }
}

impl From<Error> for NotSignedIn {
    fn from(error: Error) -> Self {
        Self::Fault(error)
    }
}

impl fmt::Display for NotSignedIn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not signed in")
    }
}

impl ResponseError for NotSignedIn {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::Kept(status, _) => *status,
            other => other.error().map_or(StatusCode::SEE_OTHER, Error::status),
        }
    }

    fn error_response(&self) -> HttpResponse<BoxBody> {
        match self {
            Self::Page(next) => see_other(&urls::sign_in(next.as_ref().map(ReturnTo::as_str))),
            Self::Form => Error::UNAUTHORIZED.error_response(),
            Self::Back(path) => see_other(path),
            Self::Kept(status, html) => {
                let mut page = HttpResponse::build(*status);
                page.content_type("text/html; charset=utf-8");
                page.extensions_mut().insert(ErrorWithPage);
                page.body(html.clone())
            }
            Self::Fault(error) => error.error_response(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Secrets;

    #[test]
    fn a_stranger_hears_not_there_and_a_colleague_may_not() {
        let now = Time::from_micros(1_800_000_000_000_000);
        let (mine, theirs) = (Id::new(now), Id::new(now));
        let mut actor = Actor {
            id: Id::new(now),
            name: String::new(),
            email: String::new(),
            lang: Lang::EN,
            session: Session {
                id: Id::new(now),
                device: String::new(),
                created_at: now,
                last_seen_at: now,
                proved_at: now,
                expires_at: now,
            },
            memberships: vec![Membership {
                organization: mine,
                name: String::new(),
                role: Role::Editor,
                needs_second_factor: false,
            }],
            is_operator: true,
            has_second_factor: false,
            put_off_at: None,
            place: String::new(),
            stands_on: (None, None),
            guard: FormGuard::of(&Secrets::for_test(), Id::new(now), Id::new(now)),
        };
        assert_eq!(actor.allow(Action::EditPetition, mine), Ok(()));
        assert_eq!(
            actor.allow(Action::ExportSigners, mine),
            Err(Error::FORBIDDEN)
        );
        assert_eq!(
            actor.allow(Action::EditPetition, theirs),
            Err(Error::NOT_FOUND)
        );
        assert_eq!(actor.places(Action::PublishPetition).count(), 0);
        // that she runs the site gives her none of it
        assert_eq!(actor.allow_operator().unwrap_err().status(), 403);
        actor.has_second_factor = true;
        assert_eq!(actor.allow_operator(), Ok(()));
        actor.is_operator = false;
        assert_eq!(actor.allow_operator(), Err(Error::NOT_FOUND));
    }
}
