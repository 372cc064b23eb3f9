//! GET /m/{token}/erase: asks. POST: deletes a signer's details, and counts them on or not.

use super::word::{WordVerdict, try_word};
use crate::base::{Email, Gone, Id, Time, Token};
use crate::count::{self, Change, Tally};
use crate::db::{self, Tx};
use crate::mail::model::{Kind, NewMessage, Urgency};
use crate::mail::{queue_all, store as mail};
use crate::petition::About;
use crate::petition::guard::TypedWord;
use crate::signature::OwnLink;
use crate::signature::links::Links;
use crate::signature::model::{Reason, Signature, SignatureState};
use crate::signature::page::parts;
use crate::signature::reason;
use crate::signature::store::read::{self, Signed};
use crate::signature::store::{confirm, occurrences, own_changes};
use crate::web::answers::answer::{private_page, see_other};
use crate::web::forms::form_token;
use crate::web::page::{Errors, Frame};
use crate::web::{CheckedForm, Error, Fields, Result, urls};
use crate::words::Words;
use askama::Template;
use serde::Deserialize;

#[derive(Template)]
#[template(path = "signature/mine/erase.html")]
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
    /// Whether organizers took it out of the number, which stays so.
    is_kept_out: bool,
    ask_href: String,
    typed_word: String,
    errors: Errors,
}

/// The page that asks. Changes nothing.
///
/// # Errors
/// 404 for a link that is nobody's, 410 when it is done already, 429 over 60 a minute of this link, 503 while the
/// database is away.
pub async fn get(link: OwnLink) -> Result {
    let found = match link.found().await? {
        Ok(found) => found,
        Err(answer) => return Ok(answer),
    };
    ask(&link, &found, (Errors::none(), String::new()))
}

/// The page that asks.
fn ask(link: &OwnLink, found: &Signed, (errors, typed_word): (Errors, String)) -> Result {
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
    let frame = parts::own_frame(site, &words, &shown, words.say("erase-title"));
    let status = errors.status();
    let page = ErasePage {
        frame: frame.with_errors(!errors.is_empty()),
        w: &words,
        about: About::of(&shown, signature.lang),
        name: &signer.name,
        action: urls::own_erase(token),
        keep_href: urls::own(token),
        token: form_token::make(&site.stamp_key, "erase", token.as_bytes(), now),
        is_counted: signature.state == SignatureState::Counted,
        is_kept_out: is_kept_out(signature),
        ask_href: urls::ask_own_link(Some(signature.lang), &shown.petition.slug),
        typed_word,
        errors,
    };
    private_page(status, &page)
}

/// What the buttons send.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EraseForm {
    #[serde(default)]
    token: String,
    choice: String,
    #[serde(default)]
    word: String,
}

impl Fields for EraseForm {}

/// What a press came to.
enum Erased {
    /// It is done, now or before.
    Done(Option<Tally>),
    /// The word of the mail has to be typed first: erasing cannot be undone, and a machine that follows every link and presses
    /// every button gets as far as here.
    Asked(WordVerdict),
}

/// Deletes, with the word of the mail. Leads to the link's own page, which is gone from then on.
///
/// # Errors
/// As [`get`]; 409 with a page older than an hour or of another link; 422 without a choice. Without the right word the page comes
/// back, 422.
pub async fn post(link: OwnLink, form: CheckedForm<EraseForm>) -> Result {
    let (site, token, fields) = (&link.site, &link.token, form.fields);
    let (counts_on, what) = match fields.choice.as_str() {
        "all" => (false, Gone::Erased),
        "counted" => (true, Gone::ErasedCounted),
        _ => return Err(Error::UNPROCESSABLE),
    };
    let now = site.clock.now();
    let about = token.as_bytes();
    form_token::recent(&site.stamp_key, "erase", about, &fields.token, now)?;
    link.admit()?;
    let word = TypedWord::read(&site.library, &fields.word);
    let (links, id) = (link.confirming.links.clone(), link.id);
    let petition_cache = link.page_cache.petition_cache.clone();
    let noting = site.clone();
    let came = link
        .db
        .write(move |tx| {
            let Some(found) = read::find(tx, id)? else {
                return Ok::<_, db::Error>(None);
            };
            if found.signer.is_none() {
                return Ok(Some((found, Erased::Done(None))));
            }
            match try_word(tx, id, &word, &links)? {
                WordVerdict::Right => {}
                asked => return Ok(Some((found, Erased::Asked(asked)))),
            }
            let shown = petition_cache.by_id(found.signature.petition);
            let is_told = shown.is_some_and(|shown| !shown.petition.settings.discreet);
            let tally = erase(tx, &links, id, (counts_on, is_told), now)?;
            noting.note_gone(what, id, now);
            Ok(Some((found, Erased::Done(tally))))
        })
        .await?;
    let Some((found, came)) = came else {
        return link.nobodys();
    };
    match came {
        Erased::Asked(tried) => {
            let errors = tried.errors(&link.words(&found.signature));
            ask(&link, &found, (errors, fields.word))
        }
        Erased::Done(tally) => {
            if let Some(tally) = tally {
                link.confirming.note(&tally);
                link.confirming.scrub.is_due();
                link.confirming.bell.ring();
                link.page_cache.refresh_now(&link.db, &tally).await?;
            }
            Ok(see_other(&urls::own(token)))
        }
    }
}

/// Whether organizers took it out of the number. Its address stays known as a keyed hash then, so that what they decided about
/// it is not undone by erasing and signing again.
fn is_kept_out(signature: &Signature) -> bool {
    let is_out = matches!(
        signature.state,
        SignatureState::Held | SignatureState::Removed
    );
    is_out && signature.reason == Some(Reason::Organizer)
}

/// Deletes everything personal of a signature. It goes on counting, as somebody without a name, or
/// it is taken out of the number and nothing in its row says any more whose it was, unless organizers had taken it out. A last mail says so (G6); its address
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
    let Some(before) = read::find(tx, id)? else {
        return Ok(None);
    };
    let petition = before.signature.petition;
    count::store::tallies::lock_counts(tx, &[petition.cast()])?;
    // Read again: somebody may have been quicker before our lock.
    let Some(found) = read::find(tx, id)? else {
        return Ok(None);
    };
    let Some(signer) = found.signer else {
        return Ok(None);
    };
    let mut reasons = own_changes::erase(tx, petition, &[id])?;
    reasons.push(id);
    let reasons: Vec<_> = reasons.into_iter().map(Id::cast).collect();
    reason::store::gone(tx, &reasons, now)?;
    mail::call_off(tx, &[id.cast()], now)?;
    if let Some(email) = Email::stored(&signer.email) {
        let mailbox = links.mailbox(&email);
        mail::erased(tx, mailbox, petition.cast(), now)?;
        if is_told {
            queue_all(
                tx,
                &[last_letter(&found.signature, signer.email, mailbox, now)],
                now,
            )?;
        }
    }
    occurrences::erased(tx, (petition, id), now)?;
    let state = found.signature.state;
    let mut by = Change::default();
    if !(counts_on && state == SignatureState::Counted) {
        match state {
            SignatureState::Counted => {
                confirm::move_state(tx, id, (state, SignatureState::Withdrawn), None, now)?;
                (by.counted, by.withdrawn) = (-1, 1);
            }
            SignatureState::Held => {
                let is_decided = is_kept_out(&found.signature);
                let reason = Some(match is_decided {
                    true => Reason::Organizer,
                    false => Reason::Erased,
                });
                confirm::move_state(tx, id, (state, SignatureState::Removed), reason, now)?;
                (by.held, by.removed) = (-1, 1);
            }
            SignatureState::Withdrawn | SignatureState::Removed => {}
        }
        // Only now: the move takes it out of the count of its source too.
        if !is_kept_out(&found.signature) {
            own_changes::forget_addresses(tx, &[(id, Token::random().hash().0)])?;
        }
    }
    count::store::tallies::add(tx, petition.cast(), by, now).map(Some)
}

/// What says by mail that it is done.
fn last_letter(signature: &Signature, email: String, mailbox: [u8; 32], now: Time) -> NewMessage {
    NewMessage {
        kind: Kind::Erased,
        // Not under the petition: the mailbox has just been promised that it is left alone.
        petition: None,
        subject: signature.petition.cast(),
        lang: signature.lang,
        recipient: Some(email),
        arguments: None,
        mailbox,
        once_key: Some(format!("erased:{}", signature.id)),
        due_at: now,
        urgency: Urgency::Usual,
    }
}
