//! GET /o/{token}/withdraw: asks before an organization is taken back. POST: takes it back, which deletes contact and logo at once.
//!
//! It cannot be undone and the link may have been passed on within the organization, so that the word of the mail is asked for.

use super::pages::WithdrawPage;
use super::pressed::{self, EndorsementOutcome, knows_the_word};
use crate::base::{Gone, Token};
use crate::db::{self, Db};
use crate::petition::endorsement::cache::EndorsementCache;
use crate::petition::endorsement::endorsing::Endorsing;
use crate::petition::endorsement::model::Endorsement;
use crate::petition::endorsement::store;
use crate::petition::endorsement::urls::{own, withdraw};
use crate::petition::guard::{TypedWord, WordQuestion, gone};
use crate::petition::page::layout;
use crate::petition::{About, PetitionCache};
use crate::web::answers::answer::{private_page, see_other};
use crate::web::forms::form_token;
use crate::web::{CheckedForm, Fields, PathArg, ReaderLang, Result, Site, Source, urls};
use actix_web::http::StatusCode;
use actix_web::web::Data;
use serde::Deserialize;

/// The page that asks. Changes nothing. What cannot be taken back leads to its page.
///
/// # Errors
/// 404 for a link that is nobody's; 429 over 60 a minute of this link; 503 while the database is away.
pub async fn get(
    site: Data<Site>,
    petition_cache: Data<PetitionCache>,
    endorsing: Data<Endorsing>,
    db: Data<Db>,
    PathArg(token): PathArg<Token>,
    reader: ReaderLang,
    source: Source,
) -> Result {
    let Some(found) = endorsing.behind(&db, &token, source).await? else {
        return gone(&site, &reader);
    };
    if !found.state.may_withdraw() {
        return Ok(see_other(&own(&token)));
    }
    ask(
        &site,
        &petition_cache,
        &token,
        &found,
        (WordQuestion::word(), StatusCode::OK),
    )
}

fn ask(
    site: &Site,
    petition_cache: &PetitionCache,
    token: &Token,
    found: &Endorsement,
    (asks, status): (WordQuestion, StatusCode),
) -> Result {
    let shown = petition_cache.behind(found.petition)?;
    let words = shown.words(site, found.lang);
    let now = site.clock.now();
    let frame = layout::about(site, &words, &shown, words.say("endorse-withdraw-title"));
    let frame = frame.passed_on_as(urls::petition(Some(words.lang()), &shown.petition.slug));
    let page = WithdrawPage {
        frame: frame.with_errors(!asks.errors.is_empty()),
        w: &words,
        about: About::of(&shown, words.lang()),
        name: &found.name,
        action: withdraw(token),
        token: form_token::make(
            &site.stamp_key,
            "organization leaves",
            token.as_bytes(),
            now,
        ),
        asks,
        keep_href: own(token),
    };
    private_page(status, &page)
}

/// What the buttons send.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WithdrawEndorsementForm {
    #[serde(default)]
    token: String,
    #[serde(default)]
    choice: String,
    #[serde(default)]
    word: String,
}

impl Fields for WithdrawEndorsementForm {}

/// Takes it back, with the word of the mail, and off every page of this instance before it answers; or sends the mail again.
///
/// # Errors
/// As [`get`]; 409 with a page older than an hour or of another link. Without the right word the page comes back, 422.
#[expect(clippy::too_many_arguments, reason = "actix hands each of them in")]
pub async fn post(
    site: Data<Site>,
    petition_cache: Data<PetitionCache>,
    endorsement_cache: Data<EndorsementCache>,
    endorsing: Data<Endorsing>,
    db: Data<Db>,
    PathArg(token): PathArg<Token>,
    reader: ReaderLang,
    source: Source,
    form: CheckedForm<WithdrawEndorsementForm>,
) -> Result {
    let fields = form.fields;
    let Some(found) = endorsing.behind(&db, &token, source).await? else {
        return gone(&site, &reader);
    };
    let (key, about, now) = (&site.stamp_key, token.as_bytes(), site.clock.now());
    form_token::recent(key, "organization leaves", about, &fields.token, now)?;
    if fields.choice == "letter" {
        let again = found.clone();
        db.write(move |tx| pressed::send_again(tx, &again, now))
            .await?;
        endorsing.bell.ring();
        return ask(
            &site,
            &petition_cache,
            &token,
            &found,
            (WordQuestion::sent(), StatusCode::OK),
        );
    }
    let word = TypedWord::read(&site.library, &fields.word);
    let (links, id) = (endorsing.links.clone(), found.id);
    let noting = site.clone();
    let came = db
        .write(move |tx| {
            let came = knows_the_word(tx, &links, id, &word, now)?;
            if matches!(came, EndorsementOutcome::Done(_)) {
                store::withdraw(tx, id, now)?;
                noting.note_gone(Gone::OrganizationWithdrawn, id, now);
            }
            Ok::<_, db::Error>(came)
        })
        .await?;
    match came {
        EndorsementOutcome::Asked(verdict) => {
            let words = petition_cache
                .behind(found.petition)?
                .words(&site, found.lang);
            let asks = WordQuestion::of(verdict, fields.word, &words).required(&words);
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return ask(&site, &petition_cache, &token, &found, (asks, status));
        }
        EndorsementOutcome::Done(_) => {
            let endorsement_cache = endorsement_cache.clone();
            db.read(move |conn| endorsement_cache.refresh(conn)).await?;
            // SQLite's log still holds what was deleted until it is folded into the file.
            db.fold().await;
        }
        EndorsementOutcome::Settled => {}
    }
    Ok(see_other(&own(&token)))
}
