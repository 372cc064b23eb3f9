//! The page of a large list: how far it is, and what can be done with it.

use super::model::{BookFigures, ExportJob, JobState};
use super::{store, worker};
use crate::account::{Action, Actor};
use crate::base::Id;
use crate::db::Db;
use crate::petition::managed_petition::ManagedPetition;
use crate::transfer::exporting::Exporting;
use crate::web::answers::answer::private_page;
use crate::web::page::Frame;
use crate::web::{Error, Result, Site, urls};
use crate::words::Words;
use actix_web::http::StatusCode;
use askama::Template;
use std::path::PathBuf;

/// A list, for whoever asked for it and may still have it.
pub(super) struct OwnJob {
    pub(super) job: ExportJob,
    pub(super) managed: ManagedPetition,
}

impl OwnJob {
    /// The list with this key.
    ///
    /// # Errors
    /// 404 where it is somebody else's or over, 403 where they may take lists no more.
    pub(super) async fn open(
        site: &Site,
        db: &Db,
        actor: &Actor,
        id: Id<ExportJob>,
    ) -> Result<Self> {
        let (organizer, now) = (actor.id, site.clock.now());
        let job = db
            .read(move |conn| store::find(conn, id, organizer))
            .await?;
        let job = job
            .filter(|job| job.expires_at > now)
            .ok_or(Error::NOT_FOUND)?;
        let managed = ManagedPetition::open(db, actor, job.petition, Action::ExportSigners).await?;
        Ok(Self { job, managed })
    }

    /// Where its file lies, if it is whole and this instance has it.
    pub(super) fn file(&self, exporting: &Exporting, site: &Site) -> Option<PathBuf> {
        let instance = exporting.instance(site.clock.now()).ok()?;
        let is_here = self.job.state == JobState::Ready && self.job.instance == instance;
        let path = worker::path(exporting.folder().ok()?, self.job.id);
        (is_here && path.is_file()).then_some(path)
    }
}

#[derive(Template)]
#[template(path = "transfer/job.html")]
struct JobPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    heading: &'a str,
    title: &'a str,
    name: &'a str,
    state: &'static str,
    is_running: bool,
    /// What is wrong, said above everything.
    problem: Option<&'a str>,
    read: i64,
    of: i64,
    done: String,
    all: String,
    lines: String,
    size: String,
    sha256: &'a str,
    until: String,
    here: String,
    file: Option<String>,
    /// Where its file is, when another instance has it: nothing can be done here.
    is_elsewhere: bool,
    again: Option<String>,
    export: String,
    /// Of a book: how many of a hundred parts of the work are done.
    percent: Option<i64>,
    /// Of a book: its pages, and what is not as it was written.
    book: Option<BookFigures>,
    pages: String,
}

/// The page, with a sentence above it where something could not be done.
pub(super) fn show(
    (site, exporting): (&Site, &Exporting),
    actor: &Actor,
    own: &OwnJob,
    problem: Option<&str>,
    status: StatusCode,
) -> Result {
    let OwnJob { job, managed } = own;
    let w = actor.words(site);
    let id = managed.petition.id;
    let instance = exporting.instance(site.clock.now()).ok();
    let is_ready = job.state == JobState::Ready;
    let is_here = own.file(exporting, site).is_some();
    let is_elsewhere = is_ready && instance.is_none_or(|instance| instance != job.instance);
    let is_lost = is_ready && !is_here && !is_elsewhere;
    let state = if is_lost {
        JobState::BrokenOff
    } else {
        job.state
    };
    let can_again = !matches!(state, JobState::Running | JobState::Ready);
    let heading = w.say(match job.is_book() {
        true => "book-title",
        false => "export-job-title",
    });
    let menu = match job.is_book() {
        true => urls::delivery(id),
        false => urls::signatures(id),
    };
    let frame = managed.console_frame(site, &w, actor, &menu, heading);
    private_page(
        status,
        &JobPage {
            frame,
            w: &w,
            heading,
            title: managed.title(actor.lang),
            name: &job.file_name,
            state: state.as_str(),
            is_running: state == JobState::Running,
            problem,
            read: job.lines_read.min(job.lines_of),
            of: job.lines_of.max(1),
            done: w.number(job.lines_read.min(job.lines_of)),
            all: w.number(job.lines_of),
            lines: w.number(job.lines.unwrap_or(0)),
            size: w.number(job.bytes.unwrap_or(0) / 1_000 + 1),
            sha256: job.sha256.as_deref().unwrap_or_default(),
            until: w.date_time(job.expires_at, &managed.petition.time_zone),
            here: urls::export_job(job.id),
            file: is_here.then(|| urls::export_file(job.id)),
            is_elsewhere,
            again: can_again.then(|| urls::export_again(job.id)),
            export: match job.is_book() {
                true => urls::delivery(id),
                false => urls::export(id),
            },
            percent: job
                .is_book()
                .then(|| job.lines_read.min(job.lines_of) * 100 / job.lines_of.max(1)),
            book: job.book,
            pages: w.number(job.book.map_or(0, |book| book.pages)),
        },
    )
}
