//! GET /{lang}/p/{slug}/signed: thanks, how the signature stands, and whom else to ask. POST: forgets who this browser was.
//!
//! What is personal hangs on the cookie of the press. Whoever has none, because the address was passed on or the hour is over, reads
//! what is true of anybody.

use super::just_signed::JustSigned;
use super::link_target::{LinkTarget, behind, promised_behind, said_behind};
use super::pages::{NotCounted, NotCountedPage, SignedByAnybodyPage, SignedPage};
use super::queue::Confirming;
use crate::base::{Id, Lang, Slug, Token};
use crate::count::strokes::StrokeBar;
use crate::db::{self, Conn, Db};
use crate::petition::page::steps;
use crate::petition::{About, Promised, PublicPetition};
use crate::signature::model::{Signature, SignatureState, Signer};
use crate::signature::page::page_cache::PageCache;
use crate::signature::page::parts;
use crate::signature::page::reason_box::ReasonBox;
use crate::signature::reason::Reason;
use crate::signature::share::ways;
use crate::signature::store::read::Signed;
use crate::web::answers::answer::{private_page, see_other};
use crate::web::forms::form_token;
use crate::web::page::Frame;
use crate::web::{
    AppCookie, CheckedForm, Error, Fields, PathArg, ReaderLang, Result, Sealed, Site, urls,
};
use crate::words::Words;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderValue, VARY};
use actix_web::web::Data;
use serde::Deserialize;
use std::sync::Arc;

/// The page. Changes nothing.
///
/// # Errors
/// 404 without such a petition, 410 once it was taken down; 503 while the database is away, for whoever has the cookie.
pub async fn get(
    site: Data<Site>,
    page_cache: Data<PageCache>,
    confirming: Data<Confirming>,
    db: Data<Db>,
    PathArg(slug): PathArg<Slug>,
    reader: ReaderLang,
    here: Sealed<JustSigned>,
) -> Result {
    let shown = page_cache.petition_cache.by_slug(&slug)?;
    let lang = reader.prefix().unwrap_or(shown.petition.lang);
    let link = here.0.and_then(|here| here.under(shown.petition.id));
    let mine = match link {
        Some(link) => db.read(move |conn| mine(conn, link)).await?,
        None => None,
    };
    let page = SignedContext {
        site: &site,
        page_cache: &page_cache,
        shown: &shown,
        words: shown.words(&site, lang),
        lang,
    };
    let mut response = match mine {
        Some(mine) => page.of(&confirming, &mine),
        None => page.of_anybody(),
    }?;
    let vary = HeaderValue::from_static("cookie");
    response.headers_mut().append(VARY, vary);
    Ok(response)
}

/// A signature as its owner sees it after the press.
struct Mine {
    signed: Signed,
    was_before: bool,
    promised: Option<Promised>,
    reason: Option<Reason>,
}

fn mine(conn: &mut Conn, link: Id<Signature>) -> db::Result<Option<Mine>> {
    let found = behind(conn, link)?;
    let (promised, reason) = (promised_behind(conn, &found)?, said_behind(conn, &found)?);
    let LinkTarget::Signed(signed, was_before) = found else {
        return Ok(None);
    };
    // Erased meanwhile: nothing says any more whose it was.
    Ok(signed.signer.is_some().then_some(Mine {
        signed: *signed,
        was_before,
        promised,
        reason,
    }))
}

struct SignedContext<'a> {
    site: &'a Site,
    page_cache: &'a PageCache,
    shown: &'a Arc<PublicPetition>,
    words: Arc<Words>,
    lang: Lang,
}

impl SignedContext<'_> {
    fn frame(&self) -> Frame<'_> {
        let slug = &self.shown.petition.slug;
        let frame = parts::frame(
            self.site,
            &self.words,
            self.shown,
            self.words.say("signed-tab"),
        );
        let frame = frame.passed_on_as(urls::petition(Some(self.lang), slug));
        parts::alternates(frame, self.site, self.shown, |other| {
            urls::signed(other, slug)
        })
    }

    fn of(&self, confirming: &Confirming, mine: &Mine) -> Result {
        let Some(signer) = mine.signed.signer.as_ref() else {
            return self.of_anybody();
        };
        let signature = &mine.signed.signature;
        let own = confirming.links.own(signature.id);
        match signature.state {
            SignatureState::Counted | SignatureState::Held => self.of_signed(mine, signer, &own),
            SignatureState::Withdrawn | SignatureState::Removed => {
                self.of_not_counted(signature, &own)
            }
        }
    }

    fn of_signed(&self, mine: &Mine, signer: &Signer, own: &Token) -> Result {
        let (w, shown, now) = (&*self.words, self.shown, self.site.clock.now());
        let signature = &mine.signed.signature;
        let is_counted = signature.state == SignatureState::Counted;
        let progress = self.page_cache.count_cache.progress(w, shown, now);
        let line = parts::line(shown, signer);
        let slug = &shown.petition.slug;
        let page = SignedPage {
            frame: self.frame(),
            w,
            about: About::of(shown, self.lang),
            was_before: mine.was_before,
            number: signature.number.filter(|_| is_counted && !mine.was_before),
            on: is_counted.then(|| w.date(signature.confirmed_at, &shown.petition.time_zone)),
            promised: mine
                .promised
                .clone()
                .or_else(|| shown.promised(signature.choice, signature.lang)),
            strokes: progress
                .goal
                .filter(|_| is_counted && progress.is_shown())
                .map(|goal| StrokeBar::of(progress.counted, goal)),
            progress,
            next: steps::of_signer(w, &shown.petition, &shown.steps, true, now),
            share: ways::of_petition(self.site, w, shown, signature.share.as_ref()),
            why: ReasonBox::signed(urls::signed_reason(self.lang, slug), mine.reason.clone())
                .under(shown),
            list_href: (is_counted && line.seen.name.is_some())
                .then(|| urls::signers(Some(self.lang), slug, &[], None)),
            line,
            withdraw_href: is_counted.then(|| urls::own_withdraw(own)),
            own_href: urls::own(own),
            forget_action: urls::signed(self.lang, slug),
        };
        private_page(StatusCode::OK, &page)
    }

    fn of_not_counted(&self, signature: &Signature, own: &Token) -> Result {
        let (w, shown, now) = (&*self.words, self.shown, self.site.clock.now());
        let standing = match signature.state {
            SignatureState::Withdrawn => NotCounted::Withdrawn {
                undo_action: signature
                    .may_be_counted_again(now)
                    .then(|| urls::own_withdraw(own)),
            },
            _ => NotCounted::Removed {
                text: parts::standing(w, shown, signature),
            },
        };
        let page = NotCountedPage {
            frame: self.frame(),
            w,
            about: About::of(shown, self.lang),
            standing,
            own_href: urls::own(own),
            forget_action: urls::signed(self.lang, &shown.petition.slug),
            token: &form_token::make(&self.site.stamp_key, "withdraw", own.as_bytes(), now),
        };
        private_page(StatusCode::OK, &page)
    }

    fn of_anybody(&self) -> Result {
        let (w, shown, now) = (&*self.words, self.shown, self.site.clock.now());
        let page = SignedByAnybodyPage {
            frame: self.frame(),
            w,
            about: About::of(shown, self.lang),
            ask_href: urls::ask_own_link(Some(self.lang), &shown.petition.slug),
            progress: self.page_cache.count_cache.progress(w, shown, now),
            share: ways::of_petition(self.site, w, shown, None),
        };
        private_page(StatusCode::OK, &page)
    }
}

/// A button without fields.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Forgotten {}

impl Fields for Forgotten {}

/// Forgets who this browser was: for computers that several people use.
///
/// # Errors
/// 404 without such a petition, 410 once it was taken down.
pub async fn forget(
    site: Data<Site>,
    page_cache: Data<PageCache>,
    PathArg(slug): PathArg<Slug>,
    reader: ReaderLang,
    _form: CheckedForm<Forgotten>,
) -> Result {
    let shown = page_cache.petition_cache.by_slug(&slug)?;
    let lang = reader.prefix().unwrap_or(shown.petition.lang);
    let mut response: HttpResponse = see_other(&urls::signed(lang, &slug));
    let gone = AppCookie::Signed.clear(&site);
    response.add_cookie(&gone).map_err(|_| Error::FAULT)?;
    Ok(response)
}
