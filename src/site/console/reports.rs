//! GET /organize/operator/reports: what visitors have reported about pages, the newest first.

use crate::account::OperatorActor;
use crate::base::{Cursor, Email, Id, Page, Time};
use crate::db::{self, Db};
use crate::petition::PetitionCache;
use crate::site::report::model::{NOTE, ReadReport};
use crate::site::report::{read_newest, undealt};
use crate::web::answers::answer::private_page;
use crate::web::page::Frame;
use crate::web::{Result, Site, urls};
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Query};
use askama::Template;
use serde::Deserialize;

/// Reports of a page.
const SIZE: usize = 20;
/// One more, which says that there is a next page.
const LOOK: i64 = 21;

/// From where on.
#[derive(Debug, Default, Deserialize)]
pub struct ReportsQuery {
    #[serde(default)]
    after: String,
}

/// One report as a card.
struct ReportCard {
    id: String,
    complaint: &'static str,
    words: String,
    lang: String,
    /// The petition: title and where its page is; none for any other page of the site.
    petition: Option<(String, String)>,
    /// Where an answer is wanted.
    email: Option<String>,
    at: String,
    ago: String,
    /// When it was dealt with, already written; none where it was not.
    dealt: Option<String>,
    note: String,
    action: String,
}

impl ReportCard {
    fn of(w: &Words, petition_cache: &PetitionCache, one: ReadReport, now: Time) -> Self {
        let report = one.report;
        let petition = report.petition.map(|id| {
            let shown = petition_cache.by_id(id);
            let text = shown.as_ref().and_then(|shown| shown.text(w.lang()));
            let title = text.map_or(w.say("operator-report-hidden"), |text| &text.title);
            let path = shown
                .as_ref()
                .map(|shown| urls::petition(Some(w.lang()), &shown.petition.slug));
            (title.to_owned(), path.unwrap_or_default())
        });
        Self {
            id: report.id.to_string(),
            complaint: report.complaint.as_str(),
            words: report.words.as_str().to_owned(),
            lang: report.lang.to_string(),
            petition,
            email: report.email.as_ref().map(Email::deliver).map(str::to_owned),
            at: report.sent_at.rfc3339(),
            ago: w.ago(report.sent_at, now),
            dealt: one.dealt_at.map(|at| w.date_time(at, "UTC")),
            note: one.note,
            action: urls::operator_report(report.id),
        }
    }
}

#[derive(Template)]
#[template(path = "site/console/reports.html")]
struct ReportsPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    open: i64,
    cards: Vec<ReportCard>,
    longest: usize,
    /// Where this page begins, so that dealing with one leads back to it.
    after: &'a str,
    next: Option<String>,
}

/// The page.
///
/// # Errors
/// 404 for who is no operator; 422 for a place in the list that is none.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    petition_cache: Data<PetitionCache>,
    OperatorActor(actor): OperatorActor,
    asked: Query<ReportsQuery>,
) -> Result {
    let from = Cursor::asked(&asked.after)?;
    let before = from.and_then(|from| Id::parse(from.key().first()?).ok());
    let (found, open) = db
        .read(move |conn| {
            let found = read_newest(conn, before, LOOK)?;
            Ok::<_, db::Error>((found, undealt(conn)?))
        })
        .await?;
    let page = Page::cut(found, SIZE, None, |one| vec![one.report.id.to_string()]);
    let (w, now) = (actor.words(&site), site.clock.now());
    let here = urls::operator_reports(None);
    let next = page.next.as_ref();
    let next = next.map(|next| urls::operator_reports(Some(next)));
    let card = |one| ReportCard::of(&w, &petition_cache, one, now);
    private_page(
        StatusCode::OK,
        &ReportsPage {
            frame: actor.console_frame(&site, &w, &here, w.say("operator-reports")),
            w: &w,
            open,
            cards: page.rows.into_iter().map(card).collect(),
            longest: NOTE,
            after: &asked.after,
            next,
        },
    )
}
