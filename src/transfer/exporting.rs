//! Where lists are written before they leave, and how many at once.

use crate::base::{Id, Time};
use crate::web::{Error, Result};
use parking_lot::Mutex;
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Lists handed over at once; each has a thread.
const AT_ONCE: usize = 4;
/// Lists written beside that at once, for whoever comes back for them.
const JOBS: usize = 2;
/// Signatures up to which a list is handed over where it was asked for.
const AT_ONCE_LINES: u64 = 20_000;

/// An instance of the program, by the folder in which it keeps lists.
#[derive(Debug)]
pub enum Instance {}

/// The folder of lists, and the limits on writing them. Clones are the same.
#[derive(Debug, Clone)]
pub struct Exporting(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    folder: PathBuf,
    instance: Mutex<Option<Id<Instance>>>,
    at_once_lines: AtomicU64,
    lists: Arc<Semaphore>,
    jobs: Arc<Semaphore>,
}

impl Default for Exporting {
    fn default() -> Self {
        Self::within(std::env::temp_dir().join("undersigned-exports"))
    }
}

impl Exporting {
    /// Lists in this folder, which is made when the first is written.
    #[must_use]
    pub fn within(folder: PathBuf) -> Self {
        Self(Arc::new(Inner {
            folder,
            instance: Mutex::new(None),
            at_once_lines: AtomicU64::new(AT_ONCE_LINES),
            lists: Arc::new(Semaphore::new(AT_ONCE)),
            jobs: Arc::new(Semaphore::new(JOBS)),
        }))
    }

    /// The folder, readable by its owner only.
    ///
    /// # Errors
    /// It cannot be made.
    pub fn folder(&self) -> io::Result<&Path> {
        let folder = &self.0.folder;
        std::fs::DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(folder)?;
        Ok(folder)
    }

    /// Which instance this is: a file of the folder says it, so that it is the same one after a restart, and another one on another
    /// machine.
    ///
    /// # Errors
    /// The folder takes no file.
    pub fn instance(&self, now: Time) -> io::Result<Id<Instance>> {
        let mut known = self.0.instance.lock();
        if let Some(instance) = *known {
            return Ok(instance);
        }
        let path = self.folder()?.join("instance");
        let fresh = std::fs::OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(&path);
        let instance = match fresh {
            Ok(mut file) => {
                let instance = Id::new(now);
                file.write_all(instance.to_string().as_bytes())?;
                instance
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                let text = std::fs::read_to_string(&path)?;
                Id::parse(text.trim()).map_err(io::Error::other)?
            }
            Err(error) => return Err(error),
        };
        *known = Some(instance);
        Ok(instance)
    }

    /// Signatures up to which a list is handed over where it was asked for.
    #[must_use]
    pub fn at_once_lines(&self) -> u64 {
        self.0.at_once_lines.load(Ordering::Relaxed)
    }

    /// Sets another bound.
    pub fn set_at_once_lines(&self, lines: u64) {
        self.0.at_once_lines.store(lines, Ordering::Relaxed);
    }

    /// A place for one more list, free again when it is dropped.
    ///
    /// # Errors
    /// 503 when several lists are being written.
    pub(super) fn turn(&self) -> Result<OwnedSemaphorePermit> {
        Arc::clone(&self.0.lists)
            .try_acquire_owned()
            .map_err(|_| Error::busy(30))
    }

    /// A place for one more job, free again when it is dropped; none when as many run as may.
    pub(super) fn job_turn(&self) -> Option<OwnedSemaphorePermit> {
        Arc::clone(&self.0.jobs).try_acquire_owned().ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instance_is_known_by_its_folder() {
        let now = Time::from_micros(1_800_000_000_000_000);
        let folder = tempfile::tempdir().unwrap();
        let here = || Exporting::within(folder.path().join("exports"));
        let first = here().instance(now).unwrap();
        assert_eq!(here().instance(now).unwrap(), first);
        let there = tempfile::tempdir().unwrap();
        let other = Exporting::within(there.path().join("exports"));
        assert_ne!(other.instance(now).unwrap(), first);
        std::fs::write(there.path().join("no-folder"), "").unwrap();
        let refused = Exporting::within(there.path().join("no-folder"));
        assert!(refused.instance(now).is_err() && refused.folder().is_err());
    }
}
