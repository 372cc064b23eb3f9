//! Whether the clock of this machine is right, as far as other clocks can be asked: the database's, and that of what answers under the
//! base URL. The one file has no clock, but nothing in it can be of tomorrow.

use crate::base::Time;
use crate::site::finding::{Finding, Verdict};
use crate::words::Words;
use std::time::Duration;

/// A clock that is off by more is soon to be set, or at once.
const OFF: Duration = Duration::from_secs(5);
const FAR_OFF: Duration = Duration::from_secs(60);

/// What one clock showed when ours showed this.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ClockPair {
    pub(super) ours: Time,
    pub(super) theirs: Time,
}

impl ClockPair {
    /// How far they are apart.
    fn apart(self) -> Duration {
        self.ours
            .since(self.theirs)
            .max(self.theirs.since(self.ours))
    }

    fn way(self) -> &'static str {
        match self.ours > self.theirs {
            true => "ahead",
            false => "behind",
        }
    }
}

/// What was asked of other clocks.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct ClockFacts {
    /// PostgreSQL's.
    pub(super) database: Option<ClockPair>,
    /// Of what answers under the base URL.
    pub(super) answer: Option<ClockPair>,
    /// The latest instant in the one file, where it could be read.
    pub(super) latest: Option<ClockPair>,
}

fn verdict(apart: Duration) -> Verdict {
    if apart > FAR_OFF {
        Verdict::Wrong
    } else if apart > OFF {
        Verdict::Soon
    } else {
        Verdict::Fine
    }
}

/// A span in words, in the largest unit of which it has two; one at the least.
fn span(w: &Words, span: Duration) -> String {
    let seconds = span.as_secs();
    let (n, unit) = match seconds {
        0..120 => (seconds, "seconds"),
        120..7_200 => (seconds / 60, "minutes"),
        7_200..172_800 => (seconds / 3_600, "hours"),
        _ => (seconds / 86_400, "days"),
    };
    w.say2("doctor-span", "unit", unit, "n", n)
}

impl ClockFacts {
    /// The sentence: of the clock that is furthest off.
    pub(super) fn told(&self, w: &Words) -> Finding {
        let late = self
            .latest
            .filter(|pair| pair.theirs > pair.ours && verdict(pair.apart()) != Verdict::Fine);
        if let Some(pair) = late {
            let at = w.date_time(pair.theirs, "UTC");
            let span = span(w, pair.apart());
            let told = w.say2("doctor-clock-file-off", "at", at, "span", span);
            return Finding::new("clock", verdict(pair.apart()), told);
        }
        let both = [("database", self.database), ("answer", self.answer)];
        let both = both.into_iter().filter_map(|(of, pair)| Some((of, pair?)));
        let Some((of, pair)) = both.max_by_key(|(_, pair)| pair.apart()) else {
            return match self.latest {
                Some(_) => Finding::new("clock", Verdict::Fine, w.say("doctor-clock-file")),
                None => Finding::new("clock", Verdict::Unknown, w.say("doctor-clock-unknown")),
            };
        };
        let verdict = verdict(pair.apart());
        let told = match verdict {
            Verdict::Fine => w.say1("doctor-clock", "of", of),
            _ => {
                let span = span(w, pair.apart());
                w.say3(
                    "doctor-clock-off",
                    "of",
                    of,
                    "way",
                    pair.way(),
                    "span",
                    span,
                )
            }
        };
        Finding::new("clock", verdict, told)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Lang;
    use crate::base::time::{days, seconds};
    use crate::words::Library;

    #[test]
    fn the_clock_that_is_furthest_off_is_told_of() {
        let library = Library::load().unwrap();
        let w = library.words(Lang::EN);
        let ours = Time::from_micros(1_800_000_000_000_000);
        let pair = |theirs| Some(ClockPair { ours, theirs });
        let told = |facts: ClockFacts| {
            let found = facts.told(&w);
            (found.verdict, found.plain())
        };
        let (verdict, said) = told(ClockFacts {
            database: pair(ours.plus(days(365))),
            answer: pair(ours.minus(seconds(8))),
            latest: None,
        });
        assert_eq!(verdict, Verdict::Wrong);
        assert!(said.contains("365 days behind the database’s"), "{said}");
        let (verdict, said) = told(ClockFacts {
            database: pair(ours.minus(seconds(5))),
            answer: pair(ours.minus(seconds(8))),
            latest: None,
        });
        assert_eq!(verdict, Verdict::Soon);
        assert!(said.contains("8 seconds ahead of"), "{said}");
        let of_file = |theirs| ClockFacts {
            latest: pair(theirs),
            ..ClockFacts::default()
        };
        assert_eq!(told(of_file(ours.plus(days(365)))).0, Verdict::Wrong);
        assert_eq!(told(of_file(ours.minus(days(365)))).0, Verdict::Fine);
        assert_eq!(told(ClockFacts::default()).0, Verdict::Unknown);
    }
}
