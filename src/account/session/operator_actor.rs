//! Who runs this site: an operator, which nobody is by a role. Whoever is none hears that there are no such pages; whoever is one
//! sets a second factor up first. An operator has no right in any organization by it.

use super::organizer_form::OrganizerForm;
use crate::account::{Actor, NotSignedIn, ReturnTo};
use crate::web::{Error, Fields, urls};
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use std::future::Future;
use std::pin::Pin;

impl Actor {
    /// Whether they may see and do what is the operator's alone.
    ///
    /// # Errors
    /// 404 for who is no operator; 403 for an operator without a second factor.
    pub fn allow_operator(&self) -> Result<(), Error> {
        match (self.is_operator, self.has_second_factor) {
            (false, _) => Err(Error::NOT_FOUND),
            (true, false) => Err(Error::FORBIDDEN.saying("problem-403-second-factor")),
            (true, true) => Ok(()),
        }
    }

    /// Whether they are an operator who has to set a second factor up first.
    #[must_use]
    pub(crate) fn lacks_operator_factor(&self) -> bool {
        self.is_operator && !self.has_second_factor
    }
}

/// An operator who asks for one of the operator's pages; one without a second factor is led to where it is set up.
#[derive(Debug)]
pub struct OperatorActor(pub Actor);

impl FromRequest for OperatorActor {
    type Error = NotSignedIn;
    type Future = Pin<Box<dyn Future<Output = Result<Self, NotSignedIn>>>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        let req = req.clone();
        Box::pin(async move {
            let actor = Actor::from_request(&req, &mut Payload::None).await?;
            if actor.lacks_operator_factor() {
                let next = ReturnTo::parse(req.path());
                let path = urls::ask_second_factor(next.as_ref().map(ReturnTo::as_str));
                return Err(NotSignedIn::Back(path));
            }
            actor.allow_operator()?;
            Ok(Self(actor))
        })
    }
}

/// A form that an operator sent. Whoever is none hears 404 whatever the form holds.
#[derive(Debug)]
pub struct OperatorForm<T> {
    /// Who.
    pub actor: Actor,
    /// What was typed.
    pub fields: T,
}

impl<T: Fields + 'static> FromRequest for OperatorForm<T> {
    type Error = NotSignedIn;
    type Future = Pin<Box<dyn Future<Output = Result<Self, NotSignedIn>>>>;

    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (req, mut payload) = (req.clone(), payload.take());
        Box::pin(async move {
            if let Some(actor) = Actor::of(&req).await? {
                actor.allow_operator()?;
            }
            let sent = OrganizerForm::<T>::from_request(&req, &mut payload).await?;
            // Who signed in with the form, or is somebody else by now.
            sent.actor.allow_operator()?;
            Ok(Self {
                actor: sent.actor,
                fields: sent.fields,
            })
        })
    }
}
