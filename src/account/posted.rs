//! A form of the console: let in only with the session it was written for.

use super::{Actor, NotSignedIn};
use crate::web::{Error, Fields, Guarded};
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use std::future::Future;
use std::pin::Pin;

/// Who sent a form, and what it holds. The form carries `actor.guard()` in its hidden field `guard`: a second wall
/// behind the check of where a request comes from (T17).
#[derive(Debug)]
pub struct Posted<T> {
    /// Who.
    pub actor: Actor,
    /// What was typed.
    pub fields: T,
}

impl<T: Fields + 'static> FromRequest for Posted<T> {
    type Error = NotSignedIn;
    type Future = Pin<Box<dyn Future<Output = Result<Self, NotSignedIn>>>>;

    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let actor = Actor::from_request(req, &mut Payload::None);
        let form = Guarded::<T>::from_request(req, payload);
        Box::pin(async move {
            let actor = actor.await?;
            let form = form.await?;
            if !actor.is_guarded_by(form.guard.as_deref()) {
                return Err(Error::FORBIDDEN.saying("problem-403-guard").into());
            }
            Ok(Self {
                actor,
                fields: form.fields,
            })
        })
    }
}
