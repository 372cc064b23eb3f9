//! What happens next, as pages show it: what organizers wrote of it, with the first and the last day to sign in their places.

use super::pages::Step;
use crate::base::{Day, Lang, Time};
use crate::petition::model::{Petition, Phase};
use crate::petition::rules::dated_step::DatedStep;
use crate::words::Words;

/// The steps on the page of a petition, the first day first. Without any of the organizers' `own` there are those that its dates make, as
/// long as they lie ahead, and then that there will be news. None where there is nothing ahead: a block that says nothing is not shown.
#[must_use]
pub(crate) fn on_page(w: &Words, petition: &Petition, own: &[DatedStep], now: Time) -> Vec<Step> {
    let mut steps = all(w, petition, own, now);
    if own.is_empty() {
        steps.retain(|step| !step.is_done);
        if !steps.is_empty() {
            steps.extend(news(w, petition, "next-after", now));
        }
    }
    steps
}

/// The same for somebody who signs: from today on, beginning with what is theirs to do, where that is still to be done; and that there
/// will be news.
#[must_use]
pub(crate) fn of_signer(
    w: &Words,
    petition: &Petition,
    own: &[DatedStep],
    is_confirmed: bool,
    now: Time,
) -> Vec<Step> {
    let mut ahead = all(w, petition, own, now);
    ahead.retain(|step| !step.is_done);
    let has_dates = !ahead.is_empty();
    if !is_confirmed {
        for step in &mut ahead {
            (step.is_now, step.mark) = (false, "");
        }
        let confirm = Step {
            when: w.say("next-today").to_owned(),
            what: w.say("next-confirm").to_owned(),
            is_now: true,
            ..Step::default()
        };
        ahead.insert(0, confirm);
    }
    let when = match has_dates {
        true => "next-after",
        false => "next-from-now",
    };
    let is_first = ahead.is_empty();
    ahead.extend(news(w, petition, when, now).map(|news| Step {
        is_now: is_first,
        ..news
    }));
    ahead
}

/// That there will be news, as long as it is known whom to write to.
fn news(w: &Words, petition: &Petition, when: &'static str, now: Time) -> Option<Step> {
    (!petition.has_kept_enough(now)).then(|| Step {
        when: w.say(when).to_owned(),
        what: w.say("next-updates").to_owned(),
        ..Step::default()
    })
}

/// A step before it is known which comes next.
struct Entry {
    day: Day,
    what: String,
    lang: Option<Lang>,
    is_done: bool,
}

/// Organizers' steps and those of the petition's dates, with what is past and what is next.
fn all(w: &Words, petition: &Petition, own: &[DatedStep], now: Time) -> Vec<Step> {
    let (zone, kind) = (petition.time_zone.as_str(), petition.kind.as_str());
    let today = Day::of(now, zone);
    // closed before it ever opened: nothing was, and nothing is to come
    let opening = petition.first_date();
    let opening = opening.filter(|_| !(petition.is_coming(now) && petition.is_over(now)));
    let opening = opening.map(|day| Entry {
        day,
        what: w.say1("next-open", "kind", kind),
        lang: None,
        is_done: !petition.is_coming(now),
    });
    let own = own.iter().filter_map(|step| {
        let (lang, words) = step.said(w.lang(), petition.lang)?;
        Some(Entry {
            day: step.day,
            what: words.to_owned(),
            lang: Some(lang).filter(|lang| *lang != w.lang()),
            is_done: step.day < today,
        })
    });
    let last = petition.last_date();
    let last = last.filter(|_| petition.phase(now) != Phase::Removed);
    let last = last.map(|day| Entry {
        day,
        what: w.say1("next-close", "kind", kind),
        lang: None,
        is_done: petition.is_over(now),
    });
    let mut entries: Vec<Entry> = opening.into_iter().chain(own).chain(last).collect();
    entries.sort_by_key(|entry| entry.day);
    let next = entries.iter().find(|entry| !entry.is_done);
    let next = next.map(|entry| entry.day);
    let step = |entry: Entry| {
        let is_now = !entry.is_done && next == Some(entry.day);
        Step {
            when: w.date_of(entry.day),
            day: entry.day.to_string(),
            what: entry.what,
            lang: entry.lang,
            is_now,
            is_done: entry.is_done,
            mark: match (entry.is_done, is_now) {
                (true, _) => "next-past",
                (_, true) if entry.day == today => "next-is-today",
                (_, true) => "next-is-next",
                _ => "",
            },
        }
    };
    entries.into_iter().map(step).collect()
}
