//! When a delivery that was not taken is tried again, and for how long a receiver is left alone that takes nothing.

use crate::base::time::{days, hours, minutes, seconds};
use std::time::Duration;

/// What waits between one attempt and the next (api.md 4.3): ten attempts in three days.
const WAITS: [Duration; 9] = [
    seconds(5),
    minutes(5),
    minutes(30),
    hours(2),
    hours(5),
    hours(10),
    hours(14),
    hours(20),
    hours(24),
];

/// After so long without one attempt that was taken a webhook is off.
pub const FAILING_FOR: Duration = days(5);
/// The longest that a receiver is left alone because it asked for it.
const LONGEST: Duration = hours(24);
/// Nothing else is sent for so long after an attempt that says that the receiver is out; doubled with each.
const REST: Duration = seconds(5);
/// The longest of these.
const LONGEST_REST: Duration = minutes(5);

/// How long until the next attempt after so many; none: it is given up. A tenth more or less, as `draw` says, so that what failed at once
/// does not come back at once. Never before the receiver asked for.
#[must_use]
pub fn wait(tries: i16, draw: u8, retry_after: Option<Duration>) -> Option<Duration> {
    let place = usize::try_from(tries).ok()?.checked_sub(1)?;
    let whole = *WAITS.get(place)?;
    let tenth = whole / 10;
    let drawn = whole - tenth + (tenth * 2 * u32::from(draw)) / 255;
    Some(drawn.max(retry_after.unwrap_or_default().min(LONGEST)))
}

/// How long the receiver is left alone after so many attempts in a row that were not taken.
#[must_use]
pub fn rest(failures: i32, retry_after: Option<Duration>) -> Duration {
    let doubled = u32::try_from(failures.clamp(1, 10) - 1).unwrap_or_default();
    let rest = REST * 2_u32.pow(doubled);
    let asked = retry_after.unwrap_or_default().min(LONGEST);
    rest.min(LONGEST_REST).max(asked)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_attempts_within_a_tenth_of_the_schedule() {
        let middle = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400];
        for (tries, whole) in (1_i16..).zip(middle) {
            let least = wait(tries, 0, None).unwrap().as_secs_f64();
            let most = wait(tries, 255, None).unwrap().as_secs_f64();
            let whole = f64::from(whole);
            assert!((least - whole * 0.9).abs() < 0.001, "{tries}: {least}");
            assert!((most - whole * 1.1).abs() < 0.001, "{tries}: {most}");
        }
        assert_eq!(wait(10, 0, None), None);
        assert_eq!(wait(0, 0, None), None);
    }

    #[test]
    fn a_receiver_is_asked_no_sooner_than_it_said_and_within_a_day() {
        assert_eq!(wait(1, 0, Some(hours(3))), Some(hours(3)));
        assert_eq!(wait(1, 0, Some(days(400))), Some(hours(24)));
        assert!(wait(9, 0, Some(seconds(1))) > Some(hours(20)));
        assert_eq!(rest(1, Some(minutes(20))), minutes(20));
    }

    #[test]
    fn a_receiver_that_is_out_is_left_alone_longer_and_five_minutes_at_most() {
        let rests: Vec<_> = (0..9).map(|n| rest(n, None).as_secs()).collect();
        assert_eq!(rests, [5, 5, 10, 20, 40, 80, 160, 300, 300]);
        assert_eq!(rest(i32::MAX, None), minutes(5));
    }
}
