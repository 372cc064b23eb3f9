//! GET /m/{token}/back: the way back of the mail that tells of a withdrawal. POST: counts again, within 30 days.
//!
//! It asks for the word of the mail: a machine that opens its link and presses everything must not count somebody who has left.

use crate::base::{Gone, Id, Time};
use crate::count::Tally;
use crate::db::{self, Tx};
use crate::petition::guard::TypedWord;
use crate::petition::{About, PublicPetition};
use crate::signature::OwnLink;
use crate::signature::confirm::commit::move_own;
use crate::signature::links::Links;
use crate::signature::mine::word::{WordVerdict, try_word};
use crate::signature::model::{Signature, SignatureState};
use crate::signature::page::parts;
use crate::signature::store::read;
use crate::web::answers::answer::{private_page, see_other};
use crate::web::forms::form_token;
use crate::web::page::{Errors, Frame};
use crate::web::{CheckedForm, Fields, Result, urls};
use crate::words::Words;
use askama::Template;
use serde::Deserialize;

#[derive(Template)]
#[template(path = "signature/mine/withdraw/undo.html")]
struct ComeBackPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    about: About<'a>,
    /// Where the button posts to; none when the time for it is over.
    action: Option<String>,
    ask_href: String,
    token: String,
    typed_word: String,
    errors: Errors,
}

/// The page. Changes nothing. What is not withdrawn leads to the signature's page.
///
/// # Errors
/// 404 for a link that is nobody's, 410 when the details are erased, 429 over 60 a minute of this link, 503 while the database is
/// away.
pub async fn get(link: OwnLink) -> Result {
    let found = match link.found().await? {
        Ok(found) => found,
        Err(answer) => return Ok(answer),
    };
    let signature = &found.signature;
    if found.signer.is_none() {
        return link.erased(signature);
    }
    if signature.state != SignatureState::Withdrawn {
        return Ok(see_other(&urls::own(&link.token)));
    }
    ask(&link, signature, (Errors::none(), String::new()))
}

/// The page that asks.
fn ask(link: &OwnLink, signature: &Signature, (errors, typed_word): (Errors, String)) -> Result {
    let (site, token, now) = (&link.site, &link.token, link.site.clock.now());
    let shown = link.page_cache.petition_cache.behind(signature.petition)?;
    let words = shown.words(site, signature.lang);
    let frame = parts::own_frame(site, &words, &shown, words.say("back-title"));
    let status = errors.status();
    let page = ComeBackPage {
        frame: frame.with_errors(!errors.is_empty()),
        w: &words,
        about: About::of(&shown, signature.lang),
        action: may_come_back(signature, &shown, now).then(|| urls::own_back(token)),
        ask_href: urls::ask_own_link(Some(signature.lang), &shown.petition.slug),
        token: form_token::make(&site.stamp_key, "back", token.as_bytes(), now),
        typed_word,
        errors,
    };
    private_page(status, &page)
}

/// Whether it is not too late: what is over takes nobody more.
fn may_come_back(signature: &Signature, shown: &PublicPetition, now: Time) -> bool {
    signature.may_come_back(now) && shown.petition.is_open(now)
}

/// What the button sends.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UndoWithdrawalForm {
    #[serde(default)]
    token: String,
    #[serde(default)]
    word: String,
}

impl Fields for UndoWithdrawalForm {}

/// Counts again, with the word of the mail.
///
/// # Errors
/// As [`get`]; 409 with a page older than an hour or of another link. Without the right word the page comes back, 422.
pub async fn post(link: OwnLink, form: CheckedForm<UndoWithdrawalForm>) -> Result {
    let (site, token, fields) = (&link.site, &link.token, form.fields);
    let now = site.clock.now();
    form_token::recent(
        &site.stamp_key,
        "back",
        token.as_bytes(),
        &fields.token,
        now,
    )?;
    link.admit()?;
    let word = TypedWord::read(&site.library, &fields.word);
    let (links, id) = (link.confirming.links.clone(), link.id);
    let petition_cache = link.page_cache.petition_cache.clone();
    let noting = site.clone();
    let come = link
        .db
        .write(move |tx| {
            let Some(found) = read::find(tx, id)? else {
                return Ok::<_, db::Error>(None);
            };
            let shown = petition_cache.by_id(found.signature.petition);
            let may = shown.is_some_and(|shown| may_come_back(&found.signature, &shown, now));
            let come = match may && found.signer.is_some() {
                true => come_back(tx, &links, id, &word, now)?,
                false => UndoOutcome::Late,
            };
            if matches!(come, UndoOutcome::Back(_)) {
                noting.note_gone(Gone::Returned, id, now);
            }
            Ok(Some((found.signature, come)))
        })
        .await?;
    let Some((signature, come)) = come else {
        return link.nobodys();
    };
    match come {
        UndoOutcome::Back(tally) => {
            link.confirming.note(&tally);
            link.page_cache.refresh_now(&link.db, &tally).await?;
            Ok(see_other(&format!("{}?again=true", urls::own(token))))
        }
        UndoOutcome::Late => Ok(see_other(&urls::own_back(token))),
        UndoOutcome::Asked(tried) => {
            let errors = tried.errors(&link.words(&signature));
            ask(&link, &signature, (errors, fields.word))
        }
    }
}

/// What a press came to.
pub enum UndoOutcome {
    /// It counts again.
    Back(Tally),
    /// The word was not the right one.
    Asked(WordVerdict),
    /// It is too late, or was done before.
    Late,
}

/// Counts a withdrawn signature again, if the word is right.
///
/// # Errors
/// A fault of the database.
pub(crate) fn come_back(
    tx: &mut Tx<'_>,
    links: &Links,
    id: Id<Signature>,
    word: &TypedWord,
    now: Time,
) -> db::Result<UndoOutcome> {
    match try_word(tx, id, word, links)? {
        WordVerdict::Right => {
            let moved = move_own(
                tx,
                id,
                (SignatureState::Withdrawn, SignatureState::Counted),
                now,
            )?;
            Ok(moved.map_or(UndoOutcome::Late, UndoOutcome::Back))
        }
        asked => Ok(UndoOutcome::Asked(asked)),
    }
}
