//! GET /p/{slug}/reasons/{id}/report: asks. POST: tells the organizers, and says thank you.

use super::reported::RecentReports;
use crate::base::{Id, Slug};
use crate::db::Db;
use crate::petition::About;
use crate::signature::page::featured_reasons::FeaturedReason;
use crate::signature::page::page_cache::PageCache;
use crate::signature::page::parts;
use crate::signature::reason::{Reason, store};
use crate::web::answers::answer::{page, see_other};
use crate::web::page::Frame;
use crate::web::{CheckedForm, Error, Fields, PathArg, ReaderLang, Result, Site, Source, urls};
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Query};
use askama::Template;
use serde::Deserialize;

#[derive(Template)]
#[template(path = "signature/review/report.html")]
struct ReportPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    about: About<'a>,
    /// What is about to be reported; none when it is done.
    reason: Option<FeaturedReason>,
    action: String,
}

/// Whether it is done, in the address, so that the page can be reloaded.
#[derive(Debug, Default, Deserialize)]
pub struct ReportQuery {
    #[serde(default)]
    done: String,
}

/// The page that asks, and the one that thanks. Changes nothing.
///
/// # Errors
/// 404 without such a petition, 410 once it was taken down, 404 for a reason that is not on its page.
pub async fn get(
    site: Data<Site>,
    page_cache: Data<PageCache>,
    PathArg(slug): PathArg<Slug>,
    PathArg(id): PathArg<Id<Reason>>,
    reader: ReaderLang,
    done: Option<Query<ReportQuery>>,
) -> Result {
    let shown = page_cache.petition_cache.by_slug(&slug)?;
    let reason = match done.is_some_and(|done| !done.done.is_empty()) {
        true => None,
        false => {
            let reasons = page_cache.featured_reasons.of(shown.petition.id);
            let reason = reasons.iter().find(|reason| reason.id == id).cloned();
            Some(reason.ok_or(Error::NOT_FOUND)?)
        }
    };
    let words = shown.words(&site, reader.interface());
    let title = match reason {
        Some(_) => "report-title",
        None => "reported-title",
    };
    let asks = ReportPage {
        frame: parts::frame(&site, &words, &shown, words.say(title)),
        w: &words,
        about: About::of(&shown, words.lang()),
        reason,
        action: urls::report_reason(Some(words.lang()), &slug, id),
    };
    page(StatusCode::OK, &asks)
}

/// A button without fields.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportForm {}

impl Fields for ReportForm {}

/// Counts the report, once for each host; the thanks are the same.
///
/// # Errors
/// 404 without such a petition, 410 once it was taken down; 503 while the database is away.
#[expect(clippy::too_many_arguments, reason = "actix hands each of them in")]
pub async fn post(
    site: Data<Site>,
    page_cache: Data<PageCache>,
    reported: Data<RecentReports>,
    db: Data<Db>,
    PathArg(slug): PathArg<Slug>,
    PathArg(id): PathArg<Id<Reason>>,
    reader: ReaderLang,
    source: Source,
    _form: CheckedForm<ReportForm>,
) -> Result {
    let shown = page_cache.petition_cache.by_slug(&slug)?;
    let (petition, now) = (shown.petition.id, site.clock.now());
    let reasons = page_cache.featured_reasons.of(petition);
    if reasons.iter().any(|reason| reason.id == id) && reported.is_new(source, id) {
        db.write(move |tx| store::report(tx, petition, id, now))
            .await?;
    }
    let back = urls::report_reason(Some(reader.interface()), &slug, id);
    Ok(see_other(&format!("{back}?done=1")))
}
