//! A day of the calendar, in the zone of the petition it belongs to: no moment, so that it stays that day wherever it is read.

use super::invalid::Invalid;
use super::time::Time;
use jiff::civil;
use jiff::tz::TimeZone;
use std::fmt;

/// A day, from 1970 to 9998. The later, the greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(civil::Date);

impl Day {
    /// Reads `2027-05-12`.
    ///
    /// # Errors
    /// `error-date` for anything else, and for days out of reach.
    pub fn parse(typed: &str) -> Result<Self, Invalid> {
        let day: civil::Date = typed
            .trim()
            .parse()
            .map_err(|_| Invalid::new("error-date"))?;
        match (1970..=9998).contains(&day.year()) {
            true => Ok(Self(day)),
            false => Err(Invalid::new("error-date")),
        }
    }

    /// The same for arithmetic.
    pub(crate) fn date(self) -> civil::Date {
        self.0
    }

    /// When it begins in a zone; its noon in UTC where no clock shows it.
    #[must_use]
    pub fn begins(self, zone: &str) -> Time {
        let noon = || self.0.at(12, 0, 0, 0).to_zoned(TimeZone::UTC);
        let begun = self.0.to_zoned(in_zone(zone)).or_else(|_| noon());
        Time::from_micros(begun.map_or(0, |begun| begun.timestamp().as_microsecond()))
    }

    /// The day that it is at this moment in a zone.
    #[must_use]
    pub fn of(at: Time, zone: &str) -> Self {
        Self(at.timestamp().to_zoned(in_zone(zone)).date())
    }
}

/// As programs and forms write it: `2027-05-12`.
impl fmt::Display for Day {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(to)
    }
}

/// The zone of this IANA name; UTC where there is none.
fn in_zone(zone: &str) -> TimeZone {
    TimeZone::get(zone).unwrap_or(TimeZone::UTC)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_when_its_zone_says_so() {
        let day = Day::parse("2026-11-21").unwrap();
        let begins = |zone: &str| day.begins(zone).rfc3339();
        assert_eq!(begins("UTC"), "2026-11-21T00:00:00Z");
        assert_eq!(begins("America/Chicago"), "2026-11-21T06:00:00Z");
        assert_eq!(begins("Pacific/Kiritimati"), "2026-11-20T10:00:00Z");
        let spring = Day::parse("2026-09-06").unwrap();
        assert_eq!(
            spring.begins("America/Santiago").rfc3339(),
            "2026-09-06T04:00:00Z",
            "no midnight"
        );
    }

    #[test]
    fn what_is_a_day_and_what_is_none() {
        assert_eq!(
            Day::parse(" 2027-05-12 ").unwrap().to_string(),
            "2027-05-12"
        );
        assert!(Day::parse("2028-02-29").is_ok());
        for typed in [
            "",
            "2027-02-29",
            "2027-13-01",
            "12.5.2027",
            "2027-5-12",
            "+20270-05-12",
            "1969-12-31",
            "9999-01-01",
            "tomorrow",
            "2027-05-12\u{202e}",
        ] {
            assert_eq!(Day::parse(typed).unwrap_err().key, "error-date", "{typed}");
        }
    }

    #[test]
    fn a_moment_lies_on_another_day_elsewhere() {
        // half past four in the morning of the 12th in London
        let at = Time::parse("2027-05-12T03:30:00Z").unwrap();
        for (zone, day) in [
            ("America/New_York", "2027-05-11"),
            ("Pacific/Kiritimati", "2027-05-12"),
            ("Pacific/Niue", "2027-05-11"),
            ("nowhere at all", "2027-05-12"),
        ] {
            assert_eq!(Day::of(at, zone).to_string(), day, "{zone}");
        }
        assert!(Day::parse("2027-05-11").unwrap() < Day::of(at, "UTC"));
    }
}
