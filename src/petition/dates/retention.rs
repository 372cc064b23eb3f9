//! Until which day the details of signers are kept: so many months after it is over, as every page says.

use super::closing;
use crate::base::time::days;
use crate::base::{Invalid, Time};
use crate::petition::model::{Petition, PetitionState, Phase};
use crate::petition::rules::retention_period::RetentionPeriod;
use crate::words::Words;
use std::time::Duration;

/// Reads how long details are to be kept. Once a petition is out in the world it can only be shortened: people
/// signed because of what it said.
///
/// # Errors
/// `error-keeps`, and `error-keeps-longer`.
pub fn read(typed: &str, petition: &Petition) -> Result<RetentionPeriod, Invalid> {
    let keeps = RetentionPeriod::parse(typed)?;
    match petition.published_at {
        Some(_) if keeps > petition.settings.keeps_for => Err(Invalid::new("error-keeps-longer")),
        _ => Ok(keeps),
    }
}

/// Whether details would be kept beyond the day that people were told: where a petition that is out in the world has a last
/// day, it may come sooner and never later, however its end is moved.
#[must_use]
pub(crate) fn is_later(
    petition: &Petition,
    keeps: RetentionPeriod,
    end: Option<Time>,
    zone: &str,
) -> bool {
    let (Some(_), Some(last)) = (petition.published_at, petition.keeps_until()) else {
        return false;
    };
    // Days are compared, not moments: a day is what was told, and its zone may be put right.
    let (told, _) = closing::write(last, &petition.time_zone);
    let until = |end| {
        let until = keeps.until(end, zone);
        petition.keeps_last.map_or(until, |last| last.min(until))
    };
    let is_later = end.is_none_or(|end| closing::write(until(end), zone).0 > told);
    // One that was opened again has to be over before what its signers left goes.
    let last = petition.keeps_last;
    let last = last.and_then(|last| over_before(last, &petition.time_zone));
    is_later || last.is_some_and(|last| end > Some(last))
}

/// The end of the day so long before details go.
fn over_before(gone: Time, zone: &str) -> Option<Time> {
    let (day, _) = closing::write(gone.minus(OVER_BEFORE), zone);
    closing::read(&day, "", zone).ok().flatten()
}

/// How long before details go a petition that was opened again is over: whoever signed on its last day has this long to
/// confirm.
const OVER_BEFORE: Duration = days(7);

impl Petition {
    /// The last moment at which the details of its signers are kept; none as long as nobody knows when it is over.
    #[must_use]
    pub fn keeps_until(&self) -> Option<Time> {
        let end = match self.state {
            PetitionState::Closed | PetitionState::Removed => {
                Some(self.closed_at.unwrap_or(self.updated_at))
            }
            PetitionState::Draft | PetitionState::Open | PetitionState::Paused => self.closes_at,
        };
        let until = end.map(|end| self.settings.keeps_for.until(end, &self.time_zone));
        until.into_iter().chain(self.keeps_last).min()
    }

    /// The latest end of one that is closed and opened again: whatever it becomes, details go on the day that was told when it
    /// closed. None where nobody knows that day.
    #[must_use]
    pub(crate) fn reopens_until(&self) -> Option<Time> {
        over_before(self.keeps_until()?, &self.time_zone)
    }

    /// Whether it is closed at `now`, by hand or by date, and there are days left in which it could be signed.
    #[must_use]
    pub(crate) fn may_reopen(&self, now: Time) -> bool {
        self.phase(now) == Phase::Closed && self.reopens_until().is_some_and(|last| now < last)
    }

    /// Whether it is over, and details were kept as long as was promised.
    #[must_use]
    pub(crate) fn has_kept_enough(&self, now: Time) -> bool {
        self.is_over(now) && self.keeps_until().is_some_and(|last| last < now)
    }

    /// What the form says of it, under its button.
    #[must_use]
    pub(crate) fn says_how_long(&self, w: &Words, organization: &str) -> String {
        match self.kept_until_day(w) {
            Some(day) => w.say2("form-keeps", "organization", organization, "date", day),
            None => w.say2(
                "form-keeps-after",
                "organization",
                organization,
                "months",
                self.settings.keeps_for.months(),
            ),
        }
    }

    /// The last day on which details are kept, already written; none as long as nobody knows it.
    #[must_use]
    pub(crate) fn kept_until_day(&self, w: &Words) -> Option<String> {
        self.keeps_until().map(|last| w.date(last, &self.time_zone))
    }
}
