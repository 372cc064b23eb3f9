//! The closing time as people type it: a day, a time of day, and the zone these are told in.

use crate::base::{Day, Invalid, Time};
use jiff::civil;
use jiff::tz::{AmbiguousOffset, TimeZone};
use std::time::Duration;

/// Reads the name of a zone as the IANA list spells it.
///
/// # Errors
/// `error-zone` when the list has no such name.
pub(crate) fn zone(typed: &str) -> Result<String, Invalid> {
    TimeZone::get(typed.trim())
        .ok()
        .and_then(|zone| zone.iana_name().map(str::to_owned))
        .ok_or(Invalid::new("error-zone"))
}

/// Reads day (`2026-12-11`) and time of day (`17:30`) in a zone; without a day there is no closing time, and without a time of
/// day it is the end of that day: the first moment of the next, at which nobody can sign any more.
/// An hour that the clocks go through twice means the second time, so that the page's promise holds.
///
/// # Errors
/// `error-date`, `error-time`, `error-zone`, and `error-closes-gap` for an hour that the clocks leave out.
pub fn read(day: &str, time: &str, zone: &str) -> Result<Option<Time>, Invalid> {
    let Some(typed) = TypedTime::read(day, time, zone)? else {
        return Ok(None);
    };
    match typed.time {
        Some(time) => typed.at(time).map(Some),
        None => {
            let next = typed.day.tomorrow();
            first_moment(next.map_err(|_| Invalid::new("error-date"))?, &typed.zone).map(Some)
        }
    }
}

/// The same for a beginning: without a time of day it is the first moment of that day.
///
/// # Errors
/// As [`read`].
pub(crate) fn read_beginning(day: &str, time: &str, zone: &str) -> Result<Option<Time>, Invalid> {
    let Some(typed) = TypedTime::read(day, time, zone)? else {
        return Ok(None);
    };
    match typed.time {
        Some(time) => typed.at(time).map(Some),
        None => first_moment(typed.day, &typed.zone).map(Some),
    }
}

/// Day, time of day and zone, each understood.
struct TypedTime {
    day: civil::Date,
    time: Option<civil::Time>,
    zone: TimeZone,
}

impl TypedTime {
    fn read(day: &str, time: &str, zone: &str) -> Result<Option<Self>, Invalid> {
        let (day, time) = (day.trim(), time.trim());
        if day.is_empty() {
            return match time {
                "" => Ok(None),
                _ => Err(Invalid::new("error-date")),
            };
        }
        let day = Day::parse(day)?.date();
        let time = match time {
            "" => None,
            typed => Some(typed.parse().map_err(|_| Invalid::new("error-time"))?),
        };
        let zone = TimeZone::get(zone).map_err(|_| Invalid::new("error-zone"))?;
        Ok(Some(Self { day, time, zone }))
    }

    fn at(&self, time: civil::Time) -> Result<Time, Invalid> {
        let there = self.zone.to_ambiguous_zoned(self.day.to_datetime(time));
        if matches!(there.offset(), AmbiguousOffset::Gap { .. }) {
            return Err(Invalid::new("error-closes-gap"));
        }
        let there = there.later().map_err(|_| Invalid::new("error-date"))?;
        Ok(Time::from_micros(there.timestamp().as_microsecond()))
    }
}

/// Where the clocks leave midnight out, a day begins after the gap; where they go through it twice, with the first.
fn first_moment(day: civil::Date, zone: &TimeZone) -> Result<Time, Invalid> {
    let there = day.to_zoned(zone.clone());
    let there = there.map_err(|_| Invalid::new("error-date"))?;
    Ok(Time::from_micros(there.timestamp().as_microsecond()))
}

/// The last moment before an end, so that an end at midnight names the day that is meant.
#[must_use]
pub(crate) fn last_moment(end: Time) -> Time {
    end.minus(Duration::from_micros(1))
}

/// Day and time of day of an end as the form shows them: where a whole day is taken in, that day and no time.
#[must_use]
pub fn write(at: Time, zone: &str) -> (String, String) {
    let (day, time) = write_beginning(at, zone);
    match time.is_empty() {
        true => (write_beginning(last_moment(at), zone).0, time),
        false => (day, time),
    }
}

/// Day and time of day of a beginning as the form shows them; no time where it is the first moment of the day.
#[must_use]
pub(crate) fn write_beginning(at: Time, zone: &str) -> (String, String) {
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    let there = at.timestamp().to_zoned(zone.clone());
    let (day, time) = (there.date(), there.time());
    let time = match first_moment(day, &zone) == Ok(at) {
        true => String::new(),
        false => format!("{:02}:{:02}", time.hour(), time.minute()),
    };
    (day.to_string(), time)
}

/// Days from the day of one moment to the day of another, as they are told in a zone; negative when the other lies before.
#[must_use]
pub(crate) fn days_between(from: Time, to: Time, zone: &str) -> Option<i64> {
    let day = |at: Time| Day::of(at, zone).date();
    Some(i64::from(day(from).until(day(to)).ok()?.get_days()))
}

/// The same time of day so many days later, as days and times are told in a zone.
#[must_use]
pub(crate) fn days_later(at: Time, days: i64, zone: &str) -> Option<Time> {
    let zone = TimeZone::get(zone).ok()?;
    let there = at.timestamp().to_zoned(zone);
    let later = there
        .checked_add(jiff::Span::new().try_days(days).ok()?)
        .ok()?;
    Some(Time::from_micros(later.timestamp().as_microsecond()))
}

/// Every zone a form may offer: places, and UTC.
#[must_use]
pub(crate) fn zones() -> Vec<String> {
    let mut names: Vec<String> = jiff::tz::db()
        .available()
        .map(|name| name.as_str().to_owned())
        .filter(|name| {
            name == "UTC"
                || (name.contains('/') && !name.starts_with("Etc/") && !name.starts_with("US/"))
        })
        .collect();
    names.sort_unstable();
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(day: &str, time: &str, zone: &str) -> Result<String, &'static str> {
        read(day, time, zone)
            .map(|at| at.map(Time::rfc3339).unwrap_or_default())
            .map_err(|wrong| wrong.key)
    }

    #[test]
    fn a_day_and_a_time_are_read_where_they_are_told() {
        let zone = "America/New_York";
        for (day, time, read) in [
            ("2026-12-11", "17:30", Ok("2026-12-11T22:30:00Z")),
            ("2026-07-01", "09:00", Ok("2026-07-01T13:00:00Z")),
            ("2026-12-11", "", Ok("2026-12-12T05:00:00Z")),
            ("2026-12-12", "00:00", Ok("2026-12-12T05:00:00Z")),
            ("2026-12-11", "23:59", Ok("2026-12-12T04:59:00Z")),
            // The clocks go on at midnight here and there.
            ("2026-03-07", "", Ok("2026-03-08T05:00:00Z")),
            ("", "", Ok("")),
            ("", "17:30", Err("error-date")),
            ("11 December", "17:30", Err("error-date")),
            ("2026-02-30", "", Err("error-date")),
            ("12026-02-03", "", Err("error-date")),
            ("2026-12-11", "half past five", Err("error-time")),
            ("2026-12-11", "25:00", Err("error-time")),
        ] {
            assert_eq!(at(day, time, zone), read.map(str::to_owned), "{day} {time}");
        }
        assert_eq!(at("2026-12-11", "", "Mars/Olympus"), Err("error-zone"));
    }

    #[test]
    fn clocks_that_go_forward_leave_an_hour_out_and_back_give_it_twice() {
        let zone = "America/New_York";
        assert_eq!(at("2026-03-08", "02:30", zone), Err("error-closes-gap"));
        assert_eq!(
            at("2026-03-08", "03:00", zone),
            Ok("2026-03-08T07:00:00Z".to_owned())
        );
        // The second half past one, an hour after the first.
        assert_eq!(
            at("2026-11-01", "01:30", zone),
            Ok("2026-11-01T06:30:00Z".to_owned())
        );
    }

    #[test]
    fn what_is_shown_is_read_back() {
        for (text, zone) in [
            ("2026-11-01T06:30:00Z", "America/New_York"),
            ("2026-12-31T18:30:00Z", "Asia/Kolkata"),
            ("2027-04-03T15:00:00Z", "Australia/Lord_Howe"),
            ("2026-12-12T05:00:00Z", "America/New_York"),
            ("2026-12-11T00:00:00Z", "UTC"),
            // Midnight comes twice, or is left out.
            ("2026-11-01T04:00:00Z", "America/Havana"),
            ("2026-11-01T05:00:00Z", "America/Havana"),
            ("2025-09-07T04:00:00Z", "America/Santiago"),
            ("2025-04-06T03:00:00Z", "America/Santiago"),
        ] {
            let time = Time::parse(text).unwrap();
            let (day, hour) = write(time, zone);
            assert_eq!(read(&day, &hour, zone), Ok(Some(time)), "{text}");
            let (day, hour) = write_beginning(time, zone);
            assert_eq!(read_beginning(&day, &hour, zone), Ok(Some(time)), "{text}");
        }
    }

    #[test]
    fn a_whole_day_is_said_as_that_day() {
        for (day, zone) in [
            ("2026-12-11", "America/New_York"),
            ("2026-12-31", "Asia/Kolkata"),
            ("2026-10-31", "America/Havana"),
            ("2026-11-01", "America/Havana"),
            ("2025-09-06", "America/Santiago"),
            ("2025-09-07", "America/Santiago"),
            ("2028-02-29", "UTC"),
            ("9998-12-31", "UTC"),
        ] {
            let end = read(day, "", zone).unwrap().unwrap();
            assert_eq!(write(end, zone), (day.to_owned(), String::new()), "{zone}");
            let begin = read_beginning(day, "", zone).unwrap().unwrap();
            let written = write_beginning(begin, zone);
            assert_eq!(written, (day.to_owned(), String::new()), "{zone}");
            assert!(begin < end);
        }
    }

    #[test]
    fn days_are_counted_by_the_calendar_of_the_zone() {
        let at = |text: &str| Time::parse(text).unwrap();
        let (late, early) = (at("2026-12-31T04:30:00Z"), at("2026-12-31T05:30:00Z"));
        for (from, to, zone, days) in [
            (late, early, "America/New_York", 1),
            (late, early, "UTC", 0),
            (early, late, "America/New_York", -1),
            (at("2026-11-28T12:00:00Z"), early, "America/New_York", 33),
        ] {
            assert_eq!(days_between(from, to, zone), Some(days), "{zone}");
        }
    }

    #[test]
    fn a_zone_is_one_of_the_list_and_has_one_spelling() {
        assert_eq!(
            zone(" america/new_york "),
            Ok("America/New_York".to_owned())
        );
        assert_eq!(zone("UTC"), Ok("UTC".to_owned()));
        for wrong in ["", "EST5EDT4,M3", "../etc/passwd", "New York"] {
            assert_eq!(zone(wrong), Err(Invalid::new("error-zone")), "{wrong}");
        }
        let zones = zones();
        assert!(zones.len() > 300 && zones.iter().all(|name| zone(name).is_ok()));
    }
}
