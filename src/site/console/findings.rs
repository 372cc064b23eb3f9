//! How this site stands, a sentence for each thing, and whether something is to be done about it.

use super::installation::{DiskSpace, Installation};
use crate::base::Time;
use crate::base::time::{days, hours, minutes};
use crate::db::{DatabaseFacts, Error, Health};
use crate::web::ProxyFault;
use crate::words::Words;
use std::time::Duration;

/// A worker that was not seen for so long hangs.
const SILENT: Duration = minutes(2);
/// A certificate that is good for less than that is about to end: whoever renews it has not.
const ENDS: Duration = days(7);
/// Days of the machine.
const UTC: &str = "UTC";
/// A newest backup that is older than that is old (reliability 9.4).
const OLD: Duration = hours(26);

/// Whether something is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Urgence {
    /// At once: visitors are kept from signing, or will be.
    Now,
    /// Soon.
    Soon,
    /// Nothing.
    Nothing,
}

impl Urgence {
    /// Its variant in words.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Now => "now",
            Self::Soon => "soon",
            Self::Nothing => "nothing",
        }
    }

    /// The class of its tag.
    pub(super) fn class(self) -> &'static str {
        match self {
            Self::Now => "held",
            Self::Soon => "wait",
            Self::Nothing => "ok",
        }
    }
}

/// One sentence.
pub(super) struct Finding {
    /// What it is about.
    pub(super) about: String,
    pub(super) sentence: String,
    pub(super) urgence: Urgence,
}

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
    pub(super) fn finding(&self, about: &str, urgence: Urgence, sentence: String) -> Finding {
        Finding {
            about: self.w.say1("operator-about", "what", about),
            sentence,
            urgence,
        }
    }

    /// All of them.
    pub(super) fn all(&self, asked: &Asked) -> Vec<Finding> {
        let mut all = vec![self.writes(&asked.writes), self.ended()];
        all.extend(["keeper", "mail"].map(|name| self.at_work(name)));
        match &asked.facts {
            Ok((facts, backup, mail_is_late)) => {
                all.push(self.mail(*mail_is_late));
                all.push(self.database(facts));
                all.push(self.space(facts, asked.space));
                all.push(self.backup(*backup));
            }
            Err(_) => all.push(self.finding(
                "database",
                Urgence::Now,
                self.w.say("operator-database-away").to_owned(),
            )),
        }
        all.extend(self.certificate());
        all.extend(self.proxies());
        all.push(self.program());
        all
    }

    /// How it stands with the certificate, where the program has one.
    fn certificate(&self) -> Option<Finding> {
        let facts = self.installation.https.as_ref()?.facts();
        let day = |at: Time| self.w.day(at, UTC);
        let at = |at: Time| self.w.date_time(at, UTC);
        let (urgence, told) = match (facts.ends, facts.trouble) {
            (None, None) => (Urgence::Now, self.w.say("operator-https-none").to_owned()),
            (None, Some((why, until))) => {
                let told = self.w.say2(
                    "operator-https-refused",
                    "why",
                    why.as_str(),
                    "at",
                    at(until),
                );
                (Urgence::Now, told)
            }
            (Some(ends), Some((why, until))) => {
                let good = self.w.say1("operator-https", "date", day(ends));
                let told = self.w.say2(
                    "operator-https-refused",
                    "why",
                    why.as_str(),
                    "at",
                    at(until),
                );
                (Urgence::Soon, format!("{good} {told}"))
            }
            (Some(ends), None) => {
                let left = ends.since(self.now);
                match left < ENDS {
                    true => (
                        Urgence::Now,
                        self.w.say1("operator-https-ends", "date", day(ends)),
                    ),
                    false => (
                        Urgence::Nothing,
                        self.w.say1("operator-https", "date", day(ends)),
                    ),
                }
            }
        };
        Some(self.finding("certificate", urgence, told))
    }

    fn writes(&self, writes: &Result<(), Error>) -> Finding {
        let why = match writes {
            Ok(()) => {
                let fine = self.w.say("operator-writes").to_owned();
                return self.finding("writes", Urgence::Nothing, fine);
            }
            Err(Error::Unavailable("disk full")) => "full",
            Err(Error::Unavailable("disk fault")) => "fault",
            Err(Error::Unavailable("read only")) => "read-only",
            Err(_) => "other",
        };
        let told = self.w.say1("operator-writes-not", "why", why);
        self.finding("writes", Urgence::Now, told)
    }

    fn ended(&self) -> Finding {
        match self.health.ended() {
            Some(name) => {
                let told = self.w.say1("operator-worker-ended", "name", name);
                self.finding("workers", Urgence::Now, told)
            }
            None => {
                let fine = self.w.say("operator-workers").to_owned();
                self.finding("workers", Urgence::Nothing, fine)
            }
        }
    }

    fn at_work(&self, name: &str) -> Finding {
        let seen = self.health.seen_at_work();
        let seen = seen.into_iter().find(|(known, _)| *known == name);
        match seen {
            None => {
                let told = self.w.say("operator-worker-unseen").to_owned();
                self.finding(name, Urgence::Soon, told)
            }
            Some((_, at)) => {
                let ago = self.w.ago(at, self.now);
                match self.now.since(at) > SILENT {
                    true => {
                        let told = self.w.say1("operator-worker-silent", "ago", ago);
                        self.finding(name, Urgence::Now, told)
                    }
                    false => {
                        let fine = self.w.say1("operator-worker-seen", "ago", ago);
                        self.finding(name, Urgence::Nothing, fine)
                    }
                }
            }
        }
    }

    fn mail(&self, is_late: bool) -> Finding {
        match is_late {
            true => {
                let told = self.w.say("operator-mail-late").to_owned();
                self.finding("queue", Urgence::Soon, told)
            }
            false => {
                let fine = self.w.say("operator-mail-in-time").to_owned();
                self.finding("queue", Urgence::Nothing, fine)
            }
        }
    }

    fn database(&self, facts: &DatabaseFacts) -> Finding {
        let size = self.bytes(u64::try_from(facts.bytes).unwrap_or_default());
        let key = match facts.is_sqlite {
            true => "operator-database-file",
            false => "operator-database-server",
        };
        let told = self.w.say2(key, "size", &size, "schema", &facts.schema);
        self.finding("database", Urgence::Nothing, told)
    }

    fn space(&self, facts: &DatabaseFacts, space: Option<DiskSpace>) -> Finding {
        let Some(space) = space else {
            let told = self.w.say("operator-space-unknown").to_owned();
            return self.finding("space", Urgence::Nothing, told);
        };
        let (free, all) = (self.bytes(space.free), self.bytes(space.all));
        let (key, urgence) = match space.is_little() {
            true => ("operator-space-little", Urgence::Soon),
            false => ("operator-space", Urgence::Nothing),
        };
        let mut told = self.w.say2(key, "free", &free, "all", &all);
        if !facts.is_sqlite {
            told.push(' ');
            told.push_str(self.w.say("operator-space-server"));
        }
        self.finding("space", urgence, told)
    }

    fn backup(&self, newest: Option<Time>) -> Finding {
        let Some(at) = newest else {
            let told = self.w.say("operator-backup-none").to_owned();
            return self.finding("backup", Urgence::Soon, told);
        };
        let ago = self.w.ago(at, self.now);
        match self.now.since(at) > OLD {
            true => {
                let told = self.w.say1("operator-backup-old", "ago", ago);
                self.finding("backup", Urgence::Soon, told)
            }
            false => {
                let fine = self.w.say1("operator-backup", "ago", ago);
                self.finding("backup", Urgence::Nothing, fine)
            }
        }
    }

    fn proxies(&self) -> Vec<Finding> {
        if self.faults.is_empty() {
            let fine = self.w.say("operator-proxies").to_owned();
            return vec![self.finding("proxies", Urgence::Nothing, fine)];
        }
        let told = |fault: &ProxyFault| {
            let told = self.w.say1(fault.key, "network", fault.network);
            self.finding("proxies", Urgence::Now, told)
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
        self.finding("program", Urgence::Nothing, told)
    }

    /// A size in words, as whole as people say it.
    fn bytes(&self, bytes: u64) -> String {
        match bytes {
            0..10_000_000_000 => self
                .w
                .say1("operator-megabytes", "n", bytes.div_ceil(1_000_000)),
            _ => self
                .w
                .say1("operator-gigabytes", "n", bytes / 1_000_000_000),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Lang;
    use crate::site::certificate_state::{CertificateTrouble, HttpsState};
    use crate::words::Library;

    #[test]
    fn how_it_stands_with_the_certificate_is_said_where_there_is_one_to_have() {
        let library = Library::load().unwrap();
        let (w, now) = (
            library.words(Lang::EN),
            Time::from_micros(1_800_000_000_000_000),
        );
        let mut installation = Installation::since(now);
        let health = Health::default();
        let told = |installation: &Installation| {
            let findings = Findings {
                w: &w,
                now,
                health: &health,
                faults: &[],
                installation,
            };
            let found = findings.certificate();
            found.map(|one| (one.urgence, one.sentence))
        };
        assert_eq!(told(&installation), None, "a proxy has it");
        let state = HttpsState::default();
        installation.https = Some(state.clone());
        let says = |urgence, part: &str| {
            let (found, sentence) = told(&installation).unwrap();
            assert_eq!(found, urgence, "{sentence}");
            assert!(sentence.contains(part), "{sentence}");
        };
        says(Urgence::Now, "it is being made");
        state.waits(CertificateTrouble::NotOurs, now.plus(minutes(10)));
        says(Urgence::Now, "the name must lead here");
        state.serves(now.plus(days(90)));
        says(Urgence::Nothing, "is good until April 15");
        state.waits(CertificateTrouble::Away, now.plus(hours(1)));
        says(Urgence::Soon, "The authority cannot be reached.");
        state.serves(now.plus(days(6)));
        says(Urgence::Now, "only");
    }
}
