//! `undersigned backup`: a copy of the database while it is in use.

use super::copy::copy;
use super::failure::Failure;
use crate::db::Conn;
use crate::db::opening::open::Target;
use crate::db::opening::whole;
use diesel::RunQueryDsl;
use diesel::connection::SimpleConnection;
use diesel::sql_types::Text;
use parking_lot::Mutex;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Where a copy goes.
///
/// # Errors
/// [`Failure::Refused`].
pub fn destination(typed: &str) -> Result<Target, Failure> {
    match typed.parse::<Target>() {
        Ok(target) => Ok(target),
        Err(error) if typed.contains("://") || typed.starts_with("postgres") => {
            Err(Failure::Refused(format!("backup: {error}")))
        }
        Err(_) => Ok(Target::Sqlite(PathBuf::from(typed))),
    }
}

/// The part that is being written just now, for whoever breaks the writing off: nobody else's.
#[derive(Debug, Clone, Default)]
pub struct Writing(Arc<Mutex<Option<PathBuf>>>);

impl Writing {
    /// Takes away what was written of a copy that is not going to be ended.
    pub(crate) fn abandon(&self) {
        if let Some(part) = self.0.lock().take() {
            remove(&part);
        }
    }
}

/// Writes a consistent copy into a file that does not exist yet, readable by its owner only; or into an empty PostgreSQL
/// database. The file is a one-file database whatever it is a copy of: give it to `--database` and it serves.
///
/// The file is written beside its place, as `FILE.part`, and takes its name when it is whole and on the disk. A part of one is
/// known by what stands in it: `whole`.
///
/// # Errors
/// One line for the operator; nothing half-written stays.
pub fn backup(from: &Target, into: &Target, writing: &Writing) -> Result<(), Failure> {
    from.must_exist().map_err(Failure::Refused)?;
    match into {
        Target::Postgres(_) => copy(from, into).map(|_| ()),
        Target::Sqlite(file) => {
            let draft = Draft::begin(file)?;
            *writing.0.lock() = Some(draft.part.clone());
            let done = write(from, &draft).and_then(|()| draft.finish());
            match done {
                // It has its name; what lies at the part's place from now on is another's.
                Ok(()) => *writing.0.lock() = None,
                Err(_) => writing.abandon(),
            }
            done
        }
    }
}

fn write(from: &Target, draft: &Draft<'_>) -> Result<(), Failure> {
    match from {
        Target::Sqlite(_) => vacuum_into(from, draft),
        Target::Postgres(_) => {
            let told = |error: String| draft.failed(&error);
            whole::begin(&draft.part).map_err(told)?;
            copy(from, &Target::Sqlite(draft.part.clone()))?;
            whole::leave_wal_mode(&draft.part).map_err(told)
        }
    }
}

fn part(file: &Path) -> PathBuf {
    whole::beside(file, ".part")
}

/// A copy that is being written.
struct Draft<'a> {
    file: &'a Path,
    part: PathBuf,
    /// Held until it is ended, so that two who write the same copy do not meet.
    handle: File,
}

impl<'a> Draft<'a> {
    fn begin(file: &'a Path) -> Result<Self, Failure> {
        let refuse = |what: &str| Failure::Refused(format!("backup: {} {what}", file.display()));
        if file.symlink_metadata().is_ok() {
            return Err(refuse("exists already"));
        }
        if !folder(file).is_dir() {
            return Err(refuse("cannot be written: its folder does not exist"));
        }
        let part = part(file);
        let cannot = |error: std::io::Error| refuse(&format!("cannot be written: {error}"));
        let follow_no_link = rustix::fs::OFlags::NOFOLLOW.bits();
        let handle = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .mode(0o600)
            .custom_flags(i32::try_from(follow_no_link).unwrap_or_default())
            .open(&part)
            .map_err(cannot)?;
        if matches!(handle.try_lock(), Err(TryLockError::WouldBlock)) {
            return Err(refuse("is being written by another backup"));
        }
        // What an earlier one left behind when it was killed.
        for end in ["-wal", "-shm", "-journal"] {
            let _ = fs::remove_file(whole::beside(&part, end));
        }
        handle
            .set_permissions(fs::Permissions::from_mode(0o600))
            .and_then(|()| handle.set_len(0))
            .map_err(cannot)?;
        Ok(Self { file, part, handle })
    }

    fn failed(&self, error: &dyn std::fmt::Display) -> Failure {
        Failure::Broken(format!(
            "backup: cannot write {}: {error}",
            self.file.display()
        ))
    }

    /// The mark, the name, and both on the disk.
    fn finish(&self) -> Result<(), Failure> {
        whole::finish(&self.handle).map_err(|error| self.failed(&error))?;
        // Nobody writes this name but who holds the lock; somebody may have put another file there.
        if self.file.symlink_metadata().is_ok() {
            return Err(self.failed(&"it exists by now"));
        }
        fs::rename(&self.part, self.file)
            .and_then(|()| File::open(folder(self.file))?.sync_all())
            .map_err(|error| self.failed(&error))
    }
}

fn folder(file: &Path) -> &Path {
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

fn vacuum_into(from: &Target, draft: &Draft<'_>) -> Result<(), Failure> {
    whole::must_be_whole(from).map_err(Failure::Refused)?;
    let name = draft.part.to_str();
    let name = name.ok_or_else(|| draft.failed(&"its name is not UTF-8"))?;
    let cannot_open = |error: &dyn std::fmt::Display| {
        Failure::Refused(format!("backup: cannot open {from:?}: {error}"))
    };
    let mut conn = from.open(true).map_err(|error| cannot_open(&error))?;
    let Conn::Sqlite(conn) = &mut conn else {
        return Err(cannot_open(&"not the one-file database"));
    };
    if whole::is_marked(from) {
        // A copy that serves now; its own copies get the mark when they are finished.
        conn.batch_execute("PRAGMA application_id = 0")
            .map_err(|error| cannot_open(&error))?;
    }
    diesel::sql_query("VACUUM INTO $1")
        .bind::<Text, _>(name)
        .execute(conn)
        .map(|_| ())
        .map_err(|error| draft.failed(&error))
}

/// What was written of it is no backup.
fn remove(part: &Path) {
    for end in ["", "-wal", "-shm", "-journal"] {
        let _ = fs::remove_file(whole::beside(part, end));
    }
}
