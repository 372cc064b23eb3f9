//! How it stands with copies of the database: the backups that are made by themselves, and mail that is silent after a restore.

use super::finding::{Finding, FindingWords, Verdict};
use crate::base::Time;
use crate::db::{self, BackupRun, Conn, newest_run};
use crate::mail::store::mail_held_since;

/// What the database says of it.
pub(super) struct CopyFacts {
    /// The newest backup that was begun by itself; none where none was.
    pub(super) run: Option<BackupRun>,
    /// Since when no mail leaves; none while it does.
    pub(super) held_since: Option<Time>,
}

impl CopyFacts {
    /// Asks it.
    ///
    /// # Errors
    /// A fault of the database.
    pub(super) fn read(conn: &mut Conn) -> db::Result<Self> {
        Ok(Self {
            run: newest_run(conn)?,
            held_since: mail_held_since(conn)?,
        })
    }
}

impl FindingWords<'_> {
    /// A sentence for each thing that is to be done, and none for what is well.
    pub(super) fn copies(&self, facts: &CopyFacts) -> Vec<Finding> {
        let held = facts.held_since.map(|since| {
            let ago = self.w.ago(since, self.now);
            let told = self.w.say1("operator-mail-held", "ago", ago);
            Finding::new("held", Verdict::Wrong, told)
        });
        let trouble = facts.run.as_ref().and_then(|run| {
            let ago = self.w.ago(run.begun_at, self.now);
            let why = run.trouble.as_deref()?;
            let told = self
                .w
                .say2("operator-backups-trouble", "why", why, "ago", ago);
            Some(Finding::new("backups", Verdict::Soon, told))
        });
        held.into_iter().chain(trouble).collect()
    }
}
