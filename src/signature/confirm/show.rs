//! GET /c/{token}: what is about to be signed. POST /c/{token}: count it, or "this was not me".
//!
//! The link stays good as the page that tells how it ended, so a scanner can never use it up.

use super::commit::Outcome;
use super::erased::erased;
use super::guard::{SignaturePress, SignatureVerdict};
use super::just_signed;
use super::link_target::{LinkTarget, behind, promised_behind, said_behind};
use super::pages::{ConfirmPage, NotMePage, SettledPage};
use super::queue::Confirming;
use crate::base::time::{hours, seconds};
use crate::base::{Gone, Id, Lang, Time, Token};
use crate::db::{self, Conn, Db, Tx};
use crate::mail::queue;
use crate::petition::cache::{PetitionCache, REMOVED};
use crate::petition::guard::{self, Button, PageOpening, TypedWord, WordQuestion, gone};
use crate::petition::{About, Exposure, Petition, Promised, PublicPetition};
use crate::signature::model::{Signature, WAITS_FOR};
use crate::signature::page::page_cache::PageCache;
use crate::signature::page::parts;
use crate::signature::reason::Reason;
use crate::signature::sign::intake;
use crate::signature::store::pending::{self, Waiting};
use crate::web::answers::answer::{private_page, see_other};
use crate::web::forms::form_token;
use crate::web::page::{Errors, Frame};
use crate::web::{
    AppCookie, Browser, CheckedForm, Error, Fields, PathArg, ReaderLang, Result, Site, Source, urls,
};
use crate::words::Words;
use actix_web::http::{Method, StatusCode};
use actix_web::web::{Data, block};
use serde::Deserialize;
use std::sync::Arc;

/// The page of a link. Never changes anything that anybody sees, however often and by whom it is fetched.
///
/// # Errors
/// 404 for a link that is nobody's; 410 once the petition was taken down and nothing is counted yet; 429 over 60 a minute of this
/// link, or 20 of one source that are nobody's; 503 while the database is away.
#[expect(clippy::too_many_arguments, reason = "actix hands each of them in")]
pub async fn get(
    site: Data<Site>,
    page_cache: Data<PageCache>,
    confirming: Data<Confirming>,
    db: Data<Db>,
    PathArg(token): PathArg<Token>,
    method: Method,
    reader: ReaderLang,
    source: Source,
) -> Result {
    let id = confirming.links.open(&token);
    let (found, said) = db
        .read(move |conn| {
            let found = behind(conn, id)?;
            let said = SaidBeside::of(conn, &found)?;
            Ok::<_, db::Error>((found, said))
        })
        .await?;
    let here = Here {
        site: &site,
        page_cache: &page_cache,
        token: &token,
        reader: &reader,
    };
    if matches!(found, LinkTarget::Nothing) {
        confirming.visits.missed(source)?;
        return gone(&site, &reader);
    }
    confirming.visits.admit(id)?;
    match found {
        LinkTarget::Waiting(waiting) => {
            if here.shown(waiting.pending.petition)?.is_removed() {
                return Err(REMOVED);
            }
            let look = PageOpening {
                is_head: method == Method::HEAD,
                is_own_host: waiting.pending.host == Some(confirming.links.host(id, source)),
                at: site.clock.now(),
            };
            confirming.looked(&db, &waiting, source, look).await;
            here.ask(&waiting, said, WordQuestion::default(), StatusCode::OK)
        }
        LinkTarget::Signed(signed, _) if signed.signer.is_none() => {
            erased(&site, &page_cache.petition_cache, &signed.signature)
        }
        LinkTarget::Signed(signed, _) => here.tell(&signed.signature),
        LinkTarget::NotMe(petition) => here.not_me(petition),
        LinkTarget::Nothing => Err(Error::NOT_FOUND),
    }
}

/// What the page behind the link sends.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    choice: String,
    #[serde(default)]
    nonce: String,
    #[serde(default)]
    word: String,
    #[serde(default)]
    reason: String,
}

impl Fields for Choice {}

/// What the buttons of the page are for.
enum ConfirmForm {
    /// To have it counted, or not.
    Press(Button),
    /// A new mail, whose word can be tried anew.
    Letter,
}

/// New mails that can be asked for here and where they signed, together.
const LETTERS: i16 = 3;

/// Counts the signature, or forgets it. Asked twice it gives the same page.
///
/// # Errors
/// 422 without a choice; 429 over 60 a minute of this link; 503 while the database is away. Where something
/// has to be answered first, the page comes back with the question.
#[expect(clippy::too_many_arguments, reason = "actix hands each of them in")]
pub async fn post(
    site: Data<Site>,
    page_cache: Data<PageCache>,
    confirming: Data<Confirming>,
    db: Data<Db>,
    PathArg(token): PathArg<Token>,
    reader: ReaderLang,
    source: Source,
    browser: Browser,
    form: CheckedForm<Choice>,
) -> Result {
    let fields = form.fields;
    let wish = match fields.choice.as_str() {
        "confirm" => ConfirmForm::Press(Button::Confirm),
        "reject" => ConfirmForm::Press(Button::Reject),
        "letter" => ConfirmForm::Letter,
        _ => return Err(Error::UNPROCESSABLE),
    };
    let (id, now) = (confirming.links.open(&token), site.clock.now());
    let age = form_token::age(
        &site.stamp_key,
        "confirm",
        token.as_bytes(),
        &fields.nonce,
        now,
    );
    let is_fresh = age.is_some_and(|age| age <= hours(1));
    if is_fresh {
        // Only a link behind which something stood was handed out with a page.
        confirming.visits.admit(id)?;
    }
    let answer = match wish {
        _ if !is_fresh => Answer::TooOld,
        ConfirmForm::Letter => {
            let petition_cache = page_cache.petition_cache.clone();
            let is_sent = db
                .write(move |tx| send_again(tx, &petition_cache, id, now))
                .await?;
            confirming.bell.ring();
            Answer::Letter { is_sent }
        }
        ConfirmForm::Press(button) => {
            // Who says "this was not me" is known again: what they type themselves is not barred by it.
            let drawn = match (&browser.0, button) {
                (None, Button::Reject) => Some(Token::random()),
                _ => None,
            };
            let browser = Browser(browser.0.or_else(|| drawn.clone()));
            let press = SignaturePress {
                id,
                button,
                browser: browser.hash(),
                is_at_once: age.is_some_and(|age| age < seconds(1)),
                word: TypedWord::read(&site.library, &fields.word),
                code: None,
                needs_code: false,
                seen: Some(fields.reason.parse().unwrap_or(0)),
                at: now,
            };
            match confirming.press(press).await? {
                Outcome::Asked(verdict) => Answer::Verdict(verdict),
                Outcome::Settled(settled) => {
                    if settled.button == Button::Reject {
                        let noting = site.clone();
                        block(move || noting.note_gone(Gone::NotMe, id, now))
                            .await
                            .map_err(|_| Error::FAULT)?;
                    }
                    let shown = page_cache.petition_cache.by_id(settled.petition);
                    return match (settled.button, shown) {
                        (Button::Confirm, Some(shown)) => {
                            let lang = shown.chosen_by(&reader).unwrap_or(settled.lang);
                            just_signed::lead(&site, &shown, lang, id)
                        }
                        (_, shown) => {
                            let chosen = shown.as_ref().and_then(|shown| shown.chosen_by(&reader));
                            let mut response = see_other(&urls::confirm_in(&token, chosen));
                            if let Some(drawn) = drawn {
                                let may_last = shown
                                    .is_some_and(|shown| shown.allows(Exposure::LastingCookies));
                                let lasts = may_last.then_some(WAITS_FOR);
                                let cookie = AppCookie::Pend.write(&site, &drawn, lasts);
                                response.add_cookie(&cookie).map_err(|_| Error::FAULT)?;
                            }
                            Ok(response)
                        }
                    };
                }
                Outcome::Nothing => Answer::Settled,
            }
        }
    };
    let found = db
        .read(move |conn| {
            let found = behind(conn, id)?;
            let said = SaidBeside::of(conn, &found)?;
            Ok::<_, db::Error>((found, said))
        })
        .await?;
    let (waiting, said) = match found {
        (LinkTarget::Waiting(waiting), said) if !matches!(answer, Answer::Settled) => {
            (waiting, said)
        }
        (found, _) => {
            if matches!(found, LinkTarget::Nothing) {
                confirming.visits.missed(source)?;
            }
            return Ok(see_other(&after(&page_cache, &token, &found, &reader)));
        }
    };
    if !is_fresh {
        confirming.visits.admit(id)?;
    }
    let here = Here {
        site: &site,
        page_cache: &page_cache,
        token: &token,
        reader: &reader,
    };
    here.ask_for(&waiting, said, answer, fields.word)
}

/// Where a press leads that comes after the one that settled it: to the page of the press, where only the browser that pressed is
/// known.
fn after(page_cache: &PageCache, token: &Token, found: &LinkTarget, reader: &ReaderLang) -> String {
    let signed = match found {
        LinkTarget::Signed(signed, _) if signed.signer.is_some() => Some(&signed.signature),
        _ => None,
    };
    let page = signed.and_then(|signature| {
        let shown = page_cache.petition_cache.by_id(signature.petition)?;
        let lang = shown.chosen_by(reader).unwrap_or(signature.lang);
        Some(urls::signed(lang, &shown.petition.slug))
    });
    page.unwrap_or_else(|| urls::confirm(token))
}

/// Queues the confirmation mail once more, unless that was done often enough.
///
/// # Errors
/// A fault of the database.
pub(crate) fn send_again(
    tx: &mut Tx<'_>,
    petition_cache: &PetitionCache,
    id: Id<Signature>,
    now: Time,
) -> db::Result<bool> {
    let Some(waiting) = pending::find(tx, id)? else {
        return Ok(false);
    };
    if !pending::count_resend(tx, id, LETTERS)? {
        return Ok(false);
    }
    let shown = petition_cache.by_id(waiting.pending.petition);
    let closes_at = shown.and_then(|shown| shown.petition.closes_at);
    let mail = intake::confirmation_mail(&waiting.pending, id, now, closes_at);
    queue(tx, &mail, now)?;
    Ok(true)
}

/// Why the page comes back.
#[derive(Clone, Copy)]
enum Answer {
    /// It was open for too long.
    TooOld,
    /// Nothing can be settled any more: it was pressed before, or the petition is taken down.
    Settled,
    /// Something has to be answered first.
    Verdict(SignatureVerdict),
    /// A new mail was asked for.
    Letter {
        /// It is on its way; else there were enough of them.
        is_sent: bool,
    },
}

/// What a signer said beside their name.
struct SaidBeside {
    reason: Option<Reason>,
    /// In the words it had when they did.
    promised: Option<Promised>,
}

impl SaidBeside {
    fn of(conn: &mut Conn, behind: &LinkTarget) -> db::Result<Self> {
        Ok(Self {
            reason: said_behind(conn, behind)?,
            promised: promised_behind(conn, behind)?,
        })
    }
}

/// The page a handler is writing.
struct Here<'a> {
    site: &'a Site,
    page_cache: &'a PageCache,
    token: &'a Token,
    reader: &'a ReaderLang,
}

impl Here<'_> {
    /// The language of the page: the one that a link on it has chosen, or that of the form. It changes nothing of what was signed.
    fn lang(&self, shown: &PublicPetition, own: Lang) -> Lang {
        shown.chosen_by(self.reader).unwrap_or(own)
    }

    /// Its surroundings, with the way to each other language of the petition.
    fn frame<'w>(&'w self, w: &'w Words, shown: &PublicPetition, title: &'w str) -> Frame<'w> {
        let frame = parts::frame(self.site, w, shown, title)
            .passed_on_as(urls::petition(Some(w.lang()), &shown.petition.slug));
        // by what stands behind the path: the key is in no text of a page that anybody may see who has the link
        parts::alternates(frame, self.site, shown, |other| format!("?lang={other}"))
    }

    fn shown(&self, petition: Id<Petition>) -> std::result::Result<Arc<PublicPetition>, Error> {
        self.page_cache.petition_cache.behind(petition)
    }

    /// The page again, with what has to be answered.
    fn ask_for(
        &self,
        waiting: &Waiting,
        said: SaidBeside,
        answer: Answer,
        typed: String,
    ) -> Result {
        let shown = self.shown(waiting.pending.petition)?;
        let words = shown.words(self.site, self.lang(&shown, waiting.pending.agreed.lang));
        let again = StatusCode::UNPROCESSABLE_ENTITY;
        let is_spent = waiting.progress.evidence.word_tries >= guard::WORDS;
        let (asks, status) = match answer {
            Answer::TooOld | Answer::Settled => {
                let asks = WordQuestion {
                    errors: Errors::none().with("choice", words.say("error-nonce")),
                    ..WordQuestion::default()
                };
                (asks, again)
            }
            Answer::Letter { is_sent: true } => (WordQuestion::sent(), StatusCode::OK),
            Answer::Letter { is_sent: false } => (WordQuestion::sent_enough(), StatusCode::OK),
            Answer::Verdict(SignatureVerdict::Link(guard::Verdict::WrongWord)) if is_spent => {
                (WordQuestion::new_mail(), again)
            }
            Answer::Verdict(SignatureVerdict::Link(verdict)) => {
                (WordQuestion::of(verdict, typed, &words), again)
            }
            Answer::Verdict(_) => (WordQuestion::word(), again),
        };
        self.ask(waiting, said, asks, status)
    }

    fn ask(
        &self,
        waiting: &Waiting,
        said: SaidBeside,
        asks: WordQuestion,
        status: StatusCode,
    ) -> Result {
        let pending = &waiting.pending;
        let shown = self.shown(pending.petition)?;
        let lang = self.lang(&shown, pending.agreed.lang);
        let words = shown.words(self.site, lang);
        let w = &*words;
        let nonce = form_token::make(
            &self.site.stamp_key,
            "confirm",
            self.token.as_bytes(),
            self.site.clock.now(),
        );
        let frame = self.frame(w, &shown, w.say("confirm-tab"));
        let is_changed = shown.wordings.earlier().contains(&pending.agreed.wording);
        let page = ConfirmPage {
            changed_href: is_changed.then(|| urls::wordings(Some(w.lang()), &shown.petition.slug)),
            frame: frame.with_errors(!asks.errors.is_empty()),
            w,
            about: About::of(&shown, lang),
            line: parts::line(&shown, &pending.signer),
            updates: parts::updates(
                &shown,
                &self.page_cache.source_cache,
                &pending.agreed.updates,
            ),
            promised: said
                .promised
                .or_else(|| shown.promised(pending.choice, pending.agreed.lang)),
            action: urls::confirm_in(self.token, shown.chosen_by(self.reader)),
            nonce: &nonce,
            reason: said.reason,
            asks,
        };
        private_page(status, &page)
    }

    /// What anybody may know who comes by the link of a signature.
    fn tell(&self, signature: &Signature) -> Result {
        let shown = self.shown(signature.petition)?;
        let (lang, slug) = (self.lang(&shown, signature.lang), &shown.petition.slug);
        let words = shown.words(self.site, lang);
        let w = &*words;
        let page = SettledPage {
            frame: self.frame(w, &shown, w.say("settled-title")),
            w,
            about: About::of(&shown, lang),
            state: signature.state.as_str(),
            on: w.date(signature.confirmed_at, &shown.petition.time_zone),
            ask_href: urls::ask_own_link(Some(lang), slug),
        };
        private_page(StatusCode::OK, &page)
    }

    fn not_me(&self, petition: Id<Petition>) -> Result {
        let shown = self.shown(petition)?;
        let lang = shown.has_for(self.reader);
        let words = shown.words(self.site, lang);
        let page = NotMePage {
            frame: parts::frame(self.site, &words, &shown, words.say("not-me-title")),
            w: &words,
            about: About::of(&shown, lang),
        };
        private_page(StatusCode::OK, &page)
    }
}
