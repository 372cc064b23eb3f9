//! GET /report, /p/{slug}/report: asks what is wrong with a page. POST: keeps it for the operator, and mails it.

use super::model::{Complaint, PageReport, WORDS};
use super::{mail, store};
use crate::base::time::minutes;
use crate::base::{Clock, Email, Id, Lang, Slug, Text};
use crate::db::Db;
use crate::mail::OutboxSignal;
use crate::petition::page::layout;
use crate::petition::{About, PetitionCache, PublicPetition};
use crate::web::answers::answer::{page, see_other};
use crate::web::page::{Errors, Frame};
use crate::web::{
    CheckedForm, Error, Fields, Limit, PathArg, ReaderLang, Result, Site, Source, TextField,
    WrongFields, urls,
};
use crate::words::Words;
use actix_web::web::{Data, Query};
use askama::Template;
use serde::Deserialize;
use std::sync::Arc;

/// Seconds until one may surely report again.
const WAIT: u32 = 600;

/// How often one source may report.
#[derive(Clone)]
pub struct Reporting(Arc<Limit>);

impl Reporting {
    /// Five in ten minutes.
    #[must_use]
    pub fn new(clock: &Clock) -> Self {
        Self(Limit::new(clock, &[(5, minutes(10))]))
    }

    /// Forgets sources that may report again as often as ever.
    pub fn tidy(&self) {
        self.0.tidy();
    }
}

#[derive(Template)]
#[template(path = "site/report.html")]
struct ReportPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    about: Option<About<'a>>,
    action: String,
    back: String,
    is_done: bool,
    typed: ReportFields,
    errors: Errors,
}

/// What is typed.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ReportFields {
    kind: String,
    words: String,
    email: String,
}

impl Fields for ReportFields {
    const TEXTS: &'static [TextField] = &[TextField::one("words", "report-page-words", WORDS)];
}

/// Whether it is done, in the address, so that the page can be reloaded.
#[derive(Debug, Default, Deserialize)]
pub struct ReportQuery {
    #[serde(default)]
    done: String,
}

/// The page that asks, and the one that thanks, of any page. Changes nothing.
///
/// # Errors
/// 500 when it cannot be written.
pub async fn get(site: Data<Site>, reader: ReaderLang, done: Option<Query<ReportQuery>>) -> Result {
    ReportContext::of(&site, None, reader.interface()).answer(is_done(done))
}

/// The same of a petition, of one that was taken down too.
///
/// # Errors
/// 404 without such a petition.
pub async fn get_of_petition(
    site: Data<Site>,
    petition_cache: Data<PetitionCache>,
    PathArg(slug): PathArg<Slug>,
    reader: ReaderLang,
    done: Option<Query<ReportQuery>>,
) -> Result {
    let shown = petition_cache.by_slug_even_removed(&slug)?;
    let lang = shown.read_in(&reader);
    ReportContext::of(&site, Some(&shown), lang).answer(is_done(done))
}

fn is_done(query: Option<Query<ReportQuery>>) -> bool {
    query.is_some_and(|query| query.done == "true")
}

/// Keeps what is wrong with any page.
///
/// # Errors
/// 429 after five in ten minutes, and when too many have come today; the form again where something is missing.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    reporting: Data<Reporting>,
    bell: Data<OutboxSignal>,
    reader: ReaderLang,
    source: Source,
    form: CheckedForm<ReportFields>,
) -> Result {
    let context = ReportContext::of(&site, None, reader.interface());
    context
        .keep(&db, (&reporting, source), &bell, form.fields)
        .await
}

/// The same of a petition.
///
/// # Errors
/// As [`post`]; 404 without such a petition.
pub async fn post_of_petition(
    (site, db): (Data<Site>, Data<Db>),
    (reporting, bell): (Data<Reporting>, Data<OutboxSignal>),
    petition_cache: Data<PetitionCache>,
    PathArg(slug): PathArg<Slug>,
    reader: ReaderLang,
    source: Source,
    form: CheckedForm<ReportFields>,
) -> Result {
    let shown = petition_cache.by_slug_even_removed(&slug)?;
    let context = ReportContext::of(&site, Some(&shown), shown.read_in(&reader));
    context
        .keep(&db, (&reporting, source), &bell, form.fields)
        .await
}

/// Which page is reported, in which language.
struct ReportContext<'a> {
    site: &'a Data<Site>,
    shown: Option<&'a Arc<PublicPetition>>,
    lang: Lang,
}

impl<'a> ReportContext<'a> {
    fn of(site: &'a Data<Site>, shown: Option<&'a Arc<PublicPetition>>, lang: Lang) -> Self {
        Self { site, shown, lang }
    }

    fn action(&self) -> String {
        urls::report(self.lang, self.shown.map(|shown| &shown.petition.slug))
    }

    fn answer(&self, is_done: bool) -> Result {
        self.page(ReportFields::default(), &WrongFields::default(), is_done)
    }

    fn page(&self, typed: ReportFields, wrong: &WrongFields, is_done: bool) -> Result {
        let w = match self.shown {
            Some(shown) => shown.words(self.site, self.lang),
            None => self.site.words(self.lang),
        };
        let errors = wrong.said(&w);
        let title = match is_done {
            true => w.say("report-page-done-title"),
            false => w.say("report-page-title"),
        };
        let frame = match self.shown {
            Some(shown) => layout::about(self.site, &w, shown, title),
            None => self.site.frame(&w, title),
        };
        let shown = ReportPage {
            frame: frame.with_errors(!errors.is_empty()),
            w: &w,
            about: self.shown.map(|shown| About::of(shown, self.lang)),
            action: self.action(),
            back: match self.shown {
                Some(shown) => urls::petition(Some(self.lang), &shown.petition.slug),
                None => urls::home(Some(self.lang)),
            },
            is_done,
            typed,
            errors,
        };
        let status = shown.errors.status();
        page(status, &shown)
    }

    async fn keep(
        &self,
        db: &Db,
        (reporting, source): (&Reporting, Source),
        bell: &OutboxSignal,
        typed: ReportFields,
    ) -> Result {
        let mut wrong = WrongFields::default();
        let complaint = Complaint::parse(&typed.kind);
        if complaint.is_none() {
            wrong.add("kind", "error-report-kind");
        }
        let words = wrong.need(
            "words",
            Text::<WORDS>::optional(&typed.words),
            "error-report-words",
        );
        let email = match typed.email.trim() {
            "" => None,
            address => wrong.take("email", Email::parse(address, self.site.strictness)),
        };
        let (Some(complaint), Some(words), true) = (complaint, words, wrong.list().is_empty())
        else {
            return self.page(typed, &wrong, false);
        };
        if !reporting.0.admits(source) {
            return Err(Error::too_many(WAIT));
        }
        let now = self.site.clock.now();
        let report = PageReport {
            id: Id::new(now),
            petition: self.shown.map(|shown| shown.petition.id),
            complaint,
            words,
            email,
            lang: self.lang,
            sent_at: now,
        };
        let site = self.site.clone();
        let is_kept = db
            .write(move |tx| {
                let is_kept = store::insert(tx, &report)?;
                if let (true, Some(to)) = (is_kept, &site.operator.reports_to) {
                    mail::queue(tx, &site, to, &report, now)?;
                }
                Ok::<_, crate::db::Error>(is_kept)
            })
            .await?;
        if !is_kept {
            return Err(Error::too_many(WAIT).saying("error-report-many"));
        }
        bell.ring();
        Ok(see_other(&format!("{}?done=true", self.action())))
    }
}
