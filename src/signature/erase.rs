//! GET /m/{token}/erase: asks. POST: deletes a signer's details, and counts them on or not.

use super::confirming::Confirming;
use super::front::Front;
use super::link::Links;
use super::model::{Reason, Signature, State};
use super::parts;
use super::settle::campaign;
use super::spoken::reason_of;
use super::store::{owned, settle, signed};
use crate::base::{Email, Id, Strictness, Time, Token};
use crate::db::{self, Db, Tx};
use crate::mail::model::{Kind, Outgoing};
use crate::mail::{post_all, store as mail};
use crate::petition::About;
use crate::reason;
use crate::tally::{self, Change, Tally};
use crate::web::answer::{private_page, see_other};
use crate::web::page::Frame;
use crate::web::{Arg, Error, Fields, Guarded, Result, Site, Source, stamp, urls};
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use askama::Template;
use serde::Deserialize;

#[derive(Template)]
#[template(path = "signature/erase.html")]
struct ErasePage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    about: About<'a>,
    name: &'a str,
    action: String,
    keep_href: String,
    token: String,
    /// Whether it counts now, and so can go on counting.
    is_counted: bool,
}

/// The page that asks. Changes nothing.
///
/// # Errors
/// 404 for a link that is nobody's, 410 when it is done already, 429 over 60 a minute, 503 while the
/// database is away.
pub async fn get(
    site: Data<Site>,
    front: Data<Front>,
    confirming: Data<Confirming>,
    db: Data<Db>,
    Arg(token): Arg<Token>,
    source: Source,
) -> Result {
    confirming.admit(source)?;
    let id = confirming.links.open_own(&token);
    let found = db.read(move |conn| signed::find(conn, id)).await?;
    let found = found.ok_or(Error::NOT_FOUND)?;
    let signer = found.signer.ok_or(Error::GONE.saying("own-erased"))?;
    let signature = &found.signature;
    let shown = front
        .shelf
        .get(signature.petition)
        .ok_or(Error::NOT_FOUND)?;
    let words = site.words(signature.lang);
    let now = site.clock.now();
    let page = ErasePage {
        frame: parts::frame(&site, &words, &shown, words.say("erase-title")),
        w: &words,
        about: About::of(&shown, signature.lang),
        name: &signer.name,
        action: urls::own_erase(&token),
        keep_href: urls::own(&token),
        token: stamp::make(&site.stamp_key, "erase", token.as_bytes(), now),
        is_counted: signature.state == State::Counted,
    };
    private_page(StatusCode::OK, &page)
}

/// What the buttons send.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wish {
    #[serde(default)]
    token: String,
    choice: String,
}

impl Fields for Wish {}

/// Deletes. Leads to the link's own page, which is gone from then on.
///
/// # Errors
/// As [`get`]; 409 with a page older than an hour or of another link; 422 without a choice.
pub async fn post(
    site: Data<Site>,
    front: Data<Front>,
    confirming: Data<Confirming>,
    db: Data<Db>,
    Arg(token): Arg<Token>,
    source: Source,
    form: Guarded<Wish>,
) -> Result {
    confirming.admit(source)?;
    let fields = form.fields;
    let counts_on = match fields.choice.as_str() {
        "all" => false,
        "counted" => true,
        _ => return Err(Error::UNPROCESSABLE),
    };
    let now = site.clock.now();
    let about = token.as_bytes();
    stamp::recent(&site.stamp_key, "erase", about, &fields.token, now)?;
    let (links, id) = (confirming.links.clone(), confirming.links.open_own(&token));
    let shelf = front.shelf.clone();
    let erased = db
        .write(move |tx| {
            let Some(found) = signed::find(tx, id)? else {
                return Ok::<_, db::Error>(None);
            };
            let shown = shelf.get(found.signature.petition);
            let is_told = shown.is_some_and(|shown| !shown.petition.settings.discreet);
            Ok(Some(erase(tx, &links, id, (counts_on, is_told), now)?))
        })
        .await?;
    if let Some(tally) = erased.ok_or(Error::NOT_FOUND)? {
        confirming.note(&tally);
        confirming.sweep.is_due();
        confirming.bell.ring();
        front.look_again(&db, &tally).await?;
    }
    Ok(see_other(&urls::own(&token)))
}

/// Deletes everything personal of a signature. It goes on counting, as somebody without a name, or
/// it is taken out of the number and nothing in its row says any more whose it was. A last letter says so (G6); its address
/// goes when it is sent. The mailbox hears of one signature a year from then on, as a keyed hash alone (G16). None when it was done before.
///
/// # Errors
/// A fault of the database; nothing is deleted then.
pub fn erase(
    tx: &mut Tx<'_>,
    links: &Links,
    id: Id<Signature>,
    (counts_on, is_told): (bool, bool),
    now: Time,
) -> db::Result<Option<Tally>> {
    let Some(before) = signed::find(tx, id)? else {
        return Ok(None);
    };
    let petition = before.signature.petition;
    tally::store::take_turn(tx, &[petition])?;
    // Read again: somebody may have been quicker before our turn.
    let Some(found) = signed::find(tx, id)? else {
        return Ok(None);
    };
    let Some(signer) = found.signer else {
        return Ok(None);
    };
    let mut reasons = owned::erase(tx, petition, &[id])?;
    reasons.push(id);
    let reasons: Vec<_> = reasons.into_iter().map(reason_of).collect();
    reason::store::gone(tx, &reasons, now)?;
    mail::call_off(tx, &[Id::from_bytes(*id.as_bytes())], now)?;
    if let Ok(email) = Email::parse(&signer.email, Strictness::Testing) {
        let mailbox = links.mailbox(&email);
        mail::erased(tx, mailbox, campaign(petition), now)?;
        if is_told {
            post_all(
                tx,
                &[last_letter(&found.signature, signer.email, mailbox, now)],
                now,
            )?;
        }
    }
    let state = found.signature.state;
    let mut by = Change::default();
    if !(counts_on && state == State::Counted) {
        match state {
            State::Counted => {
                settle::move_state(tx, id, (state, State::Withdrawn), None, now)?;
                (by.counted, by.withdrawn) = (-1, 1);
            }
            State::Held => {
                let reason = Some(Reason::Erased);
                settle::move_state(tx, id, (state, State::Removed), reason, now)?;
                (by.held, by.removed) = (-1, 1);
            }
            State::Withdrawn | State::Removed => {}
        }
        // Only now: the move takes it out of the count of its source too.
        owned::forget_addresses(tx, &[(id, Token::random().hash().0)])?;
    }
    tally::store::add(tx, petition, by, now).map(Some)
}

/// What says by mail that it is done.
fn last_letter(signature: &Signature, email: String, mailbox: [u8; 32], now: Time) -> Outgoing {
    Outgoing {
        kind: Kind::Erased,
        // Not under the petition: the mailbox has just been promised that it is left alone.
        petition: None,
        subject: Id::from_bytes(*signature.petition.as_bytes()),
        lang: signature.lang,
        recipient: Some(email),
        arguments: None,
        mailbox,
        once_key: Some(format!("erased:{}", signature.id)),
        due_at: now,
    }
}
