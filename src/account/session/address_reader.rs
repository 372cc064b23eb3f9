//! Who reads addresses of signers: asked first to set a second factor up.

use super::organizer_form::data;
use crate::account::model::Membership;
use crate::account::policy::{Action, may};
use crate::account::{Actor, NotSignedIn, ReturnTo};
use crate::base::Time;
use crate::base::time::days;
use crate::web::{Error, Site, urls};
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

/// How long "not now" lasts.
const PUT_OFF_FOR: Duration = days(7);

/// Whether somebody should have a second factor who has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SecondFactorNeed {
    /// There is one, or nobody asks for it now.
    None,
    /// They see addresses, and are asked.
    Wish,
    /// An organization in which they see addresses lets nobody see them without.
    Rule,
}

fn sees_addresses(place: &Membership) -> bool {
    may(place.role, Action::SeeSigners) || may(place.role, Action::ExportSigners)
}

impl Actor {
    /// Whether they should set one up before they see addresses. A person has one second factor, wherever they work.
    #[must_use]
    pub(crate) fn second_factor_need(&self, now: Time) -> SecondFactorNeed {
        let sees = self.memberships.iter().any(sees_addresses);
        let is_put_off = self.put_off_at.is_some_and(|at| now < at.plus(PUT_OFF_FOR));
        if self.has_second_factor || !sees {
            SecondFactorNeed::None
        } else if self.needed_by().is_some() {
            SecondFactorNeed::Rule
        } else if is_put_off {
            SecondFactorNeed::None
        } else {
            SecondFactorNeed::Wish
        }
    }

    /// The organization by whose rule they need one.
    #[must_use]
    pub(crate) fn needed_by(&self) -> Option<&str> {
        let needs = |place: &&Membership| place.needs_second_factor && sees_addresses(place);
        let place = self.memberships.iter().find(needs)?;
        Some(&place.name)
    }

    /// Keeps whoever lacks a second factor that a rule asks for from sending a form about addresses.
    ///
    /// # Errors
    /// 403, with the sentence that one has to be set up.
    pub fn may_handle_addresses(&self, now: Time) -> Result<(), Error> {
        match self.second_factor_need(now) {
            SecondFactorNeed::Rule => Err(Error::FORBIDDEN.saying("problem-403-second-factor")),
            SecondFactorNeed::None | SecondFactorNeed::Wish => Ok(()),
        }
    }
}

/// Somebody signed in who asks for a page with addresses of signers, or for an export.
#[derive(Debug)]
pub struct AddressReader(pub Actor);

impl FromRequest for AddressReader {
    type Error = NotSignedIn;
    type Future = Pin<Box<dyn Future<Output = Result<Self, NotSignedIn>>>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        let req = req.clone();
        Box::pin(async move {
            let actor = Actor::from_request(&req, &mut Payload::None).await?;
            let now = data::<Site>(&req)?.clock.now();
            if actor.second_factor_need(now) == SecondFactorNeed::None {
                return Ok(Self(actor));
            }
            let next = ReturnTo::parse(req.path());
            let path = urls::ask_second_factor(next.as_ref().map(ReturnTo::as_str));
            Err(NotSignedIn::Back(path))
        })
    }
}
