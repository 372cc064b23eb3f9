//! Files that this process has open through SQLite. Nothing else of this process may open one of them: whoever closes a file gives up
//! every lock that the process holds on it, SQLite's too (`fcntl(2)`), and the next program that closes the database believes to be the
//! last, and takes away the log that is still written (sqlite.org, "How To Corrupt An SQLite Database File", 2.2).

use super::open::Target;
use parking_lot::Mutex;
use std::collections::HashMap;
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::sync::Arc;

/// Device and number of a file: the same by whatever name.
type FileKey = (u64, u64);

static SERVED: Mutex<Option<HashMap<FileKey, usize>>> = Mutex::new(None);

fn key(path: &Path) -> Option<FileKey> {
    let found = path.metadata().ok()?;
    Some((found.dev(), found.ino()))
}

/// Says that a file is open, until the last clone is dropped.
#[derive(Clone)]
pub(crate) struct ServedFile {
    _entry: Option<Arc<Entry>>,
}

struct Entry(FileKey);

impl ServedFile {
    /// The file of this database, where it is one.
    pub(crate) fn of(target: &Target) -> Self {
        let found = match target {
            Target::Sqlite(path) => key(path),
            Target::Postgres(_) => None,
        };
        let entry = found.map(|key| {
            let mut served = SERVED.lock();
            *served.get_or_insert_default().entry(key).or_default() += 1;
            Arc::new(Entry(key))
        });
        Self { _entry: entry }
    }
}

impl Drop for Entry {
    fn drop(&mut self) {
        let mut served = SERVED.lock();
        let served = served.get_or_insert_default();
        if let Some(many) = served.get_mut(&self.0) {
            *many = many.saturating_sub(1);
            if *many == 0 {
                served.remove(&self.0);
            }
        }
    }
}

/// Whether this process has the file open.
pub(crate) fn is_served_here(path: &Path) -> bool {
    let served = SERVED.lock();
    let (Some(served), Some(key)) = (served.as_ref(), key(path)) else {
        return false;
    };
    served.contains_key(&key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Time;
    use crate::db::opening::condition::{condition, open_to_examine};
    use crate::db::opening::whole;
    use crate::db::{Db, Writing, backup};

    /// Locks that processes hold on this file, of the kind that a close gives up.
    fn locks(path: &Path) -> usize {
        let all = std::fs::read_to_string("/proc/locks").unwrap();
        let inode = format!(":{} ", path.metadata().unwrap().ino());
        let ours = |line: &&str| line.contains("POSIX") && line.contains(&inode);
        all.lines().filter(ours).count()
    }

    #[test]
    fn whoever_looks_at_a_database_that_is_served_takes_no_lock_off_it() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.db");
        let target = Target::Sqlite(file.clone());
        let db = Db::open(&target).unwrap();
        db.read_here(crate::db::facts).unwrap();
        let held = locks(&file);
        assert!(held > 0, "what is open is locked");
        assert!(is_served_here(&file));
        whole::must_be_whole(&target).unwrap();
        assert!(!whole::is_marked(&target) && whole::is_in_wal_mode(&target));
        let mut conn = open_to_examine(&target).unwrap();
        condition(&mut conn, &target).unwrap();
        let copy = Target::Sqlite(folder.path().join("copy.db"));
        let now = Time::from_micros(1_800_000_000_000_000);
        backup(&target, &copy, &Writing::default(), now).unwrap();
        assert!(locks(&file) >= held, "it still is");
        // a file that nobody serves is read as ever
        assert!(!is_served_here(&folder.path().join("copy.db")));
        assert!(whole::is_marked(&copy));
        drop(db);
        assert!(!is_served_here(&file));
    }
}
