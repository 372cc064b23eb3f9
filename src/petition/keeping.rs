//! Until which day the details of signers are kept: so many months after it is over, as every page says.

use super::closing;
use super::keeps_for::KeepsFor;
use super::model::{Petition, State};
use crate::base::{Invalid, Time};
use crate::words::Words;

/// Reads how long details are to be kept. Once a petition is out in the world it can only be shortened: people
/// signed because of what it said.
///
/// # Errors
/// `error-keeps`, and `error-keeps-longer`.
pub fn read(typed: &str, petition: &Petition) -> Result<KeepsFor, Invalid> {
    let keeps = KeepsFor::parse(typed)?;
    match petition.published_at {
        Some(_) if keeps > petition.settings.keeps_for => Err(Invalid::new("error-keeps-longer")),
        _ => Ok(keeps),
    }
}

/// Whether details would be kept beyond the day that people were told: where a petition that is out in the world has a last
/// day, it may come sooner and never later, however its end is moved.
#[must_use]
pub fn is_later(petition: &Petition, keeps: KeepsFor, end: Option<Time>, zone: &str) -> bool {
    let (Some(_), Some(last)) = (petition.published_at, petition.keeps_until()) else {
        return false;
    };
    // Days are compared, not moments: a day is what was told, and its zone may be put right.
    let (told, _) = closing::write(last, &petition.time_zone);
    end.is_none_or(|end| closing::write(keeps.until(end, zone), zone).0 > told)
}

impl Petition {
    /// The last moment at which the details of its signers are kept; none as long as nobody knows when it is over.
    #[must_use]
    pub fn keeps_until(&self) -> Option<Time> {
        let end = match self.state {
            State::Closed | State::Removed => Some(self.closed_at.unwrap_or(self.updated_at)),
            State::Draft | State::Open | State::Paused => self.closes_at,
        };
        end.map(|end| self.settings.keeps_for.until(end, &self.time_zone))
    }

    /// Whether it is over, and details were kept as long as was promised.
    #[must_use]
    pub fn has_kept_enough(&self, now: Time) -> bool {
        self.is_over(now) && self.keeps_until().is_some_and(|last| last < now)
    }

    /// What the form says of it, under its button.
    #[must_use]
    pub fn says_how_long(&self, w: &Words, organization: &str) -> String {
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
    pub fn kept_until_day(&self, w: &Words) -> Option<String> {
        self.keeps_until().map(|last| w.date(last, &self.time_zone))
    }
}
