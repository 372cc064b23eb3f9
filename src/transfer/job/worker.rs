//! Writes a large list on a thread of its own, and looks after each page whether whoever asked for it may still have it.

use super::model::{BookFigures, ExportJob, JobState, KEPT, WholeFile};
use super::store;
use crate::account::deed::Deed;
use crate::account::occurrence::{Occurrence, OccurrenceKind, store as occurrence};
use crate::account::store::member;
use crate::account::{Action, Actor, may};
use crate::base::{Clock, Id, Secrets, Time};
use crate::db::{self, Db, Tx};
use crate::mail::OutboxSignal;
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::petition_log::PetitionLog;
use crate::transfer::book::write::write_book;
use crate::transfer::exporting::Exporting;
use crate::transfer::hashed::HashedFile;
use crate::transfer::list_use::ListUse;
use crate::transfer::options::ExportOptions;
use crate::transfer::wanted::{Wanted, WantedBook};
use crate::transfer::write::{ExportError, write_watched};
use crate::web::{Error, Site};
use std::fs::{File, OpenOptions};
use std::io;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use tokio::sync::OwnedSemaphorePermit;

/// A list that somebody asks for.
pub struct AskedList<'a> {
    /// Of which petition.
    pub managed: &'a ManagedPetition,
    /// By whom.
    pub actor: &'a Actor,
    /// As it was chosen.
    pub options: ExportOptions,
    /// As it was read.
    pub wanted: Wanted,
    /// What for.
    pub used: ListUse,
    /// How many signatures there are to look at.
    pub lines_of: u64,
}

/// What became of it.
#[derive(Debug)]
pub enum Begun {
    /// It is being written, under this key.
    Job(Id<ExportJob>),
    /// As many are being written as may be at once, or one of the same petition and person is.
    Busy,
    /// The folder takes no file.
    Unwritable,
}

/// Where a list lies when it is whole.
pub(super) fn path(folder: &Path, id: Id<ExportJob>) -> PathBuf {
    folder.join(format!("{id}.list"))
}

/// Where it is written.
fn part_path(folder: &Path, id: Id<ExportJob>) -> PathBuf {
    folder.join(format!("{id}.part"))
}

/// Begins a list, and has it written on a thread of its own.
///
/// # Errors
/// A fault of the database; 503 when there is no thread to be had.
pub async fn begin(
    site: &Site,
    db: &Db,
    (exporting, bell): (&Exporting, &OutboxSignal),
    asked: AskedList<'_>,
) -> Result<Begun, Error> {
    let now = site.clock.now();
    let Some(turn) = exporting.job_turn() else {
        return Ok(Begun::Busy);
    };
    let known = exporting.folder().map(Path::to_owned);
    let (Ok(folder), Ok(instance)) = (known, exporting.instance(now)) else {
        return Ok(Begun::Unwritable);
    };
    let job = ExportJob {
        id: Id::new(now),
        petition: asked.managed.petition.id,
        organizer: asked.actor.id,
        instance,
        options: asked.options,
        state: JobState::Running,
        lines_read: 0,
        lines_of: i64::try_from(asked.lines_of).unwrap_or(i64::MAX),
        lines: None,
        bytes: None,
        sha256: None,
        book: None,
        file_name: asked.wanted.file_name(now),
        started_at: now,
        moved_at: now,
        finished_at: None,
        expires_at: now.plus(KEPT),
    };
    let id = job.id;
    let row = job.clone();
    if !db.write(move |tx| store::begin(tx, &row)).await? {
        return Ok(Begun::Busy);
    }
    let writing = Writing {
        log: PetitionLog::of(asked.managed, asked.actor, now),
        organization: asked.managed.petition.organization,
        db: db.clone(),
        clock: site.clock.clone(),
        secrets: site.secrets.clone(),
        bell: bell.clone(),
        wanted: asked.wanted,
        used: asked.used,
        folder,
        job,
        _turn: turn,
    };
    tracing::info!(petition = %writing.job.petition, by = %writing.job.organizer, "a large list is begun");
    std::thread::Builder::new()
        .name("export".to_owned())
        .spawn(move || writing.run())
        .map_err(|_| Error::busy(30))?;
    Ok(Begun::Job(id))
}

struct Writing {
    job: ExportJob,
    wanted: Wanted,
    used: ListUse,
    log: PetitionLog,
    organization: Id<crate::account::model::Organization>,
    db: Db,
    clock: Clock,
    secrets: Secrets,
    bell: OutboxSignal,
    folder: PathBuf,
    _turn: OwnedSemaphorePermit,
}

impl Writing {
    fn run(self) {
        let (petition, id) = (self.job.petition, self.job.id);
        let part = part_path(&self.folder, id);
        let written = self.write(&part).and_then(|file| self.finish(&part, &file));
        let why = match written {
            Ok(()) => {
                self.bell.ring();
                tracing::info!(%petition, "a large list is there");
                return;
            }
            Err(ExportError::Stopped) => JobState::NotAllowed,
            Err(ExportError::Out(error)) => {
                tracing::error!(%petition, %error, "a large list could not be written");
                JobState::Unwritable
            }
            Err(ExportError::Fault(fault)) => {
                tracing::error!(%petition, %fault, "a large list broke off");
                JobState::Failed
            }
        };
        for path in [part, path(&self.folder, id)] {
            let _ = std::fs::remove_file(path);
        }
        let now = self.clock.now();
        let told = self.db.write_here(|tx| store::given_up(tx, id, why, now));
        if let Err(error) = told {
            tracing::error!(%petition, %error, "that a large list broke off is written down later");
        }
    }

    /// Writes the file, page by page.
    fn write(&self, part: &Path) -> Result<WholeFile, ExportError> {
        let file = OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(part)?;
        let mut out = HashedFile::new(io::BufWriter::new(file));
        let mut conn = self.db.open_reader()?;
        let (lines, book) = match &self.wanted {
            Wanted::List(wanted) => {
                let watch = |_: &mut db::Conn, read: u64| self.goes_on(read);
                let to = (&mut out, self.folder.as_path());
                let lines = write_watched(&mut conn, wanted, self.job.started_at, to, watch)?;
                (i64::try_from(lines).unwrap_or(i64::MAX), None)
            }
            Wanted::Book(book) => {
                let (names, figures, name) = self.write_book(&mut conn, book, &mut out)?;
                (names, Some((figures, name)))
            }
        };
        let (file, bytes, sha256) = out.done();
        let file: File = file.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.sync_all()?;
        let (book, file_name) = book.unzip();
        Ok(WholeFile {
            lines,
            bytes: i64::try_from(bytes).unwrap_or(i64::MAX),
            sha256,
            book,
            file_name,
        })
    }

    /// Writes a book: how many are in it, its figures, and what the file is called.
    fn write_book(
        &self,
        conn: &mut db::Conn,
        book: &WantedBook,
        out: &mut impl io::Write,
    ) -> Result<(i64, BookFigures, String), ExportError> {
        let now = self.job.started_at;
        let stem = book.stem(now);
        let written = write_book(
            conn,
            &book.request,
            (&book.words, &book.address),
            now,
            (out, &self.folder, &stem),
            |read| self.goes_on(read),
        )?;
        let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        let figures = BookFigures {
            pages: number(written.pages),
            missing_letters: number(written.missing_letters),
            missing_names: number(written.missing_names),
        };
        let end = if written.is_split { "zip" } else { "pdf" };
        Ok((number(written.names), figures, format!("{stem}.{end}")))
    }

    /// Writes down how far it is, and whether whoever asked may still have it.
    fn goes_on(&self, read: u64) -> Result<(), ExportError> {
        let read = i64::try_from(read).unwrap_or(i64::MAX);
        let now = self.clock.now();
        let goes_on = self.db.write_here(|tx| {
            Ok::<_, db::Error>(self.may(tx)? && store::moved(tx, self.job.id, read, now)?)
        })?;
        if goes_on {
            Ok(())
        } else {
            Err(ExportError::Stopped)
        }
    }

    fn may(&self, tx: &mut Tx<'_>) -> db::Result<bool> {
        let role = member::role_of(tx, self.organization, self.job.organizer)?;
        Ok(role.is_some_and(|role| may(role, Action::ExportSigners)))
    }

    /// Gives the file its place, and writes down that a list left, in one transaction with that it can be taken.
    fn finish(&self, part: &Path, file: &WholeFile) -> Result<(), ExportError> {
        std::fs::rename(part, path(&self.folder, self.job.id))?;
        let now: Time = self.clock.now();
        let lines = u64::try_from(file.lines).unwrap_or(0);
        let taken = self.used.taken(lines, &file.sha256);
        let log = self.log.clone().at(now);
        let is_there = self.db.write_here(|tx| {
            if !self.may(tx)? || !store::ready(tx, self.job.id, file, now)? {
                return Ok(false);
            }
            let name = file.file_name.as_deref().unwrap_or(&self.job.file_name);
            match &self.wanted {
                Wanted::List(_) => {
                    let told = (name, Some(&taken));
                    log.took_list(tx, &self.secrets, Deed::EXPORTED, told)?;
                    let (petition, kind) = (self.job.petition.cast(), OccurrenceKind::ExportReady);
                    let ready = Occurrence::of(petition, kind, now).about(self.job.id.cast());
                    occurrence::note_one(tx, ready)?;
                }
                // nothing is in it but what everybody may read: the log has it, and nobody is written to
                Wanted::Book(_) => log.changed(tx, Deed::BOOK, name, ("", &taken.logged()))?,
            }
            Ok::<_, db::Error>(true)
        })?;
        if is_there {
            Ok(())
        } else {
            Err(ExportError::Stopped)
        }
    }
}
