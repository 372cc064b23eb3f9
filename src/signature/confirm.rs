//! GET /c/{token}: what is about to be signed. POST /c/{token}: count it, or "this was not me".
//!
//! The link stays good as the page that tells how it ended, so a scanner can never use it up.

use super::behind::{Behind, behind, promised_behind, said_behind};
use super::confirming::Confirming;
use super::evidence::Button;
use super::front::Front;
use super::guard::{Press, Verdict};
use super::model::State;
use super::pages::{ConfirmPage, NotMePage, Question, SignedPage, Standing, TokenGonePage, Why};
use super::parts;
use super::settle::Outcome;
use super::store::pending::Waiting;
use super::store::signed::Signed;
use crate::base::time::{hours, seconds};
use crate::base::{Code, Id, Lang, MatchWord, Token};
use crate::db::{self, Conn, Db};
use crate::petition::shelf::REMOVED;
use crate::petition::{About, Petition, Promised, Shown};
use crate::reason::Reason;
use crate::web::answer::{private_page, see_other};
use crate::web::page::Errors;
use crate::web::{Arg, Browser, Error, Fields, Guarded, Reader, Result, Site, Source, stamp, urls};
use crate::words::Words;
use actix_web::http::{Method, StatusCode};
use actix_web::web::Data;
use serde::Deserialize;
use std::sync::Arc;

/// The page of a link. Never changes anything, however often and by whom it is fetched.
///
/// # Errors
/// 404 for a link that is nobody's; 410 once the petition was taken down and nothing is counted yet; 429 over 60 a minute; 503 while the database is away.
#[expect(clippy::too_many_arguments, reason = "actix hands each of them in")]
pub async fn get(
    site: Data<Site>,
    front: Data<Front>,
    confirming: Data<Confirming>,
    db: Data<Db>,
    Arg(token): Arg<Token>,
    method: Method,
    reader: Reader,
    source: Source,
) -> Result {
    confirming.admit(source)?;
    let id = confirming.links.open(&token);
    let now = site.clock.now();
    let (found, said) = db
        .read(move |conn| {
            let found = behind(conn, id)?;
            let said = Said::of(conn, &found)?;
            Ok::<_, db::Error>((found, said))
        })
        .await?;
    let here = Here {
        site: &site,
        front: &front,
        confirming: &confirming,
        token: &token,
    };
    match found {
        Behind::Waiting(waiting) => {
            if here.shown(waiting.pending.petition)?.is_removed() {
                return Err(REMOVED);
            }
            confirming
                .evidence
                .looked(id, source, method == Method::HEAD, now);
            let asked = (Question::None, Errors::none());
            here.ask(&waiting, said, asked, StatusCode::OK)
        }
        Behind::Signed(signed, _) if signed.signer.is_none() => {
            Err(Error::GONE.saying("own-erased"))
        }
        Behind::Signed(signed, was_before) => here.tell(&signed, said, was_before),
        Behind::NotMe(petition) => here.not_me(petition, &reader),
        Behind::Nothing => {
            let status = if confirming.misses.admits(source) {
                StatusCode::NOT_FOUND
            } else {
                return Err(Error::NOT_FOUND);
            };
            let words = reader.words(&site);
            let page = TokenGonePage {
                frame: site.frame(&words, words.say("gone-title")),
                w: &words,
                href: urls::home(Some(words.lang())),
            };
            private_page(status, &page)
        }
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
    code: String,
    #[serde(default)]
    reason: String,
}

impl Fields for Choice {}

/// Counts the signature, or forgets it. Asked twice it gives the same page.
///
/// # Errors
/// 422 without a choice; 429 over 60 a minute; 503 while the database is away. Where something
/// has to be answered first, the page comes back with the question.
#[expect(clippy::too_many_arguments, reason = "actix hands each of them in")]
pub async fn post(
    site: Data<Site>,
    front: Data<Front>,
    confirming: Data<Confirming>,
    db: Data<Db>,
    Arg(token): Arg<Token>,
    source: Source,
    browser: Browser,
    form: Guarded<Choice>,
) -> Result {
    confirming.admit(source)?;
    let fields = form.fields;
    let button = match fields.choice.as_str() {
        "confirm" => Button::Confirm,
        "reject" => Button::Reject,
        _ => return Err(Error::UNPROCESSABLE),
    };
    let (id, now) = (confirming.links.open(&token), site.clock.now());
    let age = stamp::age(
        &site.stamp_key,
        "confirm",
        token.as_bytes(),
        &fields.nonce,
        now,
    );
    let is_stale = age.is_none_or(|age| age > hours(1));
    let mut signs = confirming.evidence.pressed(id, source, button, now);
    signs.at_once = age.is_some_and(|age| age < seconds(1));
    let verdict = if is_stale {
        None
    } else {
        let press = Press {
            id,
            button,
            browser: browser.hash(),
            signs,
            word: fields.word.parse::<usize>().ok().and_then(MatchWord::at),
            code: Code::parse(&fields.code).ok(),
            needs_code: false,
            seen: Some(fields.reason.parse().unwrap_or(0)),
            at: now,
        };
        match confirming.press(press).await? {
            Outcome::Asked(verdict) => Some(verdict),
            Outcome::Settled(_) | Outcome::Nothing => return Ok(see_other(&urls::confirm(&token))),
        }
    };
    let found = db
        .read(move |conn| {
            let found = behind(conn, id)?;
            let said = Said::of(conn, &found)?;
            Ok::<_, db::Error>((found, said))
        })
        .await?;
    let (Behind::Waiting(waiting), said) = found else {
        return Ok(see_other(&urls::confirm(&token)));
    };
    let here = Here {
        site: &site,
        front: &front,
        confirming: &confirming,
        token: &token,
    };
    here.ask_for(&waiting, said, verdict)
}

/// What a signer said beside their name.
struct Said {
    reason: Option<Reason>,
    /// In the words it had when they did.
    promised: Option<Promised>,
}

impl Said {
    fn of(conn: &mut Conn, behind: &Behind) -> db::Result<Self> {
        Ok(Self {
            reason: said_behind(conn, behind)?,
            promised: promised_behind(conn, behind)?,
        })
    }
}

/// The page a handler is writing.
struct Here<'a> {
    site: &'a Site,
    front: &'a Front,
    confirming: &'a Confirming,
    token: &'a Token,
}

impl Here<'_> {
    fn shown(&self, petition: Id<Petition>) -> std::result::Result<Arc<Shown>, Error> {
        self.front.shelf.behind(petition)
    }

    /// The page again, with what has to be answered. Without a verdict it was only too old.
    fn ask_for(&self, waiting: &Waiting, said: Said, verdict: Option<Verdict>) -> Result {
        let id = waiting.pending.id;
        let words = self.site.words(waiting.pending.agreed.lang);
        let five = || {
            let five = self.confirming.links.five_words(id);
            let option = |word: MatchWord| {
                let index = word.index();
                (index.to_string(), words.match_word(index).to_owned())
            };
            Question::Word(five.into_iter().map(option).collect())
        };
        let none = Errors::none;
        let error = |field, key| Errors::none().with(field, words.say(key));
        // After the second wrong word the code is asked for.
        let second = waiting.progress.word_tries >= 2;
        let (question, errors) = match verdict {
            None => (Question::None, error("choice", "error-nonce")),
            Some(Verdict::Act | Verdict::AskWord) => (five(), none()),
            Some(Verdict::WrongWord) if second => (Question::Code, none()),
            Some(Verdict::WrongWord) => (five(), error("word", "error-word")),
            Some(Verdict::AskCode) => (Question::Code, none()),
            Some(Verdict::WrongCode) => (Question::Code, error("code", "error-code")),
            Some(Verdict::NoMoreCodes) => (Question::Code, error("code", "error-code-spent")),
        };
        let asked = (question, errors);
        self.ask(waiting, said, asked, StatusCode::UNPROCESSABLE_ENTITY)
    }

    fn ask(
        &self,
        waiting: &Waiting,
        said: Said,
        (question, errors): (Question, Errors),
        status: StatusCode,
    ) -> Result {
        let pending = &waiting.pending;
        let shown = self.shown(pending.petition)?;
        let words = self.site.words(pending.agreed.lang);
        let w = &*words;
        let nonce = stamp::make(
            &self.site.stamp_key,
            "confirm",
            self.token.as_bytes(),
            self.site.clock.now(),
        );
        let frame = parts::frame(self.site, w, &shown, w.say("confirm-tab"));
        let page = ConfirmPage {
            frame: frame.with_errors(!errors.is_empty()),
            w,
            about: About::of(&shown, pending.agreed.lang),
            line: parts::line(&shown, &pending.signer),
            updates: parts::updates(&shown, &pending.signer),
            promised: said
                .promised
                .or_else(|| shown.promised(pending.choice, pending.agreed.lang)),
            action: urls::confirm(self.token),
            nonce: &nonce,
            reason: said.reason,
            question,
            typed_code: String::new(),
            errors,
        };
        private_page(status, &page)
    }

    fn tell(&self, signed: &Signed, said: Said, was_before: bool) -> Result {
        let signature = &signed.signature;
        let shown = self.shown(signature.petition)?;
        let words = self.site.words(signature.lang);
        let w = &*words;
        let now = self.site.clock.now();
        let on = w.date(signature.confirmed_at, &shown.petition.time_zone);
        let is_gone = matches!(signature.state, State::Withdrawn | State::Removed);
        let own = self.confirming.links.own(signature.id);
        let standing = match signature.state {
            State::Withdrawn => Standing::Withdrawn {
                undo_action: signature
                    .may_be_counted_again(now)
                    .then(|| urls::own_withdraw(&own)),
            },
            State::Removed => Standing::Removed {
                text: parts::standing(w, &shown, signature),
            },
            State::Counted if was_before => Standing::Already { on: Some(on) },
            State::Held if was_before => Standing::Already { on: None },
            State::Counted => Standing::Signed {
                number: signature.number,
                on: Some(on),
            },
            State::Held => Standing::Signed {
                number: None,
                on: None,
            },
        };
        let token = stamp::make(&self.site.stamp_key, "withdraw", own.as_bytes(), now);
        let page = SignedPage {
            frame: parts::frame(self.site, w, &shown, w.say("signed-tab")),
            w,
            about: About::of(&shown, signature.lang),
            standing,
            line: signed
                .signer
                .as_ref()
                .filter(|_| !is_gone)
                .map(|signer| parts::line(&shown, signer)),
            promised: said
                .promised
                .or_else(|| shown.promised(signature.choice, signature.lang))
                .filter(|_| !is_gone),
            progress: self.front.board.progress(w, &shown, now),
            next: parts::steps(w, &shown, true, now),
            share: parts::share(self.site, w, &shown, signature.share.as_ref()),
            why: Why::signed(urls::say_why_signed(self.token), said.reason),
            withdraw_href: (signature.state == State::Counted).then(|| urls::own_withdraw(&own)),
            own_href: urls::own(&own),
            token: &token,
        };
        private_page(StatusCode::OK, &page)
    }

    fn not_me(&self, petition: Id<Petition>, reader: &Reader) -> Result {
        let shown = self.shown(petition)?;
        let lang: Lang = reader
            .prefers(&shown.langs().collect::<Vec<_>>())
            .unwrap_or(shown.petition.lang);
        let words: Arc<Words> = self.site.words(lang);
        let page = NotMePage {
            frame: parts::frame(self.site, &words, &shown, words.say("not-me-title")),
            w: &words,
            about: About::of(&shown, lang),
        };
        private_page(StatusCode::OK, &page)
    }
}
