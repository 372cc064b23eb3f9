//! How the end of a petition is said: an end at midnight is the day that ends then, everywhere and by one function.

use super::closing;
use crate::base::{Day, Time};
use crate::petition::model::Petition;
use crate::words::Words;

impl Petition {
    /// When it stopped taking signatures, or will by itself.
    #[must_use]
    pub(crate) fn ends_at(&self) -> Option<Time> {
        self.closed_at.or(self.closes_at)
    }

    /// The last day on which it can, or could, be signed, already written.
    #[must_use]
    pub fn last_day(&self, w: &Words) -> Option<String> {
        let end = self.ends_at()?;
        Some(w.date(closing::last_moment(end), &self.time_zone))
    }

    /// How many days lie before the last one, from `now` on, in its own zone: 0 on that day. None without a last day, and after it.
    #[must_use]
    pub(crate) fn days_left(&self, now: Time) -> Option<i64> {
        let last = closing::last_moment(self.ends_at()?);
        closing::days_between(now, last, &self.time_zone).filter(|days| *days >= 0)
    }

    /// The same as a day of the calendar, in its own zone.
    #[must_use]
    pub(crate) fn last_date(&self) -> Option<Day> {
        let last = closing::last_moment(self.ends_at()?);
        Some(Day::of(last, &self.time_zone))
    }

    /// The first day on which it can, or could, be signed, where one was set: not before it was published.
    #[must_use]
    pub(crate) fn first_date(&self) -> Option<Day> {
        let first = self
            .opens_at?
            .max(self.published_at.unwrap_or(self.opens_at?));
        Some(Day::of(first, &self.time_zone))
    }

    /// Whether its first moment still lies ahead.
    #[must_use]
    pub(crate) fn is_coming(&self, now: Time) -> bool {
        self.opens_at.is_some_and(|at| at > now)
    }

    /// Its end, already written: the day alone where it takes in all of that day, else day and time.
    #[must_use]
    pub(crate) fn says_end(&self, w: &Words) -> Option<String> {
        let end = self.ends_at()?;
        match closing::write(end, &self.time_zone).1.is_empty() {
            true => self.last_day(w),
            false => Some(w.date_time(end, &self.time_zone)),
        }
    }

    /// When it begins, already written: the day alone where it takes in all of that day, else day and time.
    #[must_use]
    pub(crate) fn says_beginning(&self, w: &Words) -> Option<String> {
        let at = self.opens_at?;
        let zone = &self.time_zone;
        match closing::write_beginning(at, zone).1.is_empty() {
            true => Some(w.date(at, zone)),
            false => Some(w.date_time(at, zone)),
        }
    }
}
