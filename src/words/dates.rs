//! Dates, times of day and lists as people of one language write them.

use icu::calendar::{Date, Gregorian};
use icu::datetime::fieldsets::{MD, T, YMD, YMDT};
use icu::datetime::input::{DateTime, Time as ClockTime};
use icu::datetime::{FixedCalendarDateTimeFormatter, NoCalendarFormatter};
use icu::list::ListFormatter;
use icu::list::options::{ListFormatterOptions, ListLength};
use icu::locale::Locale;
use jiff::civil;
use jiff::tz::TimeZone;

use crate::base::day::Day;
use crate::base::time::Time;

/// Writes instants in a time zone, and lists, by the habits of one locale. The calendar is the Gregorian one.
pub struct Dates {
    date: FixedCalendarDateTimeFormatter<Gregorian, YMD>,
    day: FixedCalendarDateTimeFormatter<Gregorian, MD>,
    date_time: FixedCalendarDateTimeFormatter<Gregorian, YMDT>,
    time: NoCalendarFormatter<T>,
    list: ListFormatter,
}

impl Dates {
    /// For a locale such as `es` or `pt-BR`. `None` if the text is no locale.
    pub fn of(locale: &str) -> Option<Self> {
        let known: Locale = locale.parse().ok()?;
        let long = ListFormatterOptions::default().with_length(ListLength::Wide);
        Some(Self {
            date: FixedCalendarDateTimeFormatter::try_new((&known).into(), YMD::long()).ok()?,
            day: FixedCalendarDateTimeFormatter::try_new((&known).into(), MD::long()).ok()?,
            date_time: FixedCalendarDateTimeFormatter::try_new(
                (&known).into(),
                YMD::long().with_time_hm(),
            )
            .ok()?,
            time: NoCalendarFormatter::try_new((&known).into(), T::hm()).ok()?,
            list: ListFormatter::try_new_and((&known).into(), long).ok()?,
        })
    }

    /// "December 12, 2026".
    pub fn date(&self, at: Time, zone: &str) -> String {
        local(at, zone).map_or_else(String::new, |t| self.date.format(&t.date).to_string())
    }

    /// The same of a day of the calendar.
    pub(crate) fn date_of(&self, day: Day) -> String {
        let date = gregorian(day.date());
        date.map_or_else(
            || day.to_string(),
            |date| self.date.format(&date).to_string(),
        )
    }

    /// "December 12", where the year is clear.
    pub fn day(&self, at: Time, zone: &str) -> String {
        local(at, zone).map_or_else(String::new, |t| self.day.format(&t.date).to_string())
    }

    /// "December 12, 2026 at 9:00 AM".
    pub(crate) fn date_time(&self, at: Time, zone: &str) -> String {
        local(at, zone).map_or_else(String::new, |t| self.date_time.format(&t).to_string())
    }

    /// "9:00 AM".
    pub fn time(&self, at: Time, zone: &str) -> String {
        local(at, zone).map_or_else(String::new, |t| self.time.format(&t.time).to_string())
    }

    /// "a, b, and c".
    pub fn list<S: AsRef<str>>(&self, items: &[S]) -> String {
        self.list.format_to_string(items.iter().map(AsRef::as_ref))
    }
}

/// The wall clock of a time zone (an IANA name; an unknown one means UTC).
fn local(at: Time, zone: &str) -> Option<DateTime<Gregorian>> {
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    let there = jiff::Timestamp::from_microsecond(at.micros())
        .ok()?
        .to_zoned(zone);
    let part = |number: i8| u8::try_from(number).ok();
    Some(DateTime {
        date: gregorian(there.date())?,
        time: ClockTime::try_new(
            part(there.hour())?,
            part(there.minute())?,
            part(there.second())?,
            0,
        )
        .ok()?,
    })
}

fn gregorian(day: civil::Date) -> Option<Date<Gregorian>> {
    let part = |number: i8| u8::try_from(number).ok();
    let (month, day_of_month) = (part(day.month())?, part(day.day())?);
    Date::try_new_gregorian(i32::from(day.year()), month, day_of_month).ok()
}
