//! Instants and the clock. Time is an argument everywhere else; only [`Clock::system`] looks at the wall.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

use super::invalid::Invalid;

const SECOND: i64 = 1_000_000;
const HOUR: i64 = 3_600 * SECOND;
const DAY: i64 = 24 * HOUR;

/// An instant: microseconds since 1970-01-01T00:00:00 UTC, negative before. The finest step both databases keep.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Time(i64);

impl Time {
    /// The instant `micros` microseconds after 1970.
    pub const fn from_micros(micros: i64) -> Self {
        Self(micros)
    }

    /// Reads RFC 3339 such as `2026-11-21T21:10:00Z`; any offset, at most microseconds.
    ///
    /// # Errors
    /// `error-time` when it is anything else.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let at: jiff::Timestamp = text.parse().map_err(|_| Invalid::new("error-time"))?;
        Ok(Self(at.as_microsecond()))
    }

    /// Microseconds since 1970.
    pub const fn micros(self) -> i64 {
        self.0
    }

    /// Whole seconds since 1970, rounded down.
    pub const fn seconds(self) -> i64 {
        self.0.div_euclid(SECOND)
    }

    /// Whole hours since 1970, rounded down: the key of an hourly tally.
    pub(crate) const fn hour(self) -> i64 {
        self.0.div_euclid(HOUR)
    }

    /// Whole days (UTC) since 1970, rounded down.
    pub const fn day(self) -> i64 {
        self.0.div_euclid(DAY)
    }

    /// This long after; stops at the end of what can be counted.
    #[must_use]
    pub fn plus(self, span: Duration) -> Self {
        Self(self.0.saturating_add(micros_of(span)))
    }

    /// This long before; stops at the beginning of what can be counted.
    #[must_use]
    pub fn minus(self, span: Duration) -> Self {
        Self(self.0.saturating_sub(micros_of(span)))
    }

    /// How long ago `earlier` was, seen from here; zero if it is not earlier.
    pub fn since(self, earlier: Time) -> Duration {
        let micros = self.0.saturating_sub(earlier.0);
        Duration::from_micros(u64::try_from(micros).unwrap_or(0))
    }

    /// RFC 3339 in UTC, such as `2026-11-21T21:10:00Z`, with a fraction only where there is one, of three
    /// digits at most: HTML takes no more. Instants outside the years -9999 to 9999 show the nearest one inside.
    pub fn rfc3339(self) -> String {
        Self(self.0.saturating_sub(self.0.rem_euclid(1_000))).to_string()
    }

    /// The same instant for calendar work (time zones, days of the week); clamped like [`Time::rfc3339`].
    pub(crate) fn timestamp(self) -> jiff::Timestamp {
        let nearest = if self.0 < 0 {
            jiff::Timestamp::MIN
        } else {
            jiff::Timestamp::MAX
        };
        jiff::Timestamp::from_microsecond(self.0).unwrap_or(nearest)
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.timestamp(), f)
    }
}

impl From<Time> for String {
    fn from(time: Time) -> Self {
        time.to_string()
    }
}

impl TryFrom<String> for Time {
    type Error = Invalid;

    fn try_from(text: String) -> Result<Self, Invalid> {
        Self::parse(&text)
    }
}

fn micros_of(span: Duration) -> i64 {
    i64::try_from(span.as_micros()).unwrap_or(i64::MAX)
}

/// `n` seconds.
pub const fn seconds(n: u64) -> Duration {
    Duration::from_secs(n)
}

/// `n` minutes.
pub const fn minutes(n: u64) -> Duration {
    Duration::from_secs(n.saturating_mul(60))
}

/// `n` hours.
pub const fn hours(n: u64) -> Duration {
    Duration::from_secs(n.saturating_mul(3_600))
}

/// `n` days of 24 hours.
pub const fn days(n: u64) -> Duration {
    Duration::from_secs(n.saturating_mul(86_400))
}

/// Tells the time: the system's, or one that stands until a test moves it. Clones of a standing clock move together.
#[derive(Debug, Clone)]
pub struct Clock(Hands);

#[derive(Debug, Clone)]
enum Hands {
    System,
    Standing(Arc<AtomicI64>),
}

impl Clock {
    /// The clock of the machine.
    pub fn system() -> Self {
        Self(Hands::System)
    }

    /// A clock that stands at `time`, for tests, demos and replays.
    pub fn standing_at(time: Time) -> Self {
        Self(Hands::Standing(Arc::new(AtomicI64::new(time.0))))
    }

    /// The instant it shows.
    #[expect(
        clippy::disallowed_methods,
        reason = "the only place that asks the machine for the time"
    )]
    pub fn now(&self) -> Time {
        match &self.0 {
            Hands::Standing(micros) => Time(micros.load(Ordering::SeqCst)),
            Hands::System => match SystemTime::now().duration_since(UNIX_EPOCH) {
                Ok(after) => Time(micros_of(after)),
                Err(before) => Time(micros_of(before.duration()).saturating_neg()),
            },
        }
    }

    /// Moves a standing clock forward, for all its clones. The system's clock is not ours to move: nothing happens.
    pub fn advance(&self, span: Duration) {
        if let Hands::Standing(micros) = &self.0 {
            micros.fetch_add(micros_of(span), Ordering::SeqCst);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_hours_and_days_downwards_before_1970_too() {
        let eve = Time::from_micros(-1);
        assert_eq!((eve.seconds(), eve.hour(), eve.day()), (-1, -1, -1));
        let later = Time::from_micros(0)
            .plus(days(2))
            .plus(hours(3))
            .plus(minutes(4))
            .plus(seconds(5));
        assert_eq!(
            (later.day(), later.hour(), later.seconds()),
            (2, 51, 183_845)
        );
    }

    #[test]
    fn is_written_and_read_as_rfc_3339() {
        let time = Time::from_micros(1_795_295_400_000_000);
        assert_eq!(time.rfc3339(), "2026-11-21T21:10:00Z");
        let later = Time::from_micros(time.micros() + 794_847);
        assert_eq!(later.rfc3339(), "2026-11-21T21:10:00.794Z");
        assert_eq!(Time::parse("2026-11-21T22:10:00+01:00"), Ok(time));
        assert_eq!(
            time.plus(Duration::from_micros(1_500)).to_string(),
            "2026-11-21T21:10:00.0015Z"
        );
        assert_eq!(
            serde_json::to_string(&time).unwrap(),
            "\"2026-11-21T21:10:00Z\""
        );
        for wrong in [
            "",
            "yesterday",
            "2026-11-21",
            "2026-13-01T00:00:00Z",
            "1795295400",
        ] {
            assert_eq!(
                Time::parse(wrong),
                Err(Invalid::new("error-time")),
                "{wrong}"
            );
        }
    }

    #[test]
    fn never_overflows_and_never_runs_backwards() {
        let end = Time::from_micros(i64::MAX);
        assert_eq!(end.plus(days(1)), end);
        assert!(end.rfc3339().starts_with("9999-12-3"));
        assert_eq!(
            Time::from_micros(i64::MIN).minus(seconds(1)).micros(),
            i64::MIN
        );
        assert_eq!(
            Time::from_micros(5).since(Time::from_micros(9)),
            Duration::ZERO
        );
        assert_eq!(
            Time::from_micros(9).since(Time::from_micros(5)),
            Duration::from_micros(4)
        );
    }

    #[test]
    fn a_standing_clock_moves_with_its_clones_and_the_systems_does_not() {
        let clock = Clock::standing_at(Time::from_micros(7));
        let other = clock.clone();
        other.advance(seconds(1));
        assert_eq!(clock.now().micros(), 1_000_007);
        let system = Clock::system();
        let before = system.now();
        system.advance(days(400));
        assert!(system.now().since(before) < days(1));
        assert!(before > Time::parse("2024-01-01T00:00:00Z").unwrap());
    }
}
