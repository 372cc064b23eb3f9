//! The nouns: counts, their change, the goal ladder.

use crate::base::id::shares_id;
use crate::base::{Id, Time};
use crate::mail::model::Campaign;

/// Whose number it is. A petition says that it is known by this id, and nothing else of it is known here.
pub enum Counted {}

shares_id!(Counted, Campaign);

/// What the number is told apart by: a promise of a pledge, a wording. Each says that it is known by this id.
pub enum Part {}

/// By what the number is divided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Parts {
    /// By the promise that was made.
    Promises,
    /// By the words that were signed.
    Wordings,
}

/// How many counted signatures belong to one part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PartCount {
    /// Which.
    pub part: Id<Part>,
    /// How many.
    pub counted: i64,
}

/// How many signatures stand in each state. Only `counted` is the number.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// The number that is shown.
    pub counted: i64,
    /// Set aside until a person looks.
    pub held: i64,
    /// Taken back by the signer.
    pub withdrawn: i64,
    /// Taken out with a reason.
    pub removed: i64,
}

/// What one commit changes in a petition's counts.
pub type Change = Counts;

/// A petition's counts at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    /// Whose counts.
    pub petition: Id<Counted>,
    /// The counts.
    pub counts: Counts,
    /// When the count first stood at a fixed goal; what is taken back later does not undo it.
    pub goal_met_at: Option<Time>,
    /// Grows with each change: of two tallies the one with the larger version is newer.
    pub version: i64,
    /// When it last changed.
    pub updated_at: Time,
}

/// Steps of the moving goal up to two million; beyond, whole millions.
const LADDER: [i64; 29] = [
    100, 200, 300, 400, 500, 1_000, 2_000, 3_000, 4_000, 5_000, 6_000, 7_000, 8_000, 9_000, 10_000,
    15_000, 20_000, 25_000, 50_000, 75_000, 100_000, 150_000, 200_000, 250_000, 300_000, 500_000,
    750_000, 1_000_000, 1_500_000,
];

/// The step a petition without a fixed goal is heading for: the first that is not yet nine
/// tenths reached, so that the bar is never full.
#[must_use]
pub(crate) fn moving_goal(counted: i64) -> i64 {
    LADDER
        .into_iter()
        .find(|step| counted.saturating_mul(10) < step.saturating_mul(9))
        .unwrap_or_else(|| {
            let mut step = 2_000_000_i64;
            while counted.saturating_mul(10) >= step.saturating_mul(9) {
                step = step.saturating_add(1_000_000);
            }
            step
        })
}

/// The counts at which the moving goal moves on, without end.
pub(crate) fn turning_points() -> impl Iterator<Item = i64> {
    let millions = (2_i64..).map(|n| n.saturating_mul(1_000_000));
    // Nine tenths, rounded up.
    let turns = |step: i64| step - step / 10;
    LADDER.into_iter().chain(millions).map(turns)
}

/// The round numbers that lie above `from` and are reached at `to`, the lowest first: steps of the ladder, beyond it whole millions.
pub(crate) fn steps(from: i64, to: i64) -> impl Iterator<Item = i64> {
    let millions = (2_i64..).map(|n| n.saturating_mul(1_000_000));
    let reached = LADDER.into_iter().chain(millions);
    let reached = reached.take_while(move |step| *step <= to && *step < i64::MAX);
    reached.filter(move |step| *step > from)
}

/// The highest of them.
#[must_use]
pub(crate) fn highest_step(from: i64, to: i64) -> Option<i64> {
    steps(from, to).last()
}

/// Groups with fewer people are not shown as groups: what they have in common might tell who they
/// are (UX rules, small groups).
pub const SMALLEST_GROUP: i64 = 5;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_highest_round_number_between_two_is_told() {
        for (from, to, step) in [
            (0, 99, None),
            (0, 100, Some(100)),
            (100, 199, None),
            (99, 1_100, Some(1_000)),
            (2_400_000, 3_000_000, Some(3_000_000)),
            (500, 100, None),
        ] {
            assert_eq!(highest_step(from, to), step, "{from} {to}");
        }
        assert_eq!(
            steps(99, 500).collect::<Vec<_>>(),
            [100, 200, 300, 400, 500]
        );
    }
    use proptest::prelude::*;

    #[test]
    fn the_goal_moves_at_nine_tenths() {
        for (counted, goal) in [
            (0, 100),
            (89, 100),
            (90, 200),
            (3_214, 4_000),
            (3_600, 5_000),
            (9_000, 15_000),
            (1_349_999, 1_500_000),
            (1_350_000, 2_000_000),
            (1_800_000, 3_000_000),
            (2_699_999, 3_000_000),
            (2_700_000, 4_000_000),
        ] {
            assert_eq!(moving_goal(counted), goal, "{counted}");
        }
    }

    #[test]
    fn the_goal_turns_where_it_says() {
        for at in turning_points().take(34) {
            assert!(moving_goal(at - 1) < moving_goal(at), "{at}");
        }
    }

    proptest! {
        #[test]
        fn the_goal_is_ahead_and_never_moves_back(counted in 0_i64..100_000_000, more in 0_i64..1_000_000) {
            prop_assert!(moving_goal(counted) > counted);
            prop_assert!(moving_goal(counted + more) >= moving_goal(counted));
        }
    }
}
