//! POST /organize/operator/mail/test: sends the operator a message, to see whether mail arrives. To their own address only.

use super::test_letter::{self, TestLetters};
use crate::account::OperatorForm;
use crate::account::session::press::PressFields;
use crate::db::Db;
use crate::mail::OutboxSignal;
use crate::web::answers::answer::see_other;
use crate::web::{Result, Site, urls};
use actix_web::web::Data;

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
    let back = urls::operator_mail();
    let id = test_letter::ask(&site, &db, &limit, sent.actor, back).await?;
    bell.ring();
    Ok(see_other(&urls::operator_mail_after(id)))
}
