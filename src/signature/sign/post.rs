//! POST /p/{slug}/sign

use super::form::SignFields;
use super::intake::Intake;
use super::submission::{Submission, TakenIn};
use crate::base::Slug;
use crate::db::Db;
use crate::petition::Exposure;
use crate::petition::page::pages::SignForm;
use crate::signature::model::WAITS_FOR;
use crate::signature::page::page_cache::{PageCache, hidden};
use crate::signature::page::via::Via;
use crate::web::answers::answer::see_other;
use crate::web::{
    AppCookie, Browser, CheckedForm, Error, PathArg, ReaderLang, Remembered, Result, Site, Source,
    urls,
};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::RETRY_AFTER;
use actix_web::web::Data;

/// Takes a signature in, if what was typed is one, and leads to "check your email". The answer is
/// the same for new, pending, counted, held and withdrawn addresses.
///
/// # Errors
/// 404 without such a petition, 410 once it was taken down. What does not parse comes back as the page, 422; a closed
/// petition as its page, 409; a database that is away, or a mail that could not go within the hour, as the page with
/// everything kept, 503.
#[expect(clippy::too_many_arguments, reason = "actix hands each of them in")]
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    page_cache: Data<PageCache>,
    intake: Data<Intake>,
    PathArg(slug): PathArg<Slug>,
    reader: ReaderLang,
    source: Source,
    browser: Browser,
    form: CheckedForm<SignFields>,
) -> Result {
    let shown = page_cache.petition_cache.by_slug(&slug)?;
    let lang = reader.prefix().unwrap_or(shown.petition.lang);
    let now = site.clock.now();
    let words = shown.words(&site, lang);
    let submission = Submission {
        site: &site,
        db: &db,
        page_cache: &page_cache,
        intake: &intake,
        shown: &shown,
        words: &words,
        source,
        browser,
        form: &form,
        purpose: "sign",
        asked_by: None,
        stated_by: None,
        handed_in: None,
        now,
    };
    let TakenIn { form, browser } = match submission.take_in().await {
        Ok(taken) => taken,
        Err(why) => {
            let again = why.again(&words)?;
            let typed = SignForm {
                hidden: hidden(Via::of(&shown, &form.fields.via).as_ref()),
                ..form.fields.typed(&site, &words, &shown, again.errors)
            };
            let html = page_cache.render(&site, &words, &shown, Some(typed), now)?;
            return page(again.status, again.retry_after, html);
        }
    };
    let mut response = see_other(&urls::check_mail(lang, &slug));
    let may_last = shown.allows(Exposure::LastingCookies);
    let lasts = may_last.then_some(WAITS_FOR);
    for cookie in [
        AppCookie::Pend.write(&site, &browser, lasts),
        form.cookie(&site, !may_last)?,
    ] {
        response.add_cookie(&cookie).map_err(|_| Error::FAULT)?;
    }
    Ok(response)
}

fn page(status: u16, retry_after: Option<u16>, html: String) -> Result {
    let status = StatusCode::from_u16(status).map_err(|_| Error::FAULT)?;
    let mut answer = HttpResponse::build(status);
    if let Some(seconds) = retry_after {
        answer.insert_header((RETRY_AFTER, seconds.to_string()));
    }
    Ok(answer.content_type("text/html; charset=utf-8").body(html))
}
