//! How this instance stands, a sentence for each thing, as its operator reads it on the page on health.

use crate::base::Time;
use crate::db::{DatabaseFacts, Error, Health};
use crate::site::finding::{Finding, FindingWords, Verdict};
use crate::site::installation::{DiskSpace, Installation};
use crate::web::ProxyFault;
use crate::words::Words;

/// What was asked of the database and the disk.
pub(super) struct Asked {
    pub(super) writes: Result<(), Error>,
    pub(super) facts: Result<(DatabaseFacts, Option<Time>, bool), Error>,
    pub(super) space: Option<DiskSpace>,
}

/// Makes the sentences.
pub(super) struct Findings<'a> {
    pub(super) w: &'a Words,
    pub(super) now: Time,
    pub(super) health: &'a Health,
    pub(super) faults: &'a [ProxyFault],
    pub(super) installation: &'a Installation,
}

impl Findings<'_> {
    /// All of them.
    pub(super) fn all(&self, asked: &Asked) -> Vec<Finding> {
        let words = FindingWords {
            w: self.w,
            now: self.now,
        };
        let mut all = vec![self.writes(&asked.writes), words.ended(self.health.ended())];
        let seen = self.health.seen_at_work();
        for name in ["keeper", "mail"] {
            let seen = seen.iter().find(|(known, _)| *known == name);
            all.push(words.at_work(name, seen.map(|(_, at)| *at)));
        }
        match &asked.facts {
            Ok((facts, backup, mail_is_late)) => {
                all.push(words.queue(*mail_is_late));
                all.push(self.database(&words, facts));
                all.push(words.space(asked.space, !facts.is_sqlite));
                all.push(words.backup(*backup));
            }
            Err(_) => all.push(Finding::new(
                "database",
                Verdict::Wrong,
                self.w.say("operator-database-away"),
            )),
        }
        if let Some(https) = &self.installation.https {
            all.push(words.certificate(&https.facts()));
        }
        all.extend(self.proxies());
        all.push(self.program());
        all
    }

    fn writes(&self, writes: &Result<(), Error>) -> Finding {
        let why = match writes {
            Ok(()) => {
                return Finding::new("writes", Verdict::Fine, self.w.say("operator-writes"));
            }
            Err(Error::Unavailable("disk full")) => "full",
            Err(Error::Unavailable("disk fault")) => "fault",
            Err(Error::Unavailable("read only")) => "read-only",
            Err(_) => "other",
        };
        let told = self.w.say1("operator-writes-not", "why", why);
        Finding::new("writes", Verdict::Wrong, told)
    }

    fn database(&self, words: &FindingWords<'_>, facts: &DatabaseFacts) -> Finding {
        let size = words.bytes(u64::try_from(facts.bytes).unwrap_or_default());
        let key = match facts.is_sqlite {
            true => "operator-database-file",
            false => "operator-database-server",
        };
        let told = self.w.say2(key, "size", &size, "schema", &facts.schema);
        Finding::new("database", Verdict::Fine, told)
    }

    fn proxies(&self) -> Vec<Finding> {
        if self.faults.is_empty() {
            let told = self.w.say("operator-proxies");
            return vec![Finding::new("proxies", Verdict::Fine, told)];
        }
        let told = |fault: &ProxyFault| {
            let told = self.w.say1(fault.key, "network", fault.network);
            Finding::new("proxies", Verdict::Wrong, told)
        };
        self.faults.iter().map(told).collect()
    }

    fn program(&self) -> Finding {
        let since = self.installation.started_at;
        let told = self.w.say3(
            "operator-program",
            "version",
            env!("CARGO_PKG_VERSION"),
            "since",
            self.w.date_time(since, "UTC"),
            "ago",
            self.w.ago(since, self.now),
        );
        Finding::new("program", Verdict::Fine, told)
    }
}
