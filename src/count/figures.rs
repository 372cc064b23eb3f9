//! What is counted beside the number: forms that were sent, how long it took until they were confirmed, who lets organizers write.
//!
//! Sums alone: no row says when anything was. A median is made of counts in fixed spans, so that nobody's wait is kept.

use std::time::Duration;

/// Where the spans end, in minutes. What took longer than the last is in one span more.
const ENDS: [i64; 10] = [1, 2, 5, 10, 20, 40, 60, 180, 360, 1_440];
/// How many spans there are.
pub const SPANS: usize = 11;
/// The median of fewer waits says nothing: one more or less would move it anywhere.
const LEAST: i64 = 5;

/// One thing that is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Figure {
    /// Forms that were sent.
    Sent,
    /// Counted signatures whose signers let organizers write.
    SaidYes,
    /// Counted signatures whose signers have their name shown.
    Named,
    /// Forms that were confirmed, in this span after they were sent.
    Confirmed(Span),
}

/// A span of waiting, as its place among all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span(i16);

impl Span {
    /// Into which this wait falls.
    #[must_use]
    pub fn of(wait: Duration) -> Self {
        let minutes = i64::try_from(wait.as_secs().div_ceil(60)).unwrap_or(i64::MAX);
        let at = ENDS.iter().take_while(|end| **end < minutes).count();
        Self(i16::try_from(at).unwrap_or(i16::MAX))
    }
}

impl Figure {
    /// Its number in the database.
    #[must_use]
    pub(crate) fn number(self) -> i16 {
        match self {
            Self::Sent => 0,
            Self::SaidYes => 1,
            Self::Named => -1,
            Self::Confirmed(Span(at)) => at.saturating_add(2),
        }
    }
}

/// The figures of a petition.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct FormFigures {
    /// Forms that were sent.
    pub sent: i64,
    /// Counted signatures whose signers let organizers write.
    pub said_yes: i64,
    /// Counted signatures whose signers have their name shown.
    pub named: i64,
    /// Forms that were confirmed, by span.
    confirmed: [i64; SPANS],
}

/// A usual wait, as a sentence says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UsualWait {
    /// About so many minutes.
    Minutes(i64),
    /// About so many hours.
    Hours(i64),
    /// More than a day.
    Longer,
}

impl FormFigures {
    /// Of rows as they are kept; numbers that nobody knows are passed over.
    #[must_use]
    pub(crate) fn of(rows: &[(i16, i64)]) -> Self {
        let mut figures = Self::default();
        for (number, n) in rows {
            match number {
                0 => figures.sent = *n,
                1 => figures.said_yes = *n,
                -1 => figures.named = *n,
                _ => {
                    let at = usize::try_from(number - 2).unwrap_or(usize::MAX);
                    if let Some(span) = figures.confirmed.get_mut(at) {
                        *span = *n;
                    }
                }
            }
        }
        figures
    }

    /// Forms that were confirmed, however long that took.
    #[must_use]
    pub fn confirmed(&self) -> i64 {
        self.confirmed.iter().sum()
    }

    /// How many of a hundred forms were confirmed; none before one was sent.
    #[must_use]
    pub fn rate(&self) -> Option<i64> {
        let confirmed = self.confirmed().min(self.sent);
        (self.sent > 0).then(|| confirmed * 100 / self.sent)
    }

    /// The wait that half of those who confirmed did not exceed, spread evenly within its span; none of a few.
    #[must_use]
    pub fn usual_wait(&self) -> Option<UsualWait> {
        let all = self.confirmed();
        if all < LEAST {
            return None;
        }
        let half = (all + 1) / 2;
        let (mut before, mut begin) = (0, 0);
        for (n, end) in self.confirmed.iter().zip(ENDS) {
            if before + n >= half {
                let wide = (end - begin) * (half - before);
                let minutes = begin + (wide + n / 2).checked_div(*n).unwrap_or(0);
                return Some(match minutes {
                    ..=59 => UsualWait::Minutes(minutes.max(1)),
                    _ => UsualWait::Hours((minutes + 30) / 60),
                });
            }
            before += n;
            begin = end;
        }
        Some(UsualWait::Longer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::time::{days, minutes, seconds};

    fn figures(waits: &[Duration]) -> FormFigures {
        let mut rows = vec![(0, 10)];
        for number in 2..13 {
            let here = |wait: &&Duration| Figure::Confirmed(Span::of(**wait)).number() == number;
            let n = waits.iter().filter(here).count();
            rows.push((number, i64::try_from(n).unwrap()));
        }
        FormFigures::of(&rows)
    }

    #[test]
    fn a_wait_falls_into_the_span_whose_end_it_does_not_exceed() {
        for (wait, number) in [
            (seconds(0), 2),
            (seconds(60), 2),
            (seconds(61), 3),
            (minutes(5), 4),
            (minutes(6), 5),
            (days(1), 11),
            (days(1) + seconds(1), 12),
            (days(7), 12),
        ] {
            let figure = Figure::Confirmed(Span::of(wait));
            assert_eq!(figure.number(), number, "{wait:?}");
        }
    }

    #[test]
    fn the_median_is_about_what_it_was() {
        let usual = |waits: &[u64]| {
            let waits: Vec<_> = waits.iter().map(|n| minutes(*n)).collect();
            figures(&waits).usual_wait()
        };
        assert_eq!(usual(&[1, 3, 4, 5]), None, "four say nothing");
        assert_eq!(usual(&[1, 3, 4, 5, 300]), Some(UsualWait::Minutes(4)));
        assert_eq!(usual(&[1, 1, 1, 30, 300]), Some(UsualWait::Minutes(1)));
        assert_eq!(usual(&[90, 100, 120, 130, 150]), Some(UsualWait::Hours(2)));
        let longer = Some(UsualWait::Longer);
        assert_eq!(usual(&[1, 1, 2_000, 3_000, 4_000]), longer);
    }

    #[test]
    fn the_rate_never_says_more_than_all() {
        assert_eq!(FormFigures::default().rate(), None);
        let waits = [minutes(1); 12];
        assert_eq!(figures(&waits[..9]).rate(), Some(90));
        assert_eq!(figures(&waits).rate(), Some(100));
        assert_eq!(figures(&[]).rate(), Some(0));
    }
}
