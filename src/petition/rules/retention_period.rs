//! How many months details are kept once a petition is over.

use crate::base::{Invalid, Time};
use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// How long details are kept after a petition is over: whole months, from 1 to [`RetentionPeriod::MOST`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(from = "u8", into = "u8")]
pub struct RetentionPeriod(u8);

impl Default for RetentionPeriod {
    /// Six months, which is what parliaments keep theirs (privacy rules, G8).
    fn default() -> Self {
        Self(6)
    }
}

impl From<u8> for RetentionPeriod {
    fn from(months: u8) -> Self {
        Self(months.clamp(1, Self::MOST))
    }
}

impl From<RetentionPeriod> for u8 {
    fn from(keeps: RetentionPeriod) -> Self {
        keeps.0
    }
}

impl RetentionPeriod {
    /// The longest there is.
    pub(crate) const MOST: u8 = 24;

    /// In months.
    #[must_use]
    pub fn months(self) -> u32 {
        u32::from(self.0)
    }

    /// Reads a whole number of months.
    ///
    /// # Errors
    /// `error-keeps` when it is none, or none from 1 to [`RetentionPeriod::MOST`].
    pub fn parse(typed: &str) -> Result<Self, Invalid> {
        match typed.trim().parse::<u8>() {
            Ok(months) if (1..=Self::MOST).contains(&months) => Ok(Self(months)),
            _ => Err(Invalid::new("error-keeps")),
        }
    }

    /// The last moment at which details are kept of what is over at `end`: the end of the same day of
    /// the month so many months later, as that day ends in this zone. A month that is too short for the day has it
    /// end with its last one.
    #[must_use]
    pub fn until(self, end: Time, zone: &str) -> Time {
        let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
        // An end at midnight is that of the day before, the last one to sign.
        let last_signed = end.minus(Duration::from_micros(1));
        let day = last_signed.timestamp().to_zoned(zone.clone()).date();
        let last = day.saturating_add(i64::from(self.0).months());
        let next = last.tomorrow().unwrap_or(Date::MAX).to_zoned(zone);
        let next = next.map_or(jiff::Timestamp::MAX, |begins| begins.timestamp());
        Time::from_micros(next.as_microsecond().saturating_sub(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn until(end: &str, months: u8, zone: &str) -> String {
        let end = Time::parse(end).unwrap();
        let last = RetentionPeriod::from(months).until(end, zone);
        last.plus(std::time::Duration::from_micros(1)).rfc3339()
    }

    #[test]
    fn details_are_kept_to_the_end_of_a_day_where_the_petition_is() {
        let new_york = "America/New_York";
        for (end, months, zone, gone) in [
            ("2026-12-11T22:00:00Z", 6, "UTC", "2027-06-12T00:00:00Z"),
            // The clocks have gone forward meanwhile.
            ("2026-12-11T22:00:00Z", 6, new_york, "2027-06-12T04:00:00Z"),
            // Late in the evening there, the next day in UTC.
            ("2026-12-12T04:59:00Z", 6, new_york, "2027-06-12T04:00:00Z"),
            // At midnight there: the day before was the last one to sign.
            ("2026-12-12T05:00:00Z", 6, new_york, "2027-06-12T04:00:00Z"),
            ("2026-12-12T05:00:01Z", 6, new_york, "2027-06-13T04:00:00Z"),
            (
                "2026-12-11T22:00:00Z",
                24,
                "Asia/Kolkata",
                "2028-12-12T18:30:00Z",
            ),
        ] {
            assert_eq!(until(end, months, zone), gone, "{end} {months} {zone}");
        }
    }

    #[test]
    fn a_short_month_ends_with_its_last_day() {
        for (end, months, gone) in [
            ("2026-08-31T12:00:00Z", 6, "2027-03-01T00:00:00Z"),
            ("2027-08-31T12:00:00Z", 6, "2028-03-01T00:00:00Z"),
            ("2027-08-30T12:00:00Z", 6, "2028-03-01T00:00:00Z"),
            ("2027-08-28T12:00:00Z", 6, "2028-02-29T00:00:00Z"),
            ("2027-01-31T12:00:00Z", 1, "2027-03-01T00:00:00Z"),
            ("2027-01-31T12:00:00Z", 3, "2027-05-01T00:00:00Z"),
        ] {
            assert_eq!(until(end, months, "UTC"), gone, "{end} {months}");
        }
    }

    #[test]
    fn a_day_whose_midnight_the_clocks_leave_out_ends_an_hour_later() {
        // In Santiago the clocks went from 24:00 of April 5 2025 back, and on September 7 2025 from 0:00 to 1:00.
        let gone = until("2025-03-06T12:00:00Z", 6, "America/Santiago");
        assert_eq!(gone, "2025-09-07T04:00:00Z");
    }

    #[test]
    fn nothing_is_kept_beyond_what_can_be_counted() {
        let late = Time::parse("9998-12-31T12:00:00Z").unwrap();
        for zone in ["UTC", "America/New_York", "Asia/Kolkata", "nowhere"] {
            let last = RetentionPeriod::from(24).until(late, zone);
            assert!(last > late, "{zone}: {}", last.rfc3339());
        }
    }

    #[test]
    fn months_are_a_whole_number_from_1_to_24() {
        for (typed, months) in [("1", 1), (" 6 ", 6), ("024", 24)] {
            assert_eq!(
                RetentionPeriod::parse(typed).map(RetentionPeriod::months),
                Ok(months)
            );
        }
        for wrong in [
            "",
            "0",
            "25",
            "-1",
            "six",
            "1.5",
            "6 months",
            "999999999999",
        ] {
            let refused = Err(Invalid::new("error-keeps"));
            assert_eq!(RetentionPeriod::parse(wrong), refused, "{wrong}");
        }
        let read =
            |json| serde_json::from_str::<RetentionPeriod>(json).map(RetentionPeriod::months);
        assert_eq!(read("200").unwrap(), 24);
        assert_eq!(
            serde_json::to_string(&RetentionPeriod::default()).unwrap(),
            "6"
        );
    }
}
