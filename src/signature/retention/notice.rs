//! What organizers are told of the day on which their signers' details go.

use crate::base::Time;
use crate::base::time::days;
use crate::petition::store::retention_runs::RetentionRun;
use crate::petition::{Petition, PetitionState};
use crate::words::Words;
use std::time::Duration;

/// How long before that day it is something to do (privacy rules, G9).
const REMINDS: Duration = days(14);

/// From when on it is something to do; none while nobody knows the day.
#[must_use]
pub(crate) fn reminds_from(petition: &Petition) -> Option<Time> {
    petition.keeps_until().map(|last| last.minus(REMINDS))
}

/// What the overview says.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct RetentionNotice {
    /// The day that is known, or what was done.
    pub said: Option<String>,
    /// That the list should be exported now, if at all.
    pub to_do: Option<String>,
}

/// What there is to say of a petition at this moment.
#[must_use]
pub(crate) fn going(
    w: &Words,
    petition: &Petition,
    how_far: Option<RetentionRun>,
    now: Time,
) -> RetentionNotice {
    let (Some(last), Some(day)) = (petition.keeps_until(), petition.kept_until_day(w)) else {
        return RetentionNotice::default();
    };
    if petition.state == PetitionState::Draft {
        return RetentionNotice::default();
    }
    let done = how_far.and_then(|how_far| Some((how_far.signatures, how_far.done_at?)));
    let said = match done {
        Some((signatures, at)) => {
            let on = w.date(at, &petition.time_zone);
            w.say2("overview-forgotten", "n", signatures, "date", on)
        }
        None if petition.has_kept_enough(now) => {
            w.say1("overview-forgetting", "date", day.as_str())
        }
        None => w.say1("overview-keeps", "date", day.as_str()),
    };
    let is_near = reminds_from(petition).is_some_and(|from| from <= now) && now <= last;
    RetentionNotice {
        said: Some(said),
        to_do: is_near.then(|| w.say1("overview-export-first", "date", day)),
    }
}
