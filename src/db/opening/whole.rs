//! Whether a one-file database is whole: a copy that was cut off can be opened, and holds a part of the rows.
//!
//! A database that serves is in WAL mode, which its header says. A copy is written in the other mode and gets its mark in the same
//! header last, after everything else is on the disk. So a file in that other mode without the mark is a copy that was cut off,
//! wherever it lies and whatever it is called. A database becomes one that serves as soon as the program opens it.

use super::open::Target;
use super::served_file::is_served_here;
use diesel::connection::SimpleConnection;
use diesel::{Connection, QueryableByName, RunQueryDsl, SqliteConnection};
use std::fs::File;
use std::io::{self, Read};
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};

/// Where SQLite keeps the number that belongs to an application (file format, 1.3).
const PLACE: u64 = 68;
/// The number of a finished copy: `UndB`.
pub(crate) const FINISHED: u32 = 0x556E_6442;
/// The number of a copy whose writing has begun: `Und?`.
pub(crate) const BEGUN: u32 = 0x556E_643F;

/// What can be read of a file before SQLite opens it.
struct Header {
    in_wal_mode: bool,
    mark: u32,
    /// How long the file has to be; none where the header does not say.
    length: Option<u64>,
}

impl Header {
    /// None of what is no database, and of one that this process serves: SQLite has it, and it was looked at before.
    fn read(path: &Path) -> io::Result<Option<Self>> {
        if is_served_here(path) {
            return Ok(None);
        }
        let mut bytes = Vec::with_capacity(100);
        File::open(path)?.take(100).read_to_end(&mut bytes)?;
        Ok(Self::parse(&bytes))
    }

    fn parse(bytes: &[u8]) -> Option<Self> {
        if !bytes.starts_with(b"SQLite format 3\0") {
            return None;
        }
        let number = |at: usize| {
            let four = bytes.get(at..at.checked_add(4)?)?;
            Some(u32::from_be_bytes(four.try_into().ok()?))
        };
        let page = bytes.get(16..18)?;
        let page = match u16::from_be_bytes(page.try_into().ok()?) {
            1 => 65_536,
            size => u64::from(size),
        };
        // The number of pages is right only if whoever changed the file last wrote it.
        let is_known = number(24)? == number(92)?;
        Some(Self {
            in_wal_mode: *bytes.get(18)? == 2,
            mark: number(68)?,
            length: Some(u64::from(number(28)?) * page).filter(|_| is_known),
        })
    }
}

/// Refuses a file that is a part of a copy. What is no database at all is left to SQLite to name, and what is not there is no part.
///
/// # Errors
/// One line for the operator.
pub(crate) fn must_be_whole(target: &Target) -> Result<(), String> {
    let Target::Sqlite(path) = target else {
        return Ok(());
    };
    let Ok(Some(header)) = Header::read(path) else {
        return Ok(());
    };
    let cut_off = || {
        format!(
            "{target:?} is a part of a copy that was cut off: use another backup (a whole one that you made by other means than \
             this program: sqlite3 {path} 'PRAGMA application_id = {FINISHED}')",
            path = path.display()
        )
    };
    if header.mark == BEGUN {
        return Err(cut_off());
    }
    let is_short = match (header.length, length(path), log_length(path)) {
        (Some(expected), Some(there), None | Some(0)) => there < expected,
        _ => false,
    };
    if is_short {
        return Err(format!(
            "{target:?} is cut off: it is shorter than it says itself; use another backup"
        ));
    }
    if header.in_wal_mode || header.mark == FINISHED || is_empty(path) {
        return Ok(());
    }
    Err(cut_off())
}

/// What a file is to whoever restores from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CopyVerdict {
    /// A copy that is whole.
    Finished,
    /// A part of one.
    CutOff,
    /// Nothing that this program copied: another file, or a database that serves.
    Foreign,
}

/// Judges a copy by its header: only one with the mark that is set last is whole.
pub(crate) fn judge_copy(path: &Path) -> CopyVerdict {
    let Ok(Some(header)) = Header::read(path) else {
        return CopyVerdict::Foreign;
    };
    let is_short = match (header.length, length(path)) {
        (Some(expected), Some(there)) => there < expected,
        _ => false,
    };
    match header.mark {
        BEGUN => CopyVerdict::CutOff,
        _ if is_short => CopyVerdict::CutOff,
        FINISHED => CopyVerdict::Finished,
        // What `VACUUM INTO` writes until the mark is set.
        0 if !header.in_wal_mode => CopyVerdict::CutOff,
        _ => CopyVerdict::Foreign,
    }
}

/// Whether the file has the mark of a copy.
pub(crate) fn is_marked(target: &Target) -> bool {
    match target {
        Target::Sqlite(path) => {
            let header = Header::read(path).ok().flatten();
            header.is_some_and(|header| header.mark != 0)
        }
        Target::Postgres(_) => false,
    }
}

/// Whether a one-file database is in the mode in which it serves.
pub(crate) fn is_in_wal_mode(target: &Target) -> bool {
    match target {
        Target::Sqlite(path) if is_served_here(path) => true,
        Target::Sqlite(path) => {
            let header = Header::read(path).ok().flatten();
            header.is_some_and(|header| header.in_wal_mode)
        }
        Target::Postgres(_) => false,
    }
}

/// Makes a copy a database like any other: it serves from now on.
///
/// # Errors
/// What SQLite says.
pub(crate) fn unmark(path: &Path) -> Result<(), String> {
    tell(path, "PRAGMA journal_mode = WAL; PRAGMA application_id = 0")
}

fn length(path: &Path) -> Option<u64> {
    path.metadata().ok().map(|found| found.len())
}

fn log_length(path: &Path) -> Option<u64> {
    length(&beside(path, "-wal"))
}

/// A file whose name begins with that of another.
pub(crate) fn beside(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    PathBuf::from(name)
}

#[derive(QueryableByName)]
struct TableCount {
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    many: i64,
}

/// Whether nothing is in the database yet. One that cannot be read is not empty.
fn is_empty(path: &Path) -> bool {
    let Ok(mut conn) = SqliteConnection::establish(&path.to_string_lossy()) else {
        return false;
    };
    let found = conn
        .batch_execute("PRAGMA busy_timeout = 10000; PRAGMA query_only = ON;")
        .and_then(|()| {
            diesel::sql_query("select count(*) as many from sqlite_schema")
                .get_result::<TableCount>(&mut conn)
        });
    found.is_ok_and(|found| found.many == 0)
}

/// Says that the copy has begun, before anything else is in it.
///
/// # Errors
/// What SQLite says.
pub(crate) fn begin(path: &Path) -> Result<(), String> {
    tell(path, &format!("PRAGMA application_id = {BEGUN}"))
}

/// Brings everything into the file itself, out of WAL mode.
///
/// # Errors
/// What SQLite says.
pub(crate) fn leave_wal_mode(path: &Path) -> Result<(), String> {
    tell(path, "PRAGMA journal_mode = DELETE")
}

fn tell(path: &Path, statement: &str) -> Result<(), String> {
    let mut conn =
        SqliteConnection::establish(&path.to_string_lossy()).map_err(|error| error.to_string())?;
    conn.batch_execute("PRAGMA busy_timeout = 10000")
        .and_then(|()| conn.batch_execute(statement))
        .map_err(|error| error.to_string())
}

/// Marks a copy as finished. Everything else is on the disk before, the mark is when this returns.
///
/// # Errors
/// What the disk says.
pub(crate) fn finish(copy: &File) -> io::Result<()> {
    copy.sync_all()?;
    copy.write_all_at(&FINISHED.to_be_bytes(), PLACE)?;
    copy.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    /// A database as the program keeps it: in WAL mode.
    fn living(path: &Path) {
        let mut conn = SqliteConnection::establish(path.to_str().unwrap()).unwrap();
        conn.batch_execute(
            "PRAGMA journal_mode = WAL; create table names (name text); \
             with recursive n(i) as (select 1 union all select i + 1 from n where i < 2000) \
             insert into names select hex(randomblob(50)) from n",
        )
        .unwrap();
    }

    fn copied(from: &Path, to: &Path) {
        let mut conn = SqliteConnection::establish(from.to_str().unwrap()).unwrap();
        let into = format!("VACUUM INTO '{}'", to.display());
        conn.batch_execute(&into).unwrap();
    }

    #[test]
    fn only_what_has_the_mark_can_be_restored_from() {
        let folder = tempfile::tempdir().unwrap();
        let (alive, copy) = (folder.path().join("a.db"), folder.path().join("copy.db"));
        living(&alive);
        assert_eq!(judge_copy(&alive), CopyVerdict::Foreign);
        copied(&alive, &copy);
        assert_eq!(judge_copy(&copy), CopyVerdict::CutOff);
        let file = fs::OpenOptions::new().write(true).open(&copy).unwrap();
        finish(&file).unwrap();
        assert_eq!(judge_copy(&copy), CopyVerdict::Finished);
        // whoever looked into it left it in the other mode
        tell(&copy, "PRAGMA journal_mode = WAL").unwrap();
        assert_eq!(judge_copy(&copy), CopyVerdict::Finished);
        file.set_len(file.metadata().unwrap().len() - 4096).unwrap();
        assert_eq!(judge_copy(&copy), CopyVerdict::CutOff);
        fs::write(&copy, "To whom it may concern").unwrap();
        assert_eq!(judge_copy(&copy), CopyVerdict::Foreign);
    }

    fn judged(path: &Path) -> Result<(), String> {
        must_be_whole(&Target::Sqlite(path.to_owned()))
    }

    #[test]
    fn a_copy_is_whole_when_its_mark_is_set_and_not_before() {
        let folder = tempfile::tempdir().unwrap();
        let (alive, copy) = (folder.path().join("a.db"), folder.path().join("copy.db"));
        assert_eq!(judged(&alive), Ok(()), "what is not there");
        fs::write(&copy, "").unwrap();
        assert_eq!(judged(&copy), Ok(()), "what is empty");
        fs::remove_file(&copy).unwrap();
        living(&alive);
        assert_eq!(judged(&alive), Ok(()));
        copied(&alive, &copy);
        assert!(judged(&copy).unwrap_err().contains("cut off"));
        let file = fs::OpenOptions::new().write(true).open(&copy).unwrap();
        finish(&file).unwrap();
        assert_eq!(judged(&copy), Ok(()));
        // Every beginning of it is refused, or is no database.
        let all = fs::read(&copy).unwrap();
        let part = folder.path().join("part.db");
        for pages in 1..all.len() / 4096 {
            fs::write(&part, &all[..pages * 4096]).unwrap();
            assert!(judged(&part).is_err(), "{pages} pages");
        }
        // Whoever serves it makes it one that is served, and a copy of that begins without a mark.
        tell(&copy, "PRAGMA journal_mode = WAL").unwrap();
        assert_eq!(judged(&copy), Ok(()));
    }

    #[test]
    fn a_copy_that_has_begun_is_refused_in_either_mode() {
        let folder = tempfile::tempdir().unwrap();
        let copy = folder.path().join("copy.db");
        begin(&copy).unwrap();
        assert!(judged(&copy).is_err());
        living(&copy);
        assert!(judged(&copy).is_err());
        leave_wal_mode(&copy).unwrap();
        assert!(judged(&copy).is_err());
        let file = fs::OpenOptions::new().write(true).open(&copy).unwrap();
        finish(&file).unwrap();
        assert_eq!(judged(&copy), Ok(()));
    }

    #[test]
    fn what_is_no_database_is_left_to_sqlite_to_name() {
        let folder = tempfile::tempdir().unwrap();
        let copy = folder.path().join("copy.db");
        fs::write(&copy, "To whom it may concern").unwrap();
        assert_eq!(judged(&copy), Ok(()));
    }
}
