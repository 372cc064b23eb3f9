//! `undersigned drill`: a backup is made, restored beside, counted and thrown away, and it is said how much would be lost and how long it takes.

use super::Failed;
use super::restore::{RestoreWish, Restored, restore};
use super::work::{existing, print, stoppable};
use crate::base::Clock;
use crate::db::{self, Db, Target, Writing};
use crate::serve::backup::make::encrypted;
use crate::serve::settings::Settings;
use crate::signature::operator::check::{Size, size};
use clap::Args;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Where the drill restores to, and with which keys.
#[derive(Debug, Clone, Args)]
pub(super) struct DrillArgs {
    /// File of the secret key that an encrypted backup is opened with; with it the backup of the drill is encrypted too
    #[arg(long)]
    identity: Vec<PathBuf>,
    /// An empty PostgreSQL database to restore into, which holds the copy afterwards: drop it (else a file that is thrown away)
    #[arg(long)]
    into: Option<String>,
}

/// What the drill found.
struct Drilled {
    before: Size,
    after: Size,
    restored: Restored,
    bytes: u64,
    backup: Duration,
    restore: Duration,
}

/// Carries it out beside the database, in a folder of the data folder that is gone afterwards.
pub(super) fn run(settings: &Settings, args: DrillArgs) -> Result<(), Failed> {
    let settings = settings.clone();
    let told = stoppable("drill", move |writing| {
        let drilled = carry_out(&settings, &args, writing)?;
        is_equal(&drilled)?;
        Ok(told(&drilled, &settings))
    })?;
    print(&told)
}

#[expect(
    clippy::disallowed_methods,
    reason = "how long it takes is what is measured"
)]
fn now() -> Instant {
    Instant::now()
}

fn carry_out(settings: &Settings, args: &DrillArgs, writing: &Writing) -> Result<Drilled, Failed> {
    let cannot = |error: std::io::Error| {
        let at = settings.data.display();
        Failed::Work(format!(
            "drill: cannot write in the data folder {at}: {error}"
        ))
    };
    let db = existing(settings)?;
    crate::serve::make_folder(&settings.data)?;
    let folder = tempfile::Builder::new()
        .prefix("drill-")
        .tempdir_in(&settings.data)
        .map_err(cannot)?;
    let at = |name: &str| folder.path().join(name);
    let into = match &args.into {
        Some(url) => url
            .parse()
            .map_err(|error| Failed::Settings(format!("drill: --into: {error}")))?,
        None => Target::Sqlite(at("restored.db")),
    };
    let counted = |db: &Db| {
        db.read_here(size)
            .map_err(|error| Failed::Work(format!("drill: {error}")))
    };
    let before = counted(&db)?;
    let begun = now();
    let file = copied(settings, args, folder.path(), writing)?;
    let backup = begun.elapsed();
    let after = counted(&db)?;
    drop(db);
    let bytes = file.metadata().map_err(cannot)?.len();
    let begun = now();
    let wish = RestoreWish {
        file,
        identities: args.identity.clone(),
        into,
        work: folder.path().to_owned(),
        secrets: settings.secrets.clone(),
        gone_logs: vec![
            settings.secrets.with_file_name("gone.log"),
            settings.data.join("gone.log"),
        ],
        is_secrets_lost: false,
        is_gone_log_lost: true,
        is_despite_differences: false,
    };
    let restored = restore(&wish, writing)?;
    Ok(Drilled {
        before,
        after,
        restored,
        bytes,
        backup,
        restore: begun.elapsed(),
    })
}

/// The backup of the drill: encrypted where its key is given.
fn copied(
    settings: &Settings,
    args: &DrillArgs,
    folder: &Path,
    writing: &Writing,
) -> Result<PathBuf, Failed> {
    let moment = Clock::system().now();
    let recipients = &settings.backup.recipients;
    if args.identity.is_empty() {
        let file = folder.join("backup.db");
        let place = Target::Sqlite(file.clone());
        db::backup(&settings.database, &place, writing, moment)?;
        return Ok(file);
    }
    if recipients.is_empty() {
        return Err(Failed::Settings(
            "drill: --identity opens what is encrypted, and nothing is: set backup-recipient"
                .to_owned(),
        ));
    }
    let file = folder.join("backup.db.age");
    encrypted(
        &settings.database,
        (&file, folder),
        recipients,
        writing,
        moment,
    )?;
    Ok(file)
}

/// The backup holds what the database held, as far as nobody signed meanwhile, and what was restored is what the backup held.
fn is_equal(drilled: &Drilled) -> Result<(), Failed> {
    let Drilled {
        before,
        after,
        restored,
        ..
    } = drilled;
    let is_still = before == after;
    if is_still && restored.found != *before {
        return Err(Failed::Work(
            "drill: the backup holds another number of rows than the database: tell the maintainers".to_owned(),
        ));
    }
    if restored.replayed.is_empty() && restored.size != restored.found {
        return Err(Failed::Work(
            "drill: what was restored holds another number of rows than the backup: tell the maintainers".to_owned(),
        ));
    }
    Ok(())
}

fn told(drilled: &Drilled, settings: &Settings) -> String {
    let Size {
        petitions,
        signatures,
        counted,
    } = drilled.restored.size;
    let (backup, restore) = (seconds(drilled.backup), seconds(drilled.restore));
    let lost = match settings.backup.every {
        Some(every) => format!(
            "what was signed in the last {:.1} minutes at most (backup-every, and the time a backup takes)",
            (every + drilled.backup).as_secs_f64() / 60.0
        ),
        None => {
            "everything since the newest backup, because none is made by itself: set backup-every"
                .to_owned()
        }
    };
    let rpo = settings.backup.every.map_or_else(
        || "unbounded".to_owned(),
        |every| format!("{} s", seconds(every + drilled.backup)),
    );
    format!(
        "backup: {backup} s, {} bytes\n\
         restore: {restore} s; petitions: {petitions}; signatures: {signatures}, counted: {counted}; every tally agrees with its signatures\n\
         RPO: {rpo}: {lost}\n\
         RTO: {restore} s: from a backup on this machine to a database that may serve\n",
        drilled.bytes
    )
}

fn seconds(span: Duration) -> String {
    format!("{:.1}", span.as_secs_f64())
}
