//! What is dangerous is asked of whoever proved lately who they are: pages lead to where it is proved, and a form is kept
//! meanwhile and sent on (accounts.md 22, ASVS 7.5).

use super::kept_form::KeptForm;
use super::organizer_form::{PostedForm, data};
use super::proof::TypedProof;
use super::sign_in_entry::{Denied, SignInEntry};
use super::visit::session_cookie;
use crate::account::{Actor, BrowserVisit, Familiar, NotSignedIn, ReturnTo, SignInParts};
use crate::base::Token;
use crate::db::Db;
use crate::web::{Error, Fields, SetsCookie, Site, Source, pairs, urls};
use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::{FromRequest, HttpMessage, HttpRequest};
use std::future::Future;
use std::pin::Pin;

/// Who sent a form and proved it lately, and what it holds.
#[derive(Debug)]
pub struct ProvedForm<T> {
    /// Who.
    pub actor: Actor,
    /// What was typed.
    pub fields: T,
}

impl<T: Fields + 'static> FromRequest for ProvedForm<T> {
    type Error = NotSignedIn;
    type Future = Pin<Box<dyn Future<Output = Result<Self, NotSignedIn>>>>;

    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (req, mut payload) = (req.clone(), payload.take());
        Box::pin(async move {
            let mut typed = None;
            let proof = &mut typed;
            let read = async |_| {
                let mut all = pairs::<T>(&req, &mut payload).await?;
                *proof = TypedProof::take(&mut all, &req);
                Ok(all)
            };
            let sent = PostedForm::<T>::take_with(&req, read).await?;
            let kept = KeptForm {
                req: &req,
                form: &sent.form,
            };
            if sent.is_from_before {
                return Err(kept.wait_for_a_press(&sent.actor));
            }
            let site = data::<Site>(&req)?;
            if sent.actor.proved_lately(site.clock.now()) {
                return Ok(Self {
                    actor: sent.actor,
                    fields: sent.fields,
                });
            }
            let refused = |key, status| Err(kept.ask_proof(&sent.actor, key, status));
            let Some(typed) = typed else {
                return refused(None, StatusCode::UNAUTHORIZED);
            };
            match prove(&req, &sent.actor, &typed).await {
                Ok(session) => {
                    let cookie = session_cookie(site, &session);
                    req.extensions_mut().insert(SetsCookie(cookie));
                    let actor = Actor::with(&req, &session).await?;
                    Ok(Self {
                        actor: actor.ok_or(NotSignedIn::Form)?,
                        fields: sent.fields,
                    })
                }
                Err(Denied::Wrong(key)) => refused(Some(key), StatusCode::UNPROCESSABLE_ENTITY),
                Err(Denied::Over) => Err(Error::FAULT.into()),
                Err(Denied::Not(error)) => refused(
                    Some(error.detail().unwrap_or("problem-503-text")),
                    error.status(),
                ),
            }
        })
    }
}

async fn prove(req: &HttpRequest, actor: &Actor, typed: &TypedProof) -> Result<Token, Denied> {
    let none = &mut Payload::None;
    let entry = SignInEntry {
        site: data::<Site>(req)?,
        db: data::<Db>(req)?,
        door: data::<SignInParts>(req)?,
        source: Source::from_request(req, none)
            .await
            .map_err(|_| Error::FAULT)?,
        familiar: Familiar::from_request(req, none).await?,
        visit: BrowserVisit::from_request(req, none).await?,
    };
    entry.prove(actor, typed).await
}

/// Somebody signed in who proved it lately; who did not is led there first.
#[derive(Debug)]
pub struct ProvedActor(pub Actor);

impl FromRequest for ProvedActor {
    type Error = NotSignedIn;
    type Future = Pin<Box<dyn Future<Output = Result<Self, NotSignedIn>>>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        let req = req.clone();
        Box::pin(async move {
            let actor = Actor::from_request(&req, &mut Payload::None).await?;
            let now = data::<Site>(&req)?.clock.now();
            if actor.proved_lately(now) {
                return Ok(Self(actor));
            }
            let next = ReturnTo::parse(req.path());
            let path = urls::prove(next.as_ref().map(ReturnTo::as_str));
            Err(NotSignedIn::Back(path))
        })
    }
}
