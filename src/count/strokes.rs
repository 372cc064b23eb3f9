//! The number as strokes in groups of five, as a signer's page draws it: those that have signed, the newest, those that are missing.

use std::fmt::Write as _;

/// How many strokes stand for the goal.
const STROKES: i64 = 50;
/// Strokes of a group: four upright, one across.
const GROUP: i64 = 5;
/// Width of a group, and of the gap after it.
const STEP: i64 = 49;

/// Paths in a box of 490 by 48.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StrokeBar {
    /// Those that have signed, without the newest.
    pub signed: String,
    /// The newest: the reader's.
    pub newest: String,
    /// Those that are missing.
    pub missing: String,
}

impl StrokeBar {
    /// The strokes of `counted` signatures on the way to `goal`; one at least is drawn, and none beyond the goal.
    #[must_use]
    pub fn of(counted: i64, goal: i64) -> Self {
        let goal = i128::from(goal.max(1));
        let share = i128::from(counted.max(0)) * i128::from(STROKES) / goal;
        let newest = i64::try_from(share)
            .unwrap_or(STROKES)
            .clamp(1, STROKES)
            .saturating_sub(1);
        let path = |strokes: std::ops::Range<i64>| {
            strokes.fold(String::new(), |mut path, stroke| {
                draw(&mut path, stroke);
                path
            })
        };
        Self {
            signed: path(0..newest),
            newest: path(newest..newest.saturating_add(1)),
            missing: path(newest.saturating_add(1)..STROKES),
        }
    }
}

fn draw(path: &mut String, stroke: i64) {
    let (group, place) = (stroke / GROUP, stroke % GROUP);
    let left = group * STEP + 8;
    // A String takes everything.
    let _ = match place {
        4 => write!(path, "M{} 33l39-18", left - 6),
        _ => write!(path, "M{} 8v32", left + place * 9),
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(bar: &StrokeBar) -> (usize, usize, usize) {
        let count = |path: &str| path.matches('M').count();
        (count(&bar.signed), count(&bar.newest), count(&bar.missing))
    }

    #[test]
    fn the_strokes_are_the_share_of_the_goal_and_one_is_the_newest() {
        for (counted, goal, strokes) in [
            (355, 400, (43, 1, 6)),
            (400, 400, (49, 1, 0)),
            (9_000, 400, (49, 1, 0)),
            (25, 10_000, (0, 1, 49)),
            (0, 0, (0, 1, 49)),
            (i64::MAX, 1, (49, 1, 0)),
        ] {
            assert_eq!(
                drawn(&StrokeBar::of(counted, goal)),
                strokes,
                "{counted} of {goal}"
            );
        }
    }

    #[test]
    fn every_fifth_stroke_goes_across_its_group() {
        let bar = StrokeBar::of(6, 50);
        assert_eq!(bar.signed, "M8 8v32M17 8v32M26 8v32M35 8v32M2 33l39-18");
        assert_eq!(bar.newest, "M57 8v32");
        assert!(bar.missing.ends_with("M443 33l39-18"));
    }
}
