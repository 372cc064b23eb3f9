//! The closing time as people type it: a day, a time of day, and the zone these are told in.

use crate::base::{Invalid, Time};
use jiff::civil;
use jiff::tz::{AmbiguousOffset, TimeZone};

/// The time of day when none was typed: the day named is the last one.
const END_OF_DAY: civil::Time = civil::time(23, 59, 0, 0);
/// The time of day of a beginning when none was typed.
const START_OF_DAY: civil::Time = civil::time(0, 0, 0, 0);

/// Reads the name of a zone as the IANA list spells it.
///
/// # Errors
/// `error-zone` when the list has no such name.
pub fn zone(typed: &str) -> Result<String, Invalid> {
    TimeZone::get(typed.trim())
        .ok()
        .and_then(|zone| zone.iana_name().map(str::to_owned))
        .ok_or(Invalid::new("error-zone"))
}

/// Reads day (`2026-12-11`) and time of day (`17:30`) in a zone; without a day there is no closing time.
/// An hour that the clocks go through twice means the second time, so that the page's promise holds.
///
/// # Errors
/// `error-date`, `error-time`, `error-zone`, and `error-closes-gap` for an hour that the clocks leave out.
pub fn read(day: &str, time: &str, zone: &str) -> Result<Option<Time>, Invalid> {
    read_or(day, time, zone, END_OF_DAY)
}

/// The same for a beginning: without a time of day it is the first moment of that day.
///
/// # Errors
/// As [`read`].
pub fn read_beginning(day: &str, time: &str, zone: &str) -> Result<Option<Time>, Invalid> {
    read_or(day, time, zone, START_OF_DAY)
}

fn read_or(
    day: &str,
    time: &str,
    zone: &str,
    otherwise: civil::Time,
) -> Result<Option<Time>, Invalid> {
    let (day, time) = (day.trim(), time.trim());
    if day.is_empty() {
        return match time {
            "" => Ok(None),
            _ => Err(Invalid::new("error-date")),
        };
    }
    let day: civil::Date = day.parse().map_err(|_| Invalid::new("error-date"))?;
    if !(1970..=9998).contains(&day.year()) {
        return Err(Invalid::new("error-date"));
    }
    let time = match time {
        "" => otherwise,
        typed => typed.parse().map_err(|_| Invalid::new("error-time"))?,
    };
    let zone = TimeZone::get(zone).map_err(|_| Invalid::new("error-zone"))?;
    let there = zone.to_ambiguous_zoned(day.to_datetime(time));
    if matches!(there.offset(), AmbiguousOffset::Gap { .. }) {
        return Err(Invalid::new("error-closes-gap"));
    }
    let there = there.later().map_err(|_| Invalid::new("error-date"))?;
    Ok(Some(Time::from_micros(there.timestamp().as_microsecond())))
}

/// Day and time of day as the form shows them.
#[must_use]
pub fn write(at: Time, zone: &str) -> (String, String) {
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    let there = at.timestamp().to_zoned(zone);
    let time = there.time();
    (
        there.date().to_string(),
        format!("{:02}:{:02}", time.hour(), time.minute()),
    )
}

/// Every zone a form may offer: places, and UTC.
#[must_use]
pub fn zones() -> Vec<String> {
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
            ("2026-12-11", "", Ok("2026-12-12T04:59:00Z")),
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
        ] {
            let time = Time::parse(text).unwrap();
            let (day, hour) = write(time, zone);
            assert_eq!(read(&day, &hour, zone), Ok(Some(time)), "{text}");
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
