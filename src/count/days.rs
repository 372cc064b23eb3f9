//! The number day by day, in the days of the petition's own time zone.

use super::store::tallies::Hour;
use crate::base::Time;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, ToSpan};
use std::time::Duration;

/// One day, or the first of several taken together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day {
    /// Its date.
    pub date: Date,
    /// An instant in the middle of it, to be written in the petition's zone.
    pub noon: Time,
    /// The change of the counted number in it; may be negative.
    pub change: i64,
}

/// One bar of a chart: an hour, a day, or several days taken together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// An instant in it, by which it is called in the petition's zone.
    pub at: Time,
    /// The change of the counted number in it; may be negative.
    pub change: i64,
}

impl From<Day> for Slot {
    fn from(day: Day) -> Self {
        Self {
            at: day.noon,
            change: day.change,
        }
    }
}

/// A petition's calendar: which day an instant belongs to.
#[derive(Debug, Clone)]
pub struct Calendar(TimeZone);

impl Calendar {
    /// Of an IANA zone; an unknown one means UTC.
    #[must_use]
    pub fn of(zone: &str) -> Self {
        Self(TimeZone::get(zone).unwrap_or(TimeZone::UTC))
    }

    /// The date it is there.
    #[must_use]
    pub fn date(&self, at: Time) -> Date {
        at.timestamp().to_zoned(self.0.clone()).date()
    }

    fn noon(&self, date: Date) -> Time {
        let there = date.at(12, 0, 0, 0).to_zoned(self.0.clone());
        there.map_or(Time::from_micros(0), |there| {
            Time::from_micros(there.timestamp().as_microsecond())
        })
    }

    /// Every day from `first` to `last`, those without a change too. An hour belongs to the day in
    /// which it begins (in zones of half hours one day's last half hour can fall to it).
    #[must_use]
    pub fn days(&self, hours: &[Hour], first: Date, last: Date) -> Vec<Day> {
        let mut days = Vec::new();
        let mut date = first;
        while date <= last {
            days.push(Day {
                date,
                noon: self.noon(date),
                change: 0,
            });
            match date.checked_add(1.day()) {
                Ok(next) => date = next,
                Err(_) => break,
            }
        }
        for hour in hours {
            let date = self.date(begins(hour.hour));
            if let Ok(at) = days.binary_search_by_key(&date, |day| day.date)
                && let Some(day) = days.get_mut(at)
            {
                day.change += hour.change;
            }
        }
        days
    }
}

impl Calendar {
    /// Every hour from the one in which `first` lies to that of `last`, those without a change too. They are hours that pass: over a clock
    /// change as many as there are, whatever the clock says.
    #[must_use]
    pub(crate) fn hours(&self, hours: &[Hour], first: Time, last: Time) -> Vec<Slot> {
        let change = |hour: i64| {
            let found = hours.binary_search_by_key(&hour, |one| one.hour);
            let found = found.ok().and_then(|at| hours.get(at));
            found.map_or(0, |one| one.change)
        };
        let all = first.hour()..=last.hour().max(first.hour());
        all.map(|hour| Slot {
            at: begins(hour),
            change: change(hour),
        })
        .collect()
    }

    /// How far the clock there is from UTC, as "+02:00", where it shows this time twice on that day; else none.
    #[must_use]
    pub(crate) fn offset_if_twice(&self, at: Time) -> Option<String> {
        let there = |at: Time| at.timestamp().to_zoned(self.0.clone());
        let own = there(at);
        let is_same = |other: Time| there(other).datetime() == own.datetime();
        let hour = Duration::from_secs(3_600);
        let is_twice = is_same(at.plus(hour)) || is_same(at.minus(hour));
        let seconds = own.offset().seconds();
        let minutes = seconds.abs() / 60;
        let sign = match seconds < 0 {
            true => '−',
            false => '+',
        };
        is_twice.then(|| format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60))
    }
}

/// The instant an hour since 1970 begins.
#[must_use]
pub fn begins(hour: i64) -> Time {
    let span = SignedDuration::from_hours(hour.clamp(-10_000_000, 10_000_000));
    Time::from_micros(i64::try_from(span.as_micros()).unwrap_or(0))
}

/// The same days, so many taken together as make at most `most` of them.
#[must_use]
pub(crate) fn at_most(days: Vec<Day>, most: usize) -> Vec<Day> {
    let together = days.len().div_ceil(most.max(1)).max(1);
    if together == 1 {
        return days;
    }
    days.chunks(together)
        .filter_map(|some| {
            let first = some.first()?;
            Some(Day {
                change: some.iter().map(|day| day.change).sum(),
                ..*first
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn hour(text: &str, change: i64) -> Hour {
        Hour {
            hour: Time::parse(text).unwrap().hour(),
            change,
        }
    }

    #[test]
    fn a_signature_before_midnight_there_belongs_to_that_day() {
        let hours = [
            hour("2026-11-20T04:00:00Z", 3),
            hour("2026-11-20T05:00:00Z", 5),
            hour("2026-11-22T23:00:00Z", -1),
        ];
        let calendar = Calendar::of("America/New_York");
        let days = calendar.days(&hours, date(2026, 11, 19), date(2026, 11, 22));
        let changes: Vec<i64> = days.iter().map(|day| day.change).collect();
        assert_eq!(changes, [3, 5, 0, -1]);
        assert!(days.iter().all(|day| calendar.date(day.noon) == day.date));
    }

    #[test]
    fn many_days_are_taken_together_and_none_is_lost() {
        let hours = [
            hour("2026-01-03T00:00:00Z", 2),
            hour("2026-04-09T00:00:00Z", 7),
        ];
        let days = Calendar::of("UTC").days(&hours, date(2026, 1, 1), date(2026, 4, 10));
        assert_eq!(days.len(), 100);
        let fewer = at_most(days.clone(), 60);
        assert_eq!(fewer.len(), 50);
        assert_eq!(fewer.iter().map(|day| day.change).sum::<i64>(), 9);
        assert_eq!(at_most(days.clone(), 100), days);
        assert!(at_most(Vec::new(), 7).is_empty());
    }

    #[test]
    fn the_night_of_a_clock_change_has_the_hours_that_pass() {
        let calendar = Calendar::of("America/New_York");
        let at = |text: &str| Time::parse(text).unwrap();
        // the clock goes back at 6:00 UTC: 1:00 comes twice
        let hours = [
            hour("2026-11-01T05:00:00Z", 3),
            hour("2026-11-01T06:00:00Z", 4),
            hour("2026-11-01T08:00:00Z", -1),
        ];
        let (first, last) = (at("2026-11-01T04:20:00Z"), at("2026-11-01T08:59:00Z"));
        let slots = calendar.hours(&hours, first, last);
        let changes: Vec<i64> = slots.iter().map(|slot| slot.change).collect();
        assert_eq!(changes, [0, 3, 4, 0, -1]);
        let twice = |slot: &Slot| calendar.offset_if_twice(slot.at);
        let told: Vec<_> = slots.iter().map(twice).collect();
        let offset = |text: &str| Some(text.to_owned());
        assert_eq!(told, [None, offset("−04:00"), offset("−05:00"), None, None]);
        // it goes forward at 7:00 UTC: 2:00 does not come, and no hour is missing
        let (first, last) = (at("2026-03-08T06:00:00Z"), at("2026-03-08T08:00:00Z"));
        let spring = calendar.hours(&[], first, last);
        assert_eq!(spring.len(), 3);
        assert!(spring.iter().all(|slot| twice(slot).is_none()));
        assert_eq!(calendar.hours(&[], last, first).len(), 1, "never none");
    }
}
