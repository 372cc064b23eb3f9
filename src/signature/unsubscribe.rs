//! GET /c/{token}/unsubscribe: asks. POST: no more letters to this mailbox, for a year.
//!
//! Mailbox providers press this for their users by `List-Unsubscribe-Post` (RFC 8058): without
//! cookies, from anywhere. It stops mail and nothing else: no signature is touched.

use super::confirming::Confirming;
use super::link::Links;
use super::model::Signature;
use super::pages::UnsubscribePage;
use super::store::{pending, signed};
use crate::base::time::days;
use crate::base::{Email, Id, Strictness, Time, Token};
use crate::db::{self, Db, Tx};
use crate::mail::store::never_again;
use crate::web::answer::private_page;
use crate::web::{Arg, Error, Reader, Result, Site, Source, urls};
use actix_web::http::StatusCode;
use actix_web::web::Data;

/// The page that asks. Changes nothing.
///
/// # Errors
/// 429 over 60 a minute.
pub async fn get(
    site: Data<Site>,
    confirming: Data<Confirming>,
    Arg(token): Arg<Token>,
    source: Source,
    reader: Reader,
) -> Result {
    if !confirming.limit.admits(source) {
        return Err(Error::too_many(60));
    }
    let words = reader.words(&site);
    let page = UnsubscribePage {
        frame: site.frame(&words, words.say("unsubscribe-title")),
        w: &words,
        action: Some(urls::unsubscribe(&token)),
    };
    private_page(StatusCode::OK, &page)
}

/// Stops letters. The answer is the same whether the link is somebody's or not.
///
/// # Errors
/// 429 over 60 a minute; 503 while the database is away.
pub async fn post(
    site: Data<Site>,
    confirming: Data<Confirming>,
    db: Data<Db>,
    Arg(token): Arg<Token>,
    source: Source,
    reader: Reader,
) -> Result {
    if !confirming.limit.admits(source) {
        return Err(Error::too_many(60));
    }
    let (links, now) = (confirming.links.clone(), site.clock.now());
    let id = links.open(&token);
    db.write(move |tx| stop_writing(tx, &links, id, now))
        .await?;
    let words = reader.words(&site);
    let page = UnsubscribePage {
        frame: site.frame(&words, words.say("unsubscribed-title")),
        w: &words,
        action: None,
    };
    private_page(StatusCode::OK, &page)
}

/// Suppresses the mailbox behind a pending signature or a signature, in the whole instance, for a
/// year: somebody who signs again after that wants to hear of it.
///
/// # Errors
/// A fault of the database.
pub fn stop_writing(
    tx: &mut Tx<'_>,
    links: &Links,
    id: Id<Signature>,
    now: Time,
) -> db::Result<()> {
    let mailbox = match pending::find(tx, id)? {
        Some(waiting) => Some(waiting.pending.keys.mailbox),
        None => signed::find(tx, id)?
            .and_then(|signed| signed.signer)
            .and_then(|signer| Email::parse(&signer.email, Strictness::Testing).ok())
            .map(|email| links.mailbox(&email)),
    };
    match mailbox {
        Some(mailbox) => never_again(tx, mailbox, None, Some(now.plus(days(365))), now),
        None => Ok(()),
    }
}
