//! The number as pages show it.

use super::board::Board;
use super::model::moving_goal;
use crate::base::Time;
use crate::petition::Shown;
use crate::petition::pages::Progress;
use crate::web::urls;
use crate::words::Words;

/// The count and how far it is to the goal, from memory.
#[must_use]
pub fn progress(w: &Words, shown: &Shown, board: &Board, now: Time) -> Progress {
    let petition = &shown.petition;
    let standing = board.standing(petition.id);
    let counted = standing.counts.counted;
    let is_open = petition.is_open(now);
    Progress {
        counted,
        goal: match petition.goal {
            Some(goal) => Some(i64::from(goal)),
            None if is_open => Some(moving_goal(counted)),
            None => None,
        },
        since_yesterday: if is_open {
            standing.since_yesterday.max(0)
        } else {
            0
        },
        as_of: board.as_of(now).map(|at| w.time(at, &petition.time_zone)),
        refresh: is_open.then(|| urls::count(&petition.slug)),
    }
}
