//! A copy that is being written: beside its place, under another name until it is whole and on the disk.

use super::failure::Failure;
use crate::db::opening::whole;
use parking_lot::Mutex;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What SQLite keeps beside a file.
pub(super) const BESIDE: [&str; 3] = ["-wal", "-shm", "-journal"];

/// What is being written just now, for whoever breaks the writing off: nobody else's.
#[derive(Debug, Clone, Default)]
pub struct Writing(Arc<Mutex<Vec<PathBuf>>>);

impl Writing {
    /// Takes away what was written of a copy that is not going to be ended.
    pub(crate) fn abandon(&self) {
        for part in self.0.lock().drain(..) {
            remove(&part);
        }
    }

    /// Says that this is being written, beside what is already.
    pub(crate) fn begins(&self, part: &Path) {
        self.0.lock().push(part.to_owned());
    }

    /// The part has its name; what lies at its place from now on is another's.
    pub(crate) fn ends(&self) {
        self.0.lock().clear();
    }
}

/// A copy that is being written.
pub(super) struct Draft {
    /// The command that writes it, which its errors begin with.
    command: &'static str,
    /// Its place.
    pub(super) file: PathBuf,
    /// Where it is written until it is whole: `FILE.part`.
    pub(super) part: PathBuf,
    /// Held until it is ended, so that two who write the same copy do not meet.
    pub(super) handle: File,
}

impl Draft {
    /// Begins one, empty and readable by its owner only.
    ///
    /// # Errors
    /// [`Failure::Refused`]: something lies at its place, or nothing can be written there.
    pub(super) fn begin(command: &'static str, file: &Path) -> Result<Self, Failure> {
        let refuse = |what: &str| Failure::Refused(format!("{command}: {} {what}", file.display()));
        if file.symlink_metadata().is_ok() {
            return Err(refuse("exists already"));
        }
        if !folder(file).is_dir() {
            return Err(refuse("cannot be written: its folder does not exist"));
        }
        let part = whole::beside(file, ".part");
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
            return Err(refuse(&format!("is being written by another {command}")));
        }
        // What an earlier one left behind when it was killed.
        for end in BESIDE {
            let _ = fs::remove_file(whole::beside(&part, end));
        }
        handle
            .set_permissions(fs::Permissions::from_mode(0o600))
            .and_then(|()| handle.set_len(0))
            .map_err(cannot)?;
        Ok(Self {
            command,
            file: file.to_owned(),
            part,
            handle,
        })
    }

    /// What went wrong while it was written.
    pub(super) fn failed(&self, error: &dyn std::fmt::Display) -> Failure {
        Failure::Broken(format!(
            "{}: cannot write {}: {error}",
            self.command,
            self.file.display()
        ))
    }

    /// The mark of a finished copy, the name, and both on the disk.
    ///
    /// # Errors
    /// [`Failure::Broken`].
    pub(super) fn finish(&self) -> Result<(), Failure> {
        whole::finish(&self.handle).map_err(|error| self.failed(&error))?;
        // Nobody writes this name but who holds the lock; somebody may have put another file there.
        if self.file.symlink_metadata().is_ok() {
            return Err(self.failed(&"it exists by now"));
        }
        fs::rename(&self.part, &self.file)
            .and_then(|()| File::open(folder(&self.file))?.sync_all())
            .map_err(|error| self.failed(&error))
    }
}

/// The folder a file lies in.
fn folder(file: &Path) -> &Path {
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Takes a part away, with what SQLite keeps beside it.
fn remove(part: &Path) {
    let _ = fs::remove_file(part);
    for end in BESIDE {
        let _ = fs::remove_file(whole::beside(part, end));
    }
}
