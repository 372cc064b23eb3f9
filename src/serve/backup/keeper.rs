//! The worker that makes backups when they are due. Of several instances over one database one makes each.

use super::setting::BackupSetting;
use super::{hook, keep, make};
use crate::base::time::seconds;
use crate::base::{Clock, Time};
use crate::db::{self, Db, Failure, Writing};
use std::path::PathBuf;
use std::time::Duration;
use tokio::sync::watch;

/// How often it is looked whether one is due.
const LOOK: Duration = seconds(5);
/// How often whoever makes one says that they are at it.
const BEAT: Duration = seconds(20);

/// Makes backups by itself.
pub struct BackupKeeper {
    /// The database that is copied.
    pub db: Db,
    /// The time.
    pub clock: Clock,
    /// When, where, for whom, for how long.
    pub setting: BackupSetting,
    /// The data folder.
    pub data: PathBuf,
}

impl BackupKeeper {
    /// Works until `stop` becomes true. A backup that is being made then is given up, and made after the next start.
    pub async fn run(self, mut stop: watch::Receiver<bool>) {
        let Some(every) = self.setting.every else {
            let _ = stop.wait_for(|stop| *stop).await;
            return;
        };
        while !*stop.borrow() {
            self.db.health().at_work("backups", self.clock.now());
            if let Err(error) = self.round(every, &mut stop).await {
                tracing::warn!(%error, "whether a backup is due is looked at later");
            }
            tokio::select! {
                () = tokio::time::sleep(LOOK) => {}
                gone = stop.changed() => if gone.is_err() { return },
            }
        }
    }

    async fn round(&self, every: Duration, stop: &mut watch::Receiver<bool>) -> db::Result<()> {
        let now = self.clock.now();
        let looking = self
            .db
            .read(move |conn| db::is_backup_due(conn, every, now));
        if !looking.await? {
            return Ok(());
        }
        let beginning = self.db.write(move |tx| db::begin_run(tx, every, now));
        if !beginning.await? {
            return Ok(());
        }
        let trouble = match self.make(now, stop).await {
            None => None,
            Some(Ok(place)) => self.follow(place).await,
            Some(Err(failure)) => {
                let why = failure.line();
                tracing::error!("{why}; it is tried again in ten minutes");
                Some(failure.word())
            }
        };
        let now = self.clock.now();
        let ending = self.db.write(move |tx| db::end_run(tx, trouble, now));
        ending.await
    }

    /// Makes it and notes that it is made; none when it was stopped.
    async fn make(
        &self,
        now: Time,
        stop: &mut watch::Receiver<bool>,
    ) -> Option<Result<PathBuf, Failure>> {
        let (from, setting, data) = (
            self.db.target().clone(),
            self.setting.clone(),
            self.data.clone(),
        );
        let writing = Writing::default();
        let its = writing.clone();
        let mut work = tokio::task::spawn_blocking(move || {
            let place = make::make(&from, (&setting, &data), &its, now)?;
            if let Err(error) = db::note_backup(&from, now) {
                tracing::warn!(%error, "a backup is made, and cannot be noted: it is made again soon");
            }
            Ok(place)
        });
        loop {
            tokio::select! {
                done = &mut work => {
                    let broken = |_| Err(Failure::Broken("backup: it broke off".to_owned()));
                    return Some(done.unwrap_or_else(broken));
                }
                () = tokio::time::sleep(BEAT) => {
                    let now = self.clock.now();
                    // Where the database is away another may begin too: two backups are no harm.
                    let _ = self.db.write(move |tx| db::run_goes_on(tx, now)).await;
                }
                _ = stop.changed() => {
                    writing.abandon();
                    return None;
                }
            }
        }
    }

    /// What is done behind one that is made: old ones go, and the operator's program runs. Returns what went wrong, in a word.
    async fn follow(&self, place: PathBuf) -> Option<&'static str> {
        tracing::info!("backup made: {}", place.display());
        let (setting, now) = (self.setting.clone(), self.clock.now());
        let deleting = tokio::task::spawn_blocking(move || keep::delete_old(&setting, now));
        if let Ok(Err(error)) = deleting.await {
            tracing::error!(%error, "a backup that is over cannot be deleted: delete it by hand, because signers were promised that it goes");
        }
        let program = self.setting.hook.as_deref()?;
        match hook::run(program, &place).await {
            Ok(()) => None,
            Err(why) => {
                tracing::error!("backup-hook {} {why}", program.display());
                Some("hook")
            }
        }
    }
}
