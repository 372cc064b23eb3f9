//! POST /organize/operator/mail/test: sends the operator a message, to see whether mail arrives. To their own address only.

use super::test_letter;
use crate::account::OperatorForm;
use crate::account::model::Organizer;
use crate::account::session::press::PressFields;
use crate::base::time::minutes;
use crate::base::{Clock, Id};
use crate::db::Db;
use crate::mail::OutboxSignal;
use crate::web::answers::answer::see_other;
use crate::web::{Buckets, Error, Result, Site, urls};
use actix_web::web::Data;
use std::sync::Arc;

/// Seconds until one may surely ask for another.
const WAIT: u32 = 120;

/// How often one operator may have a test message sent: five in ten minutes.
#[derive(Clone)]
pub struct TestLetters(Arc<Buckets<Id<Organizer>>>);

impl TestLetters {
    /// Nobody has asked for one yet.
    #[must_use]
    pub fn new(clock: &Clock) -> Self {
        Self(Arc::new(Buckets::new(clock, 5, minutes(10))))
    }
}

/// Queues it, and leads to the page that tells what became of it.
///
/// # Errors
/// 404 for who is no operator; 429 after five in ten minutes.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    limit: Data<TestLetters>,
    bell: Data<OutboxSignal>,
    sent: OperatorForm<PressFields>,
) -> Result {
    let actor = sent.actor;
    if !limit.0.admits(&actor.id) {
        return Err(Error::too_many(WAIT).saying("operator-test-many"));
    }
    let now = site.clock.now();
    let id = Id::new(now);
    let own = site.clone();
    db.write(move |tx| test_letter::queue(tx, &own, &actor, id, now))
        .await?;
    bell.ring();
    Ok(see_other(&urls::operator_mail_after(id)))
}
