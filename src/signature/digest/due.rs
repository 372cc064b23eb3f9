//! Queues a letter for each organizer who is due, where there is something to tell: in the morning of their petitions' zone.

use super::letter;
use super::news::{DigestSpan, News, read};
use crate::account::store::notices::{self, DigestReader, NextDigest};
use crate::base::time::hours;
use crate::base::{Secrets, Time};
use crate::db::{self, Db};
use crate::petition::PetitionCache;
use jiff::civil::Weekday;
use jiff::tz::TimeZone;

/// Organizers who are looked at in one round.
const HANDFUL: i64 = 50;
/// When letters are sent.
const MORNING: i8 = 7;

/// Tells everybody who is due. What one organizer's letter meets keeps no other from theirs.
///
/// # Errors
/// A fault of the database; who was not told is told the next time.
pub(crate) async fn queue_due(
    db: &Db,
    petition_cache: &PetitionCache,
    secrets: &Secrets,
    now: Time,
) -> db::Result<()> {
    let readers = db
        .read(move |conn| notices::due(conn, now, HANDFUL))
        .await?;
    let mut first_fault = Ok(());
    for reader in readers {
        let told = tell(db, petition_cache, secrets, reader, now).await;
        if first_fault.is_ok() {
            first_fault = told;
        }
    }
    first_fault
}

async fn tell(
    db: &Db,
    petition_cache: &PetitionCache,
    secrets: &Secrets,
    reader: DigestReader,
    now: Time,
) -> db::Result<()> {
    let span = DigestSpan {
        from: reader.told_until,
        until: whole_hour(now),
    };
    let (asked, cache) = (reader.clone(), petition_cache.clone());
    let news = db
        .read(move |conn| read(conn, &cache, &asked, span, now))
        .await?;
    let zone = TimeZone::get(&news.zone).unwrap_or(TimeZone::UTC);
    let is_due = reader.due_at.is_some();
    let is_worth = is_due && is_worth_a_letter(&news, reader.waiting, now, &zone);
    let next = NextDigest {
        told_until: match is_due {
            true => span.until,
            false => span.from,
        },
        due_at: next_morning(now, &zone),
        waiting: match is_due {
            true => news.waiting(),
            false => 0,
        },
    };
    let secrets = secrets.clone();
    db.write(move |tx| {
        if notices::move_on(tx, &reader, next)? && is_worth {
            letter::queue(tx, &secrets, &reader, span, now)?;
        }
        Ok(())
    })
    .await
}

/// Something happened, more waits than the last time, or it is Monday and something still waits.
fn is_worth_a_letter(news: &News, waited: i64, now: Time, zone: &TimeZone) -> bool {
    let waiting = news.waiting();
    let is_monday = now.timestamp().to_zoned(zone.clone()).weekday() == Weekday::Monday;
    news.happened() || waiting > waited || (waiting > 0 && is_monday)
}

/// The number is kept by hours.
fn whole_hour(at: Time) -> Time {
    Time::from_micros(0).plus(hours(u64::try_from(at.hour()).unwrap_or_default()))
}

/// The next seven o'clock there; where the clock jumps over it, what it jumps to.
fn next_morning(now: Time, zone: &TimeZone) -> Time {
    let local = now.timestamp().to_zoned(zone.clone());
    let today = local.date();
    let at_seven = |date: jiff::civil::Date| {
        let morning = date.at(MORNING, 0, 0, 0);
        zone.to_ambiguous_zoned(morning).compatible().ok()
    };
    let next = at_seven(today).filter(|morning| *morning > local);
    let next = next.or_else(|| at_seven(today.tomorrow().ok()?));
    next.map_or(now.plus(hours(24)), |morning| {
        Time::from_micros(morning.timestamp().as_microsecond())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn next(now: &str, zone: &str) -> String {
        let zone = TimeZone::get(zone).unwrap();
        next_morning(Time::parse(now).unwrap(), &zone).rfc3339()
    }

    #[test]
    fn letters_leave_in_the_morning_where_the_petition_is() {
        for (now, zone, morning) in [
            ("2026-06-01T03:00:00Z", "UTC", "2026-06-01T07:00:00Z"),
            ("2026-06-01T07:00:00Z", "UTC", "2026-06-02T07:00:00Z"),
            (
                "2026-06-01T07:30:00Z",
                "America/New_York",
                "2026-06-01T11:00:00Z",
            ),
            // the night in which the clock goes back, and the one in which it goes on
            (
                "2026-10-31T12:00:00Z",
                "America/New_York",
                "2026-11-01T12:00:00Z",
            ),
            (
                "2026-03-07T13:00:00Z",
                "America/New_York",
                "2026-03-08T11:00:00Z",
            ),
            (
                "2026-06-01T20:00:00Z",
                "Pacific/Auckland",
                "2026-06-02T19:00:00Z",
            ),
        ] {
            assert_eq!(next(now, zone), morning, "{now} {zone}");
        }
    }

    #[test]
    fn a_span_ends_with_a_whole_hour() {
        let at = Time::parse("2026-06-01T07:59:59Z").unwrap();
        assert_eq!(whole_hour(at).rfc3339(), "2026-06-01T07:00:00Z");
    }
}
