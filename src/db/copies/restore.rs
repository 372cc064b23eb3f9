//! `undersigned restore`: a copy becomes the database of an installation.
//!
//! It is put together beside its place, as `FILE.part`, which no command takes for a database. What has to be done before anybody may see it
//! (the schema, what was deleted since, silence of mail) is done there, and then it takes its name.

use super::copy::{copy, is_vacant};
use super::draft::{BESIDE, Draft, Writing};
use super::failure::Failure;
use crate::db::opening::migrate::{self, Standing};
use crate::db::opening::open::Target;
use crate::db::opening::whole::{self, CopyVerdict};
use crate::db::pool::Db;
use std::fs::File;
use std::io::{Read, Write};
use std::path::Path;
use std::time::Duration;

/// Bytes read at once.
const CHUNK: usize = 256 * 1024;

/// A database that is being put together from a copy.
pub struct Restoration {
    draft: Draft,
}

fn refused(what: String) -> Failure {
    Failure::Refused(format!("restore: {what}"))
}

/// Refuses a place where a database is already, or was and left something behind.
///
/// # Errors
/// [`Failure::Refused`] with what to do.
pub fn must_be_vacant(target: &Target) -> Result<(), Failure> {
    let Target::Sqlite(file) = target else {
        return is_vacant(target).map_err(refused);
    };
    if file.symlink_metadata().is_ok() {
        return Err(refused(format!(
            "there is a database at {} already: stop the program that serves it and move it away, with {0}-wal and {0}-shm, or give \
             another place with --database",
            file.display()
        )));
    }
    for end in BESIDE {
        let left = whole::beside(file, end);
        if left.symlink_metadata().is_ok() {
            return Err(refused(format!(
                "{} belongs to the database that was here before, and may hold its newest rows: move it to where that database went",
                left.display()
            )));
        }
    }
    Ok(())
}

/// Refuses a file beside which SQLite keeps rows that are not in it.
///
/// # Errors
/// [`Failure::Refused`].
pub fn must_be_alone(file: &Path) -> Result<(), Failure> {
    let log = whole::beside(file, "-wal");
    match log.metadata() {
        Ok(found) if found.len() > 0 => Err(refused(format!(
            "{} has rows in {} that are not in it: it is in use, or was cut off; restore from a file that undersigned backup made",
            file.display(),
            log.display()
        ))),
        _ => Ok(()),
    }
}

impl Restoration {
    /// Takes the bytes of the copy `name` in, and judges them: whole, of this program, not of a newer one, undamaged. Brings its
    /// schema up to date. Blocks.
    ///
    /// # Errors
    /// [`Failure::Refused`] where it is no copy to restore from, [`Failure::Broken`] where it cannot be read or written; nothing
    /// stays then.
    pub fn begin(
        place: &Path,
        (bytes, name): (&mut dyn Read, &str),
        writing: &Writing,
    ) -> Result<Self, Failure> {
        let draft = Draft::begin("restore", place)?;
        writing.begins(&draft.part);
        let begun = take_in(&draft, bytes, name).and_then(|()| prepare(&draft, name));
        match begun {
            Ok(()) => Ok(Self { draft }),
            Err(failure) => {
                writing.abandon();
                Err(failure)
            }
        }
    }

    /// The database as it is put together. Drop it before [`Restoration::finish`].
    #[must_use]
    pub fn open(&self) -> Db {
        Db::alone(&Target::Sqlite(self.draft.part.clone()))
    }

    /// Gives it its name: from now on it is a database that serves.
    ///
    /// # Errors
    /// [`Failure::Broken`]; nothing stays then.
    pub fn finish(self, writing: &Writing) -> Result<(), Failure> {
        let done = whole::leave_wal_mode(&self.draft.part)
            .map_err(|error| self.draft.failed(&error))
            .and_then(|()| self.draft.finish());
        match done {
            // Where this is cut off the next start does it, and holds mail back that is held back already.
            Ok(()) => {
                writing.ends();
                let _ = whole::unmark(&self.draft.file);
            }
            Err(_) => writing.abandon(),
        }
        done
    }
}

/// Whether this is a copy that `undersigned backup` made and that has not served yet: what waits in it may have been sent long ago.
#[must_use]
pub fn is_fresh_copy(target: &Target) -> bool {
    whole::is_marked(target)
}

/// Makes such a copy a database like any other.
///
/// # Errors
/// What SQLite says.
pub fn take_into_use(target: &Target) -> Result<(), String> {
    match target {
        Target::Sqlite(file) => whole::unmark(file),
        Target::Postgres(_) => Ok(()),
    }
}

/// Writes the bytes into the part.
fn take_in(draft: &Draft, bytes: &mut dyn Read, name: &str) -> Result<(), Failure> {
    let mut to: &File = &draft.handle;
    let mut chunk = vec![0_u8; CHUNK];
    loop {
        let read = match bytes.read(&mut chunk) {
            Ok(0) => return Ok(()),
            Ok(read) => read,
            Err(error) => {
                return Err(Failure::Broken(format!(
                    "restore: {name} cannot be read to its end: {error}"
                )));
            }
        };
        to.write_all(chunk.get(..read).unwrap_or_default())
            .map_err(|error| draft.failed(&error))?;
    }
}

/// Judges what was taken in, and brings its schema up to date.
fn prepare(draft: &Draft, name: &str) -> Result<(), Failure> {
    match whole::judge_copy(&draft.part) {
        CopyVerdict::Finished => {}
        CopyVerdict::CutOff => {
            return Err(refused(format!(
                "{name} is a part of a copy that was cut off, or none of this program: use another backup"
            )));
        }
        CopyVerdict::Foreign => {
            return Err(refused(format!(
                "{name} was not made by undersigned backup: restore from a file that was"
            )));
        }
    }
    let target = Target::Sqlite(draft.part.clone());
    match migrate::standing(&target) {
        Ok(Standing::Ours { is_ahead: false }) => {}
        Ok(Standing::Ours { is_ahead: true }) => {
            return Err(refused(format!(
                "{name} was written by a newer version of this program: restore it with that version"
            )));
        }
        Ok(Standing::Empty | Standing::Foreign) => {
            return Err(refused(format!("{name} holds no database of this program")));
        }
        Err(error) => return Err(refused(format!("{name} cannot be read: {error}"))),
    }
    let damage = Db::alone(&target).damage();
    let damage = damage.map_err(|error| refused(format!("{name} cannot be read: {error}")))?;
    if let Some(first) = damage.first() {
        return Err(refused(format!(
            "{name} is damaged ({first}): use another backup"
        )));
    }
    whole::begin(&draft.part).map_err(|error| draft.failed(&error))?;
    migrate::bring_up(&target, Duration::ZERO).map_err(|error| draft.failed(&error))
}

/// Copies a restored file into an empty PostgreSQL database, in one transaction. Returns how many rows there were.
///
/// # Errors
/// One line for the operator; the database holds no row then.
pub fn fill(from: &Path, to: &Target) -> Result<u64, Failure> {
    let named = |line: String| match line.strip_prefix("backup: ") {
        Some(line) => format!("restore: {line}"),
        None => line,
    };
    copy(&Target::Sqlite(from.to_owned()), to).map_err(|failure| match failure {
        Failure::Refused(line) => Failure::Refused(named(line)),
        Failure::Broken(line) => Failure::Broken(named(line)),
    })
}
