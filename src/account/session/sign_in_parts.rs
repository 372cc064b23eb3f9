//! What coming in needs: hashing, what is guessed first, how often one may try.

use super::familiar::{Familiar, Hosts, LASTS};
use super::sign_in_limits::SignInLimits;
use crate::account::model::Organizer;
use crate::account::passphrase::common::Common;
use crate::account::passphrase::hash::{Cost, Hasher};
use crate::base::time::minutes;
use crate::base::{Id, Token};
use crate::mail::OutboxSignal;
use crate::web::cookies::sealed;
use crate::web::{AppCookie, Buckets, Error, Limit, Site, Source};
use actix_web::dev::Payload;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest};
use std::future::{Ready, ready};
use std::sync::Arc;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Presses of one link that stops notices, in a minute: a mailbox provider presses for all its users.
const STOPS: u32 = 60;
/// Long forms that are read at once of people who are not signed in: each holds at most one mail in every language.
const KEPT_FORMS: usize = 24;
/// Forms up to so many bytes are read of anybody, as the forms of visitors are.
const SHORT: usize = 64 * 1024;

/// Made once when the program starts; handlers ask for it.
pub struct SignInParts {
    /// Keeps and compares passphrases.
    pub hasher: Hasher,
    /// Passphrases that are not taken.
    pub common: Common,
    /// Hosts from which somebody came in before.
    pub hosts: Hosts,
    /// How often a passphrase may be tried.
    pub tries: SignInLimits,
    /// How often one source may ask for a mail, or press a one-time link.
    pub mails: Arc<Limit>,
    /// How often a link that stops notices may be pressed.
    pub stops: Buckets<Id<Organizer>>,
    /// How many forms of people who are not signed in may be read at once.
    kept_forms: Arc<Semaphore>,
    /// Wakes the mail worker.
    pub bell: OutboxSignal,
}

impl SignInParts {
    /// A door of this site.
    #[must_use]
    pub fn new(site: &Site, cost: Cost, bell: OutboxSignal) -> Self {
        Self {
            hasher: Hasher::new(cost),
            common: Common::load(),
            hosts: Hosts::new(site.secrets.key("sign-in hosts")),
            tries: SignInLimits::new(&site.clock, site.secrets.key("sign-in tries")),
            mails: Limit::new(&site.clock, &[(5, minutes(15))]),
            stops: Buckets::new(&site.clock, STOPS, minutes(1)),
            kept_forms: Arc::new(Semaphore::new(KEPT_FORMS)),
            bell,
        }
    }

    /// A place among the few long forms that are read at once of people who are not signed in; a short one needs none.
    ///
    /// # Errors
    /// 503 when there is no place.
    pub(crate) fn turn(
        &self,
        length: Option<usize>,
    ) -> Result<Option<OwnedSemaphorePermit>, Error> {
        if length.is_some_and(|length| length <= SHORT) {
            return Ok(None);
        }
        let free = Arc::clone(&self.kept_forms).try_acquire_owned();
        free.map(Some).map_err(|_| Error::busy(10))
    }

    /// Forgets who has not come lately.
    pub fn tidy(&self) {
        self.tries.tidy();
        self.mails.tidy();
        self.stops.tidy();
    }
}

/// By which this browser is known, if it has a cookie that we have sealed.
fn browser(req: &HttpRequest, site: &Site) -> Option<Token> {
    let cookie = req.cookie(AppCookie::Known.name(site))?;
    let (key, now) = (&site.seal_key, site.clock.now());
    let name: String = sealed::open(key, AppCookie::Known.word(), cookie.value(), now, LASTS)?;
    Token::parse(&name).ok()
}

impl FromRequest for Familiar {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(familiar(req))
    }
}

/// Whether whoever sends this has come in before.
///
/// # Errors
/// 500 outside of the program.
fn familiar(req: &HttpRequest) -> Result<Familiar, Error> {
    let (Some(site), Some(door)) = (
        req.app_data::<Data<Site>>(),
        req.app_data::<Data<SignInParts>>(),
    ) else {
        return Err(Error::FAULT);
    };
    let source = Source::of(req, &site.trusted_proxies);
    Ok(match browser(req, site) {
        Some(name) => Familiar::Browser(name),
        None if door.hosts.has(source, site.clock.now()) => Familiar::Host,
        None => Familiar::Stranger,
    })
}
