//! What is found when somebody looks how a site stands: one thing, whether something is to be done about it, and a sentence. The page on
//! health, the doctor's page and the command line show the same ones, and what they all tell of is put into words here.

use super::certificate_state::HttpsFacts;
use super::installation::DiskSpace;
use crate::base::Time;
use crate::base::time::{days, hours, minutes};
use crate::words::Words;
use std::time::Duration;

/// Mail that has been due for so long is late (reliability 9.4).
pub(super) const LATE: Duration = minutes(5);
/// A worker that was not seen for so long hangs.
const SILENT: Duration = minutes(2);
/// A certificate that is good for less than that is about to end: whoever renews it has not.
const ENDS: Duration = days(7);
/// Days of the machine.
const UTC: &str = "UTC";
/// A newest backup that is older than that is old (reliability 9.4).
const OLD: Duration = hours(26);

/// Whether something is to be done, the gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// At once: visitors are kept from signing, or will be; or what they gave is not safe.
    Wrong,
    /// Soon.
    Soon,
    /// It cannot be told from here, which is not wrong.
    Unknown,
    /// Nothing.
    Fine,
}

impl Verdict {
    /// Its word: in JSON, on the command line, and its variant in the words files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Wrong => "wrong",
            Self::Soon => "soon",
            Self::Unknown => "unknown",
            Self::Fine => "fine",
        }
    }

    /// The class of its tag.
    pub(super) fn class(self) -> &'static str {
        match self {
            Self::Wrong => "held",
            Self::Soon => "wait",
            Self::Unknown => "",
            Self::Fine => "ok",
        }
    }

    /// Whether somebody has to do something.
    pub(super) fn asks(self) -> bool {
        matches!(self, Self::Wrong | Self::Soon)
    }
}

/// One thing that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What it is about, as a word: in JSON, on the command line, and its variant in the words files.
    pub about: &'static str,
    /// Whether something is to be done.
    pub verdict: Verdict,
    /// What is so, and what to do.
    pub sentence: String,
}

impl Finding {
    /// One of these.
    pub(super) fn new(about: &'static str, verdict: Verdict, sentence: impl Into<String>) -> Self {
        Self {
            about,
            verdict,
            sentence: sentence.into(),
        }
    }

    /// Its sentence for a terminal: without the marks that keep what is set in apart from its surroundings.
    #[must_use]
    pub fn plain(&self) -> String {
        self.sentence.replace(['\u{2068}', '\u{2069}'], "")
    }
}

/// Puts into words what both pages tell of.
pub(super) struct FindingWords<'a> {
    pub(super) w: &'a Words,
    pub(super) now: Time,
}

impl FindingWords<'_> {
    /// A worker that ended although nobody stopped it, if one did.
    pub(super) fn ended(&self, name: Option<&str>) -> Finding {
        match name {
            Some(name) => {
                let told = self.w.say1("operator-worker-ended", "name", name);
                Finding::new("workers", Verdict::Wrong, told)
            }
            None => Finding::new("workers", Verdict::Fine, self.w.say("operator-workers")),
        }
    }

    /// When a worker was last at work; none where it was not seen since the start.
    pub(super) fn at_work(&self, about: &'static str, seen: Option<Time>) -> Finding {
        let Some(at) = seen else {
            let told = self.w.say("operator-worker-unseen");
            return Finding::new(about, Verdict::Soon, told);
        };
        let ago = self.w.ago(at, self.now);
        match self.now.since(at) > SILENT {
            true => {
                let told = self.w.say1("operator-worker-silent", "ago", ago);
                Finding::new(about, Verdict::Wrong, told)
            }
            false => {
                let told = self.w.say1("operator-worker-seen", "ago", ago);
                Finding::new(about, Verdict::Fine, told)
            }
        }
    }

    /// Whether mail that is due has waited for long.
    pub(super) fn queue(&self, is_late: bool) -> Finding {
        match is_late {
            true => Finding::new("queue", Verdict::Soon, self.w.say("operator-mail-late")),
            false => Finding::new("queue", Verdict::Fine, self.w.say("operator-mail-in-time")),
        }
    }

    /// How much is free where the data folder lies.
    pub(super) fn space(&self, space: Option<DiskSpace>, is_elsewhere: bool) -> Finding {
        let Some(space) = space else {
            let told = self.w.say("operator-space-unknown");
            return Finding::new("space", Verdict::Unknown, told);
        };
        let (free, all) = (self.bytes(space.free), self.bytes(space.all));
        let (key, verdict) = match space.is_little() {
            true => ("operator-space-little", Verdict::Soon),
            false => ("operator-space", Verdict::Fine),
        };
        let mut told = self.w.say2(key, "free", &free, "all", &all);
        if is_elsewhere {
            told.push(' ');
            told.push_str(self.w.say("operator-space-server"));
        }
        Finding::new("space", verdict, told)
    }

    /// How old the newest backup is.
    pub(super) fn backup(&self, newest: Option<Time>) -> Finding {
        let Some(at) = newest else {
            let told = self.w.say("operator-backup-none");
            return Finding::new("backup", Verdict::Soon, told);
        };
        let ago = self.w.ago(at, self.now);
        match self.now.since(at) > OLD {
            true => {
                let told = self.w.say1("operator-backup-old", "ago", ago);
                Finding::new("backup", Verdict::Soon, told)
            }
            false => {
                let told = self.w.say1("operator-backup", "ago", ago);
                Finding::new("backup", Verdict::Fine, told)
            }
        }
    }

    /// How it stands with a certificate of the program's own.
    pub(super) fn certificate(&self, facts: &HttpsFacts) -> Finding {
        let refused = || {
            facts.trouble.map(|(why, until)| {
                let at = self.w.date_time(until, UTC);
                self.w
                    .say2("operator-https-refused", "why", why.as_str(), "at", at)
            })
        };
        let good = |ends| self.w.say1("operator-https", "date", self.w.day(ends, UTC));
        let (verdict, told) = match (facts.ends, refused()) {
            (None, None) => (Verdict::Wrong, self.w.say("operator-https-none").to_owned()),
            (None, Some(refused)) => (Verdict::Wrong, refused),
            (Some(ends), Some(refused)) => (Verdict::Soon, format!("{} {refused}", good(ends))),
            (Some(ends), None) if ends.since(self.now) < ENDS => {
                let day = self.w.day(ends, UTC);
                let told = self.w.say1("operator-https-ends", "date", day);
                (Verdict::Wrong, told)
            }
            (Some(ends), None) => (Verdict::Fine, good(ends)),
        };
        Finding::new("certificate", verdict, told)
    }

    /// A size in words, as whole as people say it.
    pub(super) fn bytes(&self, bytes: u64) -> String {
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
    fn how_it_stands_with_the_certificate_is_said() {
        let library = Library::load().unwrap();
        let w = library.words(Lang::EN);
        let now = Time::from_micros(1_800_000_000_000_000);
        let words = FindingWords { w: &w, now };
        let state = HttpsState::default();
        let says = |verdict, part: &str| {
            let found = words.certificate(&state.facts());
            assert_eq!(found.verdict, verdict, "{}", found.sentence);
            assert!(found.sentence.contains(part), "{}", found.sentence);
        };
        says(Verdict::Wrong, "it is being made");
        state.waits(CertificateTrouble::NotOurs, now.plus(minutes(10)));
        says(Verdict::Wrong, "the name must lead here");
        state.serves(now.plus(days(90)));
        says(Verdict::Fine, "is good until April 15");
        state.waits(CertificateTrouble::Away, now.plus(hours(1)));
        says(Verdict::Soon, "The authority cannot be reached.");
        state.serves(now.plus(days(6)));
        says(Verdict::Wrong, "only");
    }
}
