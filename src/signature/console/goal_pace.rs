//! How far it is to the goal, in a sentence.

use super::trend::Trend;
use crate::base::Time;
use crate::base::time::days;
use crate::petition::Exposure;
use crate::words::Words;
use std::time::Duration;

/// A pace further away than this says nothing.
const FAR: i64 = 3 * 366;
/// Fewer signatures are no pace: one more or less would move the day by weeks.
const PACE: i64 = 50;
/// Nor is what came in the first days, when those sign who were waiting for it.
const PACE_AFTER: Duration = days(3);

/// The sentence; `counted` signatures stand now, and a fixed goal was met then.
pub(crate) fn pace(
    w: &Words,
    trend: &Trend<'_>,
    (counted, goal): (i64, i64),
    goal_met_at: Option<Time>,
) -> String {
    let (petition, now) = (trend.petition, trend.now);
    let left = goal - counted;
    let has_history = petition.allows(Exposure::History);
    if let Some(at) = goal_met_at.filter(|_| has_history) {
        let on = w.date(at, &petition.time_zone);
        return w.say2("goal-met-on", "goal", goal, "date", on);
    }
    if left <= 0 {
        return w.say1("goal-met", "goal", goal);
    }
    let begun = petition.published_at.max(petition.opens_at);
    let week = trend.since(now.minus(days(7)));
    let away = away(left, week, begun.map(|at| now.since(at)));
    let is_open = petition.is_open(now);
    match away.filter(|_| is_open && has_history && counted >= PACE) {
        Some(away) => {
            let on = w.date(now.plus(days(away)), &petition.time_zone);
            w.say2("overview-pace", "left", left, "date", on)
        }
        None if is_open => w.say1("overview-no-pace", "left", left),
        None => w.say1("overview-missed", "left", left),
    }
}

/// In how many days as many more have signed, at the pace of the last seven days or of those since it began; none without a pace.
fn away(left: i64, week: i64, open_for: Option<Duration>) -> Option<u64> {
    if week <= 0 || open_for.is_some_and(|open| open < PACE_AFTER) {
        return None;
    }
    let days_open = open_for.map_or(7, |open| open.as_secs().div_ceil(24 * 3600));
    let over = i64::try_from(days_open).unwrap_or(7).clamp(1, 7);
    // Rounded up: a goal is reached in the course of a day.
    let away = (left * over + week - 1).checked_div(week)?;
    u64::try_from(away).ok().filter(|_| away <= FAR)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::time::hours;

    #[test]
    fn a_pace_is_that_of_the_days_there_were() {
        let open = |n| Some(days(n));
        assert_eq!(away(786, 700, open(20)), Some(8), "a hundred a day");
        assert_eq!(away(100, 60, open(3)), Some(5), "three days, twenty each");
        assert_eq!(
            away(100, 60, Some(days(3) + hours(1))),
            Some(7),
            "a fourth has begun"
        );
        assert_eq!(away(100, 60, None), Some(12));
    }

    #[test]
    fn what_says_nothing_is_no_pace() {
        assert_eq!(away(100, 600, Some(days(3) - hours(1))), None, "too young");
        assert_eq!(away(100, 0, Some(days(30))), None);
        assert_eq!(away(100, -4, Some(days(30))), None, "more went than came");
        assert_eq!(away(1_000_000, 1, Some(days(30))), None, "too far");
    }
}
