//! The dates of the editor's form: when a petition begins and ends, and how long details are kept after that.

use super::form::PetitionForm;
use crate::base::Time;
use crate::petition::dates::closing;
use crate::petition::dates::retention;
use crate::petition::model::{Petition, Phase};
use crate::petition::rules::retention_period::RetentionPeriod;
use crate::web::WrongFields;

/// What the form says of them.
pub(crate) struct Dates {
    /// IANA name.
    pub time_zone: String,
    /// When it begins to take signatures.
    pub opens_at: Option<Time>,
    /// When it stops taking signatures.
    pub closes_at: Option<Time>,
    /// How long details are kept then.
    pub keeps_for: RetentionPeriod,
}

/// Reads them; none where one cannot be read. That something is wrong is noted at its field.
pub(crate) fn read_dates(
    typed: &PetitionForm,
    petition: &Petition,
    now: Time,
    wrong: &mut WrongFields,
) -> Option<Dates> {
    let time_zone = wrong.take("time_zone", closing::zone(&typed.time_zone));
    let opens_at = time_zone
        .as_deref()
        .and_then(|zone| read_opening(typed, petition, zone, now, wrong));
    let closes_at = time_zone
        .as_deref()
        .and_then(|zone| read_closing(typed, petition, zone, (opens_at.flatten(), now), wrong));
    let keeps_for = wrong.take("keeps_for", retention::read(typed.keeps_for(), petition));
    let dates = Dates {
        time_zone: time_zone?,
        opens_at: opens_at?,
        closes_at: closes_at?,
        keeps_for: keeps_for?,
    };
    if retention::is_later(petition, dates.keeps_for, dates.closes_at, &dates.time_zone) {
        wrong.add("closes_on", "error-closes-keeps");
    }
    Some(dates)
}

/// The day it begins. What has begun has begun: then the form has no such field.
fn read_opening(
    typed: &PetitionForm,
    petition: &Petition,
    zone: &str,
    now: Time,
    wrong: &mut WrongFields,
) -> Option<Option<Time>> {
    if !may_choose_opening(petition, now) {
        return Some(petition.opens_at);
    }
    let shown = petition.opens_at;
    let shown = shown.map(|at| closing::write_beginning(at, &petition.time_zone));
    let at = match is_untouched((&typed.opens_on, &typed.opens_time), zone, petition, shown) {
        // what nobody typed is judged when it is published
        true => return Some(petition.opens_at),
        false => {
            let read = closing::read_beginning(&typed.opens_on, &typed.opens_time, zone);
            wrong.take("opens_on", read)?
        }
    };
    if at.is_some_and(|at| at <= now) {
        wrong.add("opens_on", "error-closes-past");
    }
    Some(at)
}

/// The last day, after now and after the first.
fn read_closing(
    typed: &PetitionForm,
    petition: &Petition,
    zone: &str,
    (begin, now): (Option<Time>, Time),
    wrong: &mut WrongFields,
) -> Option<Option<Time>> {
    let shown = petition.closes_at;
    let shown = shown.map(|at| closing::write(at, &petition.time_zone));
    let typed = (typed.closes_on.as_str(), typed.closes_time.as_str());
    let is_untouched = is_untouched(typed, zone, petition, shown);
    let at = match is_untouched {
        true => petition.closes_at,
        false => wrong.take("closes_on", closing::read(typed.0, typed.1, zone))?,
    };
    // what nobody typed is judged when it is published
    if !is_untouched && at.is_some_and(|at| at <= now) {
        wrong.add("closes_on", "error-closes-past");
    } else if at.is_some_and(|at| begin.is_some_and(|begin| begin >= at)) {
        wrong.add("closes_on", "error-closes-early");
    }
    Some(at)
}

/// Whether day and time come back as the form showed them: then the moment stays what it is, to the second, and an hour the
/// clocks go through twice the one it was.
fn is_untouched(
    (day, time): (&str, &str),
    zone: &str,
    petition: &Petition,
    shown: Option<(String, String)>,
) -> bool {
    let (on, at) = shown.unwrap_or_default();
    zone == petition.time_zone && (day.trim(), time.trim()) == (on.as_str(), at.as_str())
}

/// Whether the day it begins can still be chosen.
#[must_use]
pub(crate) fn may_choose_opening(petition: &Petition, now: Time) -> bool {
    matches!(petition.phase(now), Phase::Draft | Phase::Coming)
}
