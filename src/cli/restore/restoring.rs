//! A backup is read, judged, brought up to date, held against what was deleted since, silenced and counted, and only then put in its place.

use super::replay::replay;
use crate::base::time::hours;
use crate::base::{Clock, Gone, GoneLine, Secrets, Time};
use crate::cli::Failed;
use crate::db::{self, Db, Failure, Restoration, Target, Writing, copy_moment, known_secrets};
use crate::mail::store::{hold_mail, waiting};
use crate::serve::backup::age_file::{decrypted, is_encrypted};
use crate::signature::operator::check::{Difference, Size, differences, size};
use crate::words::Library;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Clocks of several machines differ by less; what is done twice is done once.
const SLACK: Duration = hours(1);
/// The file a backup becomes on its way into PostgreSQL, in the data folder.
const ON_ITS_WAY: &str = "restored.db";

/// What is to be restored, and where.
#[derive(Debug, Clone)]
pub(in crate::cli) struct RestoreWish {
    /// The backup.
    pub(in crate::cli) file: PathBuf,
    /// Files of keys that open it.
    pub(in crate::cli) identities: Vec<PathBuf>,
    /// The database it becomes: not there, or empty.
    pub(in crate::cli) into: Target,
    /// A folder for what is on its way into PostgreSQL.
    pub(in crate::cli) work: PathBuf,
    /// The file of the secrets.
    pub(in crate::cli) secrets: PathBuf,
    /// Where `gone.log` may lie.
    pub(in crate::cli) gone_logs: Vec<PathBuf>,
    /// A new secrets file may be made.
    pub(in crate::cli) is_secrets_lost: bool,
    /// It may be done without `gone.log`.
    pub(in crate::cli) is_gone_log_lost: bool,
    /// Numbers may differ from rows.
    pub(in crate::cli) is_despite_differences: bool,
}

/// What was restored.
#[derive(Debug, Clone)]
pub(in crate::cli) struct Restored {
    /// Of when it is.
    pub(in crate::cli) moment: Option<Time>,
    /// How much it was in the backup.
    pub(in crate::cli) found: Size,
    /// How much it is now.
    pub(in crate::cli) size: Size,
    /// What was done again.
    pub(in crate::cli) replayed: Vec<(Gone, usize)>,
    /// Numbers that are not what their rows say, a line each.
    pub(in crate::cli) differences: Vec<String>,
    /// Letters that wait.
    pub(in crate::cli) letters: i64,
}

fn refused(what: String) -> Failed {
    Failed::Settings(format!("restore: {what}"))
}

fn fault(error: db::Error) -> Failed {
    Failed::Work(format!("restore: {error}"))
}

/// Restores. All of it or nothing. Blocks.
///
/// # Errors
/// One line, with what to do.
pub(in crate::cli) fn restore(wish: &RestoreWish, writing: &Writing) -> Result<Restored, Failed> {
    let from = wish.file.display().to_string();
    db::must_be_vacant(&wish.into)?;
    let lines = gone_lines(wish)?;
    let secrets = secrets(wish)?;
    let place = match &wish.into {
        Target::Sqlite(file) => file.clone(),
        Target::Postgres(_) => wish.work.join(ON_ITS_WAY),
    };
    let mut bytes = opened(wish, &from)?;
    if matches!(wish.into, Target::Postgres(_)) {
        // What an earlier one left behind when it was killed; whoever is at it now holds the part.
        let _ = std::fs::remove_file(&place);
    }
    let restoration = Restoration::begin(&place, (&mut *bytes, &from), writing)?;
    let done = {
        let db = restoration.open();
        complete(&db, wish, &secrets, &lines)
    };
    let restored = match done {
        Ok(restored) => restored,
        Err(failed) => {
            writing.abandon();
            return Err(failed);
        }
    };
    restoration.finish(writing)?;
    if let Target::Postgres(_) = &wish.into {
        writing.begins(&place);
        let filled = db::fill(&place, &wish.into);
        writing.abandon();
        filled?;
        is_the_same(&wish.into, &restored)?;
    }
    Ok(restored)
}

/// The bytes of the backup, decrypted where they are not readable as they are.
fn opened(wish: &RestoreWish, from: &str) -> Result<Box<dyn Read>, Failed> {
    let file = &wish.file;
    let is_file = file.metadata().is_ok_and(|found| found.is_file());
    if !is_file {
        return Err(refused(format!("there is no file {from}")));
    }
    let cannot = |error: std::io::Error| refused(format!("{from} cannot be read: {error}"));
    if is_encrypted(file).map_err(cannot)? {
        if wish.identities.is_empty() {
            return Err(refused(format!(
                "{from} is encrypted: name the file of the secret key with --identity"
            )));
        }
        let bytes = decrypted(file, &wish.identities).map_err(refused)?;
        return Ok(Box::new(bytes));
    }
    db::must_be_alone(file)?;
    Ok(Box::new(File::open(file).map_err(cannot)?))
}

/// What was deleted, from every place where it may be noted.
fn gone_lines(wish: &RestoreWish) -> Result<Vec<GoneLine>, Failed> {
    let is_there = |path: &&PathBuf| path.exists();
    let mut there: Vec<&Path> = wish
        .gone_logs
        .iter()
        .filter(is_there)
        .map(PathBuf::as_path)
        .collect();
    there.dedup();
    if there.is_empty() && !wish.is_gone_log_lost {
        let place = wish
            .gone_logs
            .first()
            .map(|path| path.display().to_string());
        return Err(refused(format!(
            "there is no {}: without it everybody comes back who had something deleted since the backup; put it there, or, if it is lost \
             for good, say --gone-log-lost",
            place.unwrap_or_default()
        )));
    }
    let mut lines = Vec::new();
    for path in there {
        lines.extend(GoneLine::read_all(path).map_err(refused)?);
    }
    lines.sort_by_key(|line| line.at);
    Ok(lines)
}

fn secrets(wish: &RestoreWish) -> Result<Secrets, Failed> {
    let path = &wish.secrets;
    let found = match wish.is_secrets_lost {
        true => Secrets::load_or_make(path).map(Some),
        false => Secrets::find(path),
    };
    found
        .map_err(|error| refused(error.to_string()))?
        .ok_or_else(|| {
            refused(format!(
                "there is no secrets file {}: put the one of this installation there, which is kept apart from backups, or, if it is lost \
                 for good, say --secrets-lost",
                path.display()
            ))
        })
}

/// Does to the restored database what has to be done before anybody sees it.
fn complete(
    db: &Db,
    wish: &RestoreWish,
    secrets: &Secrets,
    lines: &[GoneLine],
) -> Result<Restored, Failed> {
    let known = db.read_here(known_secrets).map_err(fault)?;
    if !wish.is_secrets_lost && known.is_some_and(|known| known != secrets.fingerprint()) {
        return Err(refused(format!(
            "the secrets file {} is not the one that {} was made with: put the right one there, or, if it is lost for good, move this \
             one away and say --secrets-lost",
            wish.secrets.display(),
            wish.file.display()
        )));
    }
    let moment = db.read_here(copy_moment).map_err(fault)?;
    let found = db.read_here(size).map_err(fault)?;
    let since = moment.map(|moment| moment.minus(SLACK));
    let since = lines.iter().filter(|line| Some(line.at) >= since);
    let since: Vec<GoneLine> = since.copied().collect();
    let library = Library::load().map_err(|error| Failed::Work(error.to_string()))?;
    let replayed = replay(db, secrets, &library, &since).map_err(fault)?;
    let now = Clock::system().now();
    db.write_here(|tx| hold_mail(tx, now)).map_err(fault)?;
    let (wrong, size, letters) = db
        .read_here(|conn| {
            let letters = waiting(conn)?.iter().map(|(_, many)| many).sum();
            Ok::<_, db::Error>((differences(conn)?, size(conn)?, letters))
        })
        .map_err(fault)?;
    if !wrong.is_empty() && !wish.is_despite_differences {
        return Err(Failed::Work(format!(
            "restore: in {} a number is not what its rows say: use another backup, or restore this one all the same with \
             --despite-differences, which says where",
            wish.file.display()
        )));
    }
    Ok(Restored {
        moment,
        found,
        size,
        replayed,
        differences: wrong.iter().map(Difference::to_string).collect(),
        letters,
    })
}

/// What came into PostgreSQL is what was on its way.
fn is_the_same(into: &Target, restored: &Restored) -> Result<(), Failed> {
    let came = Db::open(into)?.read_here(size).map_err(fault)?;
    match came == restored.size {
        true => Ok(()),
        false => Err(Failed::from(Failure::Broken(format!(
            "restore: {into:?} holds another number of rows than the backup: drop that database, and tell the maintainers"
        )))),
    }
}
