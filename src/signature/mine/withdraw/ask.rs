//! GET /m/{token}/withdraw: asks before withdrawing, and tells that it is done. POST: withdraws, or within a day counts again.
//! GET /c/{token}/withdraw: leads on from mails of before.
//!
//! Withdrawing is not part of confirming, so that no scanner that presses everything takes a
//! signature back (T06). A machine that gets as far as here can: so a mail brings the way back.

use super::pages::{WithdrawPage, WithdrawnPage};
use crate::base::{Email, Gone, Time, Token};
use crate::count::Tally;
use crate::db::{self, Db, Tx};
use crate::mail::model::{Kind, NewMessage, Urgency};
use crate::mail::queue;
use crate::petition::guard::gone;
use crate::petition::{About, PublicPetition};
use crate::signature::OwnLink;
use crate::signature::confirm::commit::move_own;
use crate::signature::confirm::link_target::signed_behind;
use crate::signature::confirm::queue::Confirming;
use crate::signature::links::Links;
use crate::signature::model::{Signature, SignatureState};
use crate::signature::page::page_cache::PageCache;
use crate::signature::page::parts;
use crate::signature::store::read::{self, Signed};
use crate::web::answers::answer::{private_page, see_other};
use crate::web::forms::form_token;
use crate::web::{CheckedForm, Error, Fields, PathArg, ReaderLang, Result, Site, Source, urls};
use actix_web::http::StatusCode;
use actix_web::web::Data;
use serde::Deserialize;

/// The link that confirms is no proof for this any more: it leads to where the link to one's own page can be had.
///
/// # Errors
/// 404 when no signature stands behind the link; 429 over 60 a minute of this link; 503 while the
/// database is away.
pub(crate) async fn lead(
    site: Data<Site>,
    page_cache: Data<PageCache>,
    confirming: Data<Confirming>,
    db: Data<Db>,
    PathArg(token): PathArg<Token>,
    source: Source,
    reader: ReaderLang,
) -> Result {
    let id = confirming.links.open(&token);
    let Some(found) = db.read(move |conn| signed_behind(conn, id)).await? else {
        confirming.visits.missed(source)?;
        return gone(&site, &reader);
    };
    confirming.visits.admit(id)?;
    let signature = &found.signature;
    let shown = page_cache.petition_cache.behind(signature.petition)?;
    let (lang, slug) = (Some(signature.lang), &shown.petition.slug);
    Ok(see_other(&urls::ask_own_link(lang, slug)))
}

/// The page that asks, or tells that it is done. Changes nothing. What stands otherwise leads to the signature's page.
///
/// # Errors
/// 404 for a link that is nobody's, 410 when the details are erased, 429 over 60 a minute of this link, 503 while
/// the database is away.
pub async fn get(link: OwnLink) -> Result {
    let found = match link.found().await? {
        Ok(found) => found,
        Err(answer) => return Ok(answer),
    };
    let (site, token, signature) = (&link.site, &link.token, &found.signature);
    let Some(signer) = &found.signer else {
        return link.erased(signature);
    };
    let shown = link
        .page_cache
        .petition_cache
        .by_id(signature.petition)
        .ok_or(Error::NOT_FOUND)?;
    let words = shown.words(site, signature.lang);
    let now = site.clock.now();
    let stamp = form_token::make(&site.stamp_key, "withdraw", token.as_bytes(), now);
    match signature.state {
        SignatureState::Counted => {
            let page = WithdrawPage {
                frame: parts::own_frame(site, &words, &shown, words.say("withdraw-title")),
                w: &words,
                about: About::of(&shown, signature.lang),
                line: parts::line(&shown, signer),
                action: urls::own_withdraw(token),
                keep_href: urls::own(token),
                is_told: !shown.petition.settings.discreet,
                token: &stamp,
            };
            private_page(StatusCode::OK, &page)
        }
        SignatureState::Withdrawn => {
            let page = WithdrawnPage {
                frame: parts::own_frame(site, &words, &shown, words.say("withdrawn-title")),
                w: &words,
                about: About::of(&shown, signature.lang),
                undo_action: signature
                    .may_be_counted_again(now)
                    .then(|| urls::own_withdraw(token)),
                own_href: urls::own(token),
                is_told: !shown.petition.settings.discreet,
                token: &stamp,
            };
            private_page(StatusCode::OK, &page)
        }
        SignatureState::Held | SignatureState::Removed => Ok(see_other(&urls::own(token))),
    }
}

/// What both buttons send.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WithdrawForm {
    #[serde(default)]
    token: String,
}

impl Fields for WithdrawForm {}

/// What a press came to.
pub enum WithdrawOutcome {
    /// It moved to this state.
    To(SignatureState, Tally),
    /// It stands as it stood.
    Nowhere,
    /// No signature stands behind the link.
    Nothing,
    /// Its details are erased.
    Erased(Box<Signature>),
}

/// Takes back a counted signature; counts one that was taken back less than a day ago. Leads to the
/// page that tells how it stands.
///
/// # Errors
/// As [`get`]; 409 with a page older than an hour or of another link.
pub async fn post(link: OwnLink, form: CheckedForm<WithdrawForm>) -> Result {
    let (site, token, now) = (&link.site, &link.token, link.site.clock.now());
    let (about, stamp) = (token.as_bytes(), &form.fields.token);
    form_token::recent(&site.stamp_key, "withdraw", about, stamp, now)?;
    link.admit()?;
    let (links, id) = (link.confirming.links.clone(), link.id);
    let petition_cache = link.page_cache.petition_cache.clone();
    let noting = site.clone();
    let moved = link
        .db
        .write(move |tx| {
            let Some(found) = read::find(tx, id)? else {
                return Ok::<_, db::Error>(WithdrawOutcome::Nothing);
            };
            let shown = petition_cache.by_id(found.signature.petition);
            let moved = move_as_asked(tx, &links, found, shown.as_deref(), now)?;
            match moved {
                WithdrawOutcome::To(SignatureState::Withdrawn, _) => {
                    noting.note_gone(Gone::Withdrawn, id, now)
                }
                WithdrawOutcome::To(..) => noting.note_gone(Gone::Returned, id, now),
                _ => {}
            }
            Ok(moved)
        })
        .await?;
    match moved {
        WithdrawOutcome::Nothing => link.nobodys(),
        WithdrawOutcome::Erased(signature) => link.erased(&signature),
        WithdrawOutcome::Nowhere => Ok(see_other(&urls::own(token))),
        WithdrawOutcome::To(state, tally) => {
            link.confirming.note(&tally);
            link.confirming.bell.ring();
            link.page_cache.refresh_now(&link.db, &tally).await?;
            Ok(see_other(&match state {
                SignatureState::Withdrawn => urls::own_withdraw(token),
                _ => format!("{}?again=true", urls::own(token)),
            }))
        }
    }
}

/// Withdraws a counted signature, and queues the mail that brings the way back; counts one that was withdrawn less than a day ago.
///
/// # Errors
/// A fault of the database.
pub(crate) fn move_as_asked(
    tx: &mut Tx<'_>,
    links: &Links,
    found: Signed,
    shown: Option<&PublicPetition>,
    now: Time,
) -> db::Result<WithdrawOutcome> {
    let signature = found.signature;
    let Some(signer) = found.signer else {
        return Ok(WithdrawOutcome::Erased(Box::new(signature)));
    };
    let (from, to) = match signature.state {
        SignatureState::Counted => (SignatureState::Counted, SignatureState::Withdrawn),
        SignatureState::Withdrawn if signature.may_be_counted_again(now) => {
            (SignatureState::Withdrawn, SignatureState::Counted)
        }
        _ => return Ok(WithdrawOutcome::Nowhere),
    };
    let Some(tally) = move_own(tx, signature.id, (from, to), now)? else {
        return Ok(WithdrawOutcome::Nowhere);
    };
    // Where signing is a danger a mail would be what is left of it; the page has said so.
    let is_told = shown.is_some_and(|shown| !shown.petition.settings.discreet);
    let mailbox = Email::stored(&signer.email);
    if let (SignatureState::Withdrawn, true, Some(email)) = (to, is_told, mailbox) {
        let mail = way_back(&signature, links.mailbox(&email), now);
        queue(tx, &mail, now)?;
    }
    Ok(WithdrawOutcome::To(to, tally))
}

/// The mail with the way back; one an hour at most, however often the mind is changed.
fn way_back(signature: &Signature, mailbox: [u8; 32], now: Time) -> NewMessage {
    let hour = now.seconds() / 3_600;
    NewMessage {
        kind: Kind::Withdrawn,
        petition: Some(signature.petition.cast()),
        subject: signature.id.cast(),
        lang: signature.lang,
        recipient: None,
        arguments: None,
        mailbox,
        once_key: Some(format!("withdrawn:{}:{hour}", signature.id)),
        due_at: now,
        urgency: Urgency::Usual,
    }
}
