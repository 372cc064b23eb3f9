//! A form of the console: let in only with the session it was written for, and never lost.
//!
//! The form carries `actor.guard()` in its hidden field `guard`: a second wall behind the check of where a request comes from
//! (T17), which comes first, so that nothing of a foreign form is ever shown.
//!
//! Whoever wrote for so long that the session ended gets a page that holds the form and asks to sign in. It is sent to the
//! same address, and then what was written stands in its form again ([`DraftForm`]), or waits for one press ([`OrganizerForm`]).

use super::guard::{GuardText, for_whom};
use super::kept_form::{Credentials, KeptForm};
use super::sign_in_entry::{Denied, SignInEntry};
use super::visit::{Entered, session_cookie};
use crate::account::model::Organizer;
use crate::account::store::person;
use crate::account::{Actor, BrowserVisit, Familiar, NotSignedIn, SignInParts};
use crate::base::Id;
use crate::db::Db;
use crate::web::{
    Error, Fields, File, SentForm, SetsCookie, Site, Source, Uploads, gather, is_multipart, pairs,
    parts,
};
use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_LENGTH, CONTENT_TYPE, HeaderName, ORIGIN, REFERER};
use actix_web::web::Data;
use actix_web::{FromRequest, HttpMessage, HttpRequest};
use std::future::Future;
use std::pin::Pin;

/// Who sent a form, and what it holds.
#[derive(Debug)]
pub struct OrganizerForm<T> {
    /// Who.
    pub actor: Actor,
    /// What was typed.
    pub fields: T,
}

/// The same for a form that people write into for long.
#[derive(Debug)]
pub struct DraftForm<T> {
    /// Who.
    pub actor: Actor,
    /// What was typed.
    pub fields: T,
    /// Whether it was written in an earlier session: then nothing is saved, and the form is shown with all of it.
    pub is_from_before: bool,
}

impl<T: Fields + 'static> FromRequest for OrganizerForm<T> {
    type Error = NotSignedIn;
    type Future = Pin<Box<dyn Future<Output = Result<Self, NotSignedIn>>>>;

    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (req, payload) = (req.clone(), payload.take());
        Box::pin(async move {
            let sent = PostedForm::<T>::take(&req, payload).await?;
            if sent.is_from_before {
                let (req, form) = (&req, &sent.form);
                return Err(KeptForm { req, form }.wait_for_a_press(&sent.actor));
            }
            Ok(Self {
                actor: sent.actor,
                fields: sent.fields,
            })
        })
    }
}

impl<T: Fields + 'static> FromRequest for DraftForm<T> {
    type Error = NotSignedIn;
    type Future = Pin<Box<dyn Future<Output = Result<Self, NotSignedIn>>>>;

    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (req, payload) = (req.clone(), payload.take());
        Box::pin(async move {
            let sent = PostedForm::<T>::take(&req, payload).await?;
            Ok(Self {
                actor: sent.actor,
                fields: sent.fields,
                is_from_before: sent.is_from_before,
            })
        })
    }
}

/// The same for a form with a file.
#[derive(Debug)]
pub struct DraftUpload<T> {
    /// Who.
    pub actor: Actor,
    /// What was typed.
    pub fields: T,
    /// Whether it was written in an earlier session.
    pub is_from_before: bool,
    /// The file. Nobody who is not signed in has one kept: what they typed is, and has the field [`LOST`] then.
    pub file: File,
}

/// Says of a form that a file came with it that could not be kept.
pub(crate) const LOST: &str = "lost";

impl<T: Uploads + 'static> FromRequest for DraftUpload<T> {
    type Error = NotSignedIn;
    type Future = Pin<Box<dyn Future<Output = Result<Self, NotSignedIn>>>>;

    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (req, mut payload) = (req.clone(), payload.take());
        Box::pin(async move {
            let mut file = File::None;
            let kept = &mut file;
            let read = async |is_known: bool| {
                let kind = req.headers().get(CONTENT_TYPE);
                let kind = kind.and_then(|kind| kind.to_str().ok());
                if !kind.is_some_and(is_multipart) {
                    // a page that kept the form has no file any more
                    return pairs::<T>(&req, &mut payload).await;
                }
                let limit = if is_known { T::FILE_LIMIT } else { 0 };
                let (mut fields, sent) = parts::<T>(&req, payload.take(), limit).await?;
                if !is_known && sent != File::None {
                    fields.retain(|(name, _)| name != LOST);
                    fields.push((LOST.to_owned(), "1".to_owned()));
                } else {
                    *kept = sent;
                }
                Ok(fields)
            };
            let sent = PostedForm::<T>::take_with(&req, read).await?;
            Ok(Self {
                actor: sent.actor,
                fields: sent.fields,
                is_from_before: sent.is_from_before,
                file,
            })
        })
    }
}

/// A form that was sent by somebody who is signed in, or signs in with it.
pub(super) struct PostedForm<T> {
    pub(super) actor: Actor,
    pub(super) fields: T,
    pub(super) form: SentForm,
    pub(super) is_from_before: bool,
}

impl<T: Fields + 'static> PostedForm<T> {
    async fn take(req: &HttpRequest, mut payload: Payload) -> Result<Self, NotSignedIn> {
        Self::take_with(req, async |_| pairs::<T>(req, &mut payload).await).await
    }

    /// The same with its fields read so; told whether somebody is signed in.
    pub(super) async fn take_with(
        req: &HttpRequest,
        read: impl AsyncFnOnce(bool) -> Result<Vec<(String, String)>, Error>,
    ) -> Result<Self, NotSignedIn> {
        let known = Actor::of(req).await;
        let is_known = matches!(known, Ok(Some(_)));
        if !is_known && (T::IS_SECRET || !says_where_from(req)) {
            return Err(known.err().map_or(NotSignedIn::Form, NotSignedIn::Fault));
        }
        let _turn = match is_known {
            true => None,
            false => {
                let length = req.headers().get(CONTENT_LENGTH);
                let length = length.and_then(|length| length.to_str().ok()?.parse().ok());
                data::<SignInParts>(req)?.turn(length)?
            }
        };
        let mut all = read(is_known).await?;
        let credentials = Credentials::take(&mut all, req);
        let mut form = SentForm {
            action: req.path().to_owned(),
            fields: all.clone(),
            texts: T::TEXTS,
        };
        let guarded = gather::<T>(all)?;
        let given = guarded.guard.unwrap_or_default();
        let entered = match known {
            Ok(Some(actor)) => Ok(actor),
            Ok(None) => enter(req, &form, &given, credentials).await,
            Err(fault) => Err(fault.into()),
        };
        let judged = match entered {
            Ok(actor) => judge(req, actor, &form, &given).await,
            Err(error) => Err(error),
        };
        let is_shown = !T::TEXTS.is_empty() && !T::IS_SECRET;
        match judged {
            Ok((actor, is_from_before)) => {
                actor.guards(&mut form);
                if is_shown {
                    req.extensions_mut().insert(form.clone());
                }
                Ok(Self {
                    actor,
                    fields: guarded.fields,
                    form,
                    is_from_before: is_from_before || !is_known,
                })
            }
            // The page of a fault carries the form too.
            Err(NotSignedIn::Fault(error)) if is_shown && error.status().is_server_error() => {
                req.extensions_mut().insert(form);
                Err(error.into())
            }
            Err(error) => Err(error),
        }
    }
}

/// Whether the actor wrote the form in an earlier session; an error when it was not written for them.
async fn judge(
    req: &HttpRequest,
    actor: Actor,
    form: &SentForm,
    given: &str,
) -> Result<(Actor, bool), NotSignedIn> {
    let site = data::<Site>(req)?;
    let other = match actor.form_guard().judge(&site.secrets, given) {
        GuardText::Here => return Ok((actor, false)),
        GuardText::Before => return Ok((actor, true)),
        GuardText::Elsewhere(other) => other,
    };
    match other {
        Some(other) if is_somebody(req, other).await? => {
            Err(KeptForm { req, form }.of_another(&actor))
        }
        _ => Err(forged()),
    }
}

/// Whether there is such an organizer.
async fn is_somebody(req: &HttpRequest, id: Id<Organizer>) -> Result<bool, Error> {
    let db = data::<Db>(req)?;
    let known = db.read(move |conn| person::find(conn, id)).await?;
    Ok(known.is_some())
}

/// A part of the program.
pub(super) fn data<T: 'static>(req: &HttpRequest) -> Result<&T, Error> {
    Ok(req.app_data::<Data<T>>().ok_or(Error::FAULT)?.get_ref())
}

fn forged() -> NotSignedIn {
    Error::FORBIDDEN.saying("problem-403-guard").into()
}

/// Whether the request says which page made it. What it says was judged before: only our own pages come here.
fn says_where_from(req: &HttpRequest) -> bool {
    let names = [HeaderName::from_static("sec-fetch-site"), ORIGIN, REFERER];
    names.iter().any(|name| req.headers().contains_key(name))
}

/// Lets in whoever signs in with the form; else the page that asks for it, which keeps the form.
async fn enter(
    req: &HttpRequest,
    form: &SentForm,
    guard: &str,
    credentials: Option<Credentials>,
) -> Result<Actor, NotSignedIn> {
    let (site, db) = (data::<Site>(req)?, data::<Db>(req)?);
    let kept = KeptForm { req, form };
    // A form that we wrote for nobody is not shown again.
    let whom = for_whom(&site.secrets, guard).ok_or(NotSignedIn::Form)?;
    if !is_somebody(req, whom).await? {
        return Err(NotSignedIn::Form);
    }
    let Some(credentials) = credentials else {
        let typed = Credentials::none(req);
        return Err(kept.ask(&typed, None, StatusCode::UNAUTHORIZED));
    };
    let refused = |key, status| {
        Err(match &credentials.code {
            Some((begun, _)) => kept.ask_code(&credentials, begun, Some(key), status),
            None => kept.ask(&credentials, Some(key), status),
        })
    };
    let none = &mut Payload::None;
    let entry = SignInEntry {
        site,
        db,
        door: data::<SignInParts>(req)?,
        source: Source::from_request(req, none).await?,
        familiar: Familiar::from_request(req, none).await?,
        visit: BrowserVisit::from_request(req, none).await?,
    };
    let (email, password) = (&credentials.email, &credentials.password);
    let entered = match &credentials.code {
        Some((begun, code)) => entry.finish(begun, code).await.map(Entered::In),
        None => entry.enter(email, password).await,
    };
    match entered {
        Ok(Entered::NeedsCode(begun)) => {
            Err(kept.ask_code(&credentials, &begun, None, StatusCode::UNAUTHORIZED))
        }
        Ok(Entered::In(session)) => {
            let cookie = session_cookie(site, &session);
            req.extensions_mut().insert(SetsCookie(cookie));
            let actor = Actor::with(req, &session).await?;
            actor.ok_or(NotSignedIn::Form)
        }
        Err(Denied::Wrong(key)) => refused(key, StatusCode::UNPROCESSABLE_ENTITY),
        Err(Denied::Over) => {
            let key = "error-second-over";
            Err(kept.ask(&credentials, Some(key), StatusCode::UNPROCESSABLE_ENTITY))
        }
        Err(Denied::Not(error)) => {
            refused(error.detail().unwrap_or("problem-503-text"), error.status())
        }
    }
}
