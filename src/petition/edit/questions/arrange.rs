//! GET and POST /organize/petitions/{id}/questions: the organizers' own questions in their order, and what they cost. One is moved, taken
//! off the form, or put back.

use crate::account::deed::Deed;
use crate::account::{Actor, OrganizerForm};
use crate::base::{Id, Time};
use crate::db::{self, Db};
use crate::petition::edit::drawing::cost::FormCost;
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::model::Petition;
use crate::petition::petition_log::PetitionLog;
use crate::petition::rules::question::{FormQuestion, MOST, QuestionKind};
use crate::petition::rules::questions::Questions;
use crate::petition::rules::settings::Settings;
use crate::petition::store::{petitions, questions};
use crate::petition::{PetitionCache, PublicPetition};
use crate::web::answers::answer::{page, see_other};
use crate::web::page::{Errors, Frame};
use crate::web::{Fields, PathArg, Result, Site, urls};
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Query};
use askama::Template;
use serde::Deserialize;

/// Which button was pressed.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ArrangeForm {
    #[serde(default)]
    revision: String,
    /// `up-3`, `down-3`, `remove-3` or `back-3`.
    #[serde(default)]
    act: String,
}

impl Fields for ArrangeForm {}

/// What was just done, in the address, so that the page can be reloaded.
#[derive(Debug, Default, Deserialize)]
pub struct ArrangeQuery {
    #[serde(default)]
    saved: bool,
}

/// What is done to a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Act {
    Up,
    Down,
    Remove,
    Back,
}

impl ArrangeForm {
    fn read(&self) -> Option<(Act, i16)> {
        let (act, number) = self.act.split_once('-')?;
        let act = match act {
            "up" => Act::Up,
            "down" => Act::Down,
            "remove" => Act::Remove,
            "back" => Act::Back,
            _ => return None,
        };
        Some((act, number.parse().ok()?))
    }
}

/// One question of the list.
struct QuestionLine {
    number: i16,
    label: String,
    lang: String,
    kind: &'static str,
    is_required: bool,
    /// Whether high risk keeps it off the form.
    is_off: bool,
    removed_on: Option<String>,
    href: String,
}

#[derive(Template)]
#[template(path = "petition/edit/questions/list.html")]
struct QuestionsPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    action: String,
    new_action: String,
    title: &'a str,
    revision: i64,
    lines: Vec<QuestionLine>,
    removed: Vec<QuestionLine>,
    /// How a new one may be answered.
    kinds: Vec<&'static str>,
    is_full: bool,
    cost: FormCost,
    has_risk: bool,
    errors: Errors,
    is_saved: bool,
    is_stale: bool,
}

fn answer(
    site: &Site,
    actor: &Actor,
    managed: &ManagedPetition,
    errors: Errors,
    (is_saved, is_stale): (bool, bool),
) -> Result {
    let w = actor.words(site);
    let petition = &managed.petition;
    let (id, settings) = (petition.id, &petition.settings);
    let here = urls::questions(id);
    let line = |one: &FormQuestion| {
        let label = one.label((actor.lang, petition.lang));
        let on = |at: Time| w.day(at, &petition.time_zone);
        QuestionLine {
            number: one.number,
            label: label.words,
            lang: label.lang.to_string(),
            kind: one.kind.as_str(),
            is_required: one.is_required,
            is_off: !one.kind.is_allowed(settings),
            removed_on: one.removed_at.map(on),
            href: urls::question(id, one.number),
        }
    };
    let all = managed.questions.all().iter().map(line);
    let (lines, removed) = all.partition(|line: &QuestionLine| line.removed_on.is_none());
    let kinds = QuestionKind::ALL.into_iter();
    let kinds = kinds.filter(|kind| kind.is_allowed(settings));
    let status = match is_stale {
        true => StatusCode::CONFLICT,
        false => errors.status(),
    };
    page(
        status,
        &QuestionsPage {
            frame: managed
                .console_frame(site, &w, actor, &here, w.say("questions-title"))
                .with_errors(!errors.is_empty()),
            w: &w,
            action: here,
            new_action: urls::new_question(id),
            title: managed.title(actor.lang),
            revision: petition.revision,
            lines,
            removed,
            kinds: kinds.map(QuestionKind::as_str).collect(),
            is_full: managed.questions.on_form().count() >= MOST,
            cost: FormCost::of_settings(settings, &managed.questions),
            has_risk: settings.high_risk,
            errors,
            is_saved,
            is_stale,
        },
    )
}

/// The questions.
///
/// # Errors
/// 404 and 403 as [`ManagedPetition::open`]; 409 for a petition that was taken down.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Petition>>,
    done: Query<ArrangeQuery>,
) -> Result {
    let managed = ManagedPetition::open_standing(&db, &actor, id).await?;
    answer(&site, &actor, &managed, Errors::none(), (done.saved, false))
}

/// The questions that change, as they are to stand; or the words key of why not.
fn arranged(
    questions: &Questions,
    settings: &Settings,
    (act, number): (Act, i16),
    now: Time,
) -> std::result::Result<Vec<FormQuestion>, &'static str> {
    let gone = "error-question-gone";
    let found = questions.find(number).ok_or(gone)?;
    let on_form: Vec<_> = questions.on_form().collect();
    let last = on_form.last().map_or(0, |one| one.position);
    match act {
        Act::Remove if found.is_asked() => Ok(vec![FormQuestion {
            removed_at: Some(now),
            ..found.clone()
        }]),
        Act::Back if !found.is_asked() => match questions.is_full_for(found.kind) {
            Some(key) => Err(key),
            None if !found.kind.is_allowed(settings) => Err("error-question-risk"),
            None => Ok(vec![FormQuestion {
                removed_at: None,
                position: last.saturating_add(1),
                ..found.clone()
            }]),
        },
        Act::Up | Act::Down if found.is_asked() => {
            let at = on_form.iter().position(|one| one.number == number);
            let at = at.ok_or(gone)?;
            let next = match act {
                Act::Up => at.checked_sub(1),
                _ => at.checked_add(1),
            };
            let Some(next) = next.and_then(|next| on_form.get(next)) else {
                return Ok(Vec::new());
            };
            let mut pair = [found.clone(), (*next).clone()];
            let [one, other] = &mut pair;
            std::mem::swap(&mut one.position, &mut other.position);
            Ok(pair.to_vec())
        }
        _ => Err(gone),
    }
}

/// Moves a question, takes it off, or puts it back. What was answered stays. When somebody wrote meanwhile nothing is done, 409.
///
/// # Errors
/// As [`get`].
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    petition_cache: Data<PetitionCache>,
    PathArg(id): PathArg<Id<Petition>>,
    posted: OrganizerForm<ArrangeForm>,
) -> Result {
    let OrganizerForm { actor, fields } = posted;
    let managed = ManagedPetition::open_standing(&db, &actor, id).await?;
    let revision: i64 = fields.revision.parse().unwrap_or_default();
    if revision != managed.petition.revision {
        return answer(&site, &actor, &managed, Errors::none(), (false, true));
    }
    let now = site.clock.now();
    let settings = &managed.petition.settings;
    let wanted = match fields.read() {
        Some(act) => arranged(&managed.questions, settings, act, now),
        None => Err("error-question-gone"),
    };
    let changed = match wanted {
        Ok(changed) => changed,
        Err(key) => {
            let said = actor.words(&site).say(key).to_owned();
            let errors = Errors::none().with("questions", said);
            return answer(&site, &actor, &managed, errors, (false, false));
        }
    };
    let log = PetitionLog::of(&managed, &actor, now);
    let written = db
        .write(move |tx| {
            let Some(mut petition) = petitions::find(tx, id)? else {
                return Ok::<_, db::Error>(None);
            };
            if !petitions::update_from(tx, &mut petition, revision, now)? {
                return Ok(None);
            }
            for question in &changed {
                questions::save(tx, id, question)?;
            }
            log.edited(tx, Deed::QUESTIONS)?;
            PublicPetition::load(tx, petition).map(Some)
        })
        .await?;
    match written {
        Some(shown) => {
            petition_cache.put(shown);
            tracing::info!(petition = %id, by = %actor.id, "questions of the form were arranged");
            Ok(see_other(&format!("{}?saved=true", urls::questions(id))))
        }
        None => {
            let managed = ManagedPetition::open_standing(&db, &actor, id).await?;
            answer(&site, &actor, &managed, Errors::none(), (false, true))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question(number: i16, position: i16, kind: QuestionKind) -> FormQuestion {
        FormQuestion {
            number,
            position,
            removed_at: None,
            kind,
            is_required: number == 1,
            texts: Vec::new(),
            options: Vec::new(),
        }
    }

    #[test]
    fn places_change_and_nothing_else_does() {
        let all = [1, 2, 3].map(|n| question(n, n * 10, QuestionKind::Tick));
        let all = Questions::of(all.to_vec());
        let calm = Settings::default();
        let now = Time::from_micros(7);
        let places = |act| {
            let changed = arranged(&all, &calm, act, now).unwrap();
            let places = changed.iter().map(|one| (one.number, one.position));
            places.collect::<Vec<_>>()
        };
        assert_eq!(places((Act::Up, 3)), [(3, 20), (2, 30)]);
        assert_eq!(places((Act::Down, 1)), [(1, 20), (2, 10)]);
        assert_eq!(places((Act::Up, 1)), [], "the first stays");
        assert_eq!(places((Act::Down, 3)), []);
        let gone = arranged(&all, &calm, (Act::Remove, 1), now).unwrap();
        assert_eq!(gone[0].removed_at, Some(now));
        let without = Questions::of([gone, all.all()[1..].to_vec()].concat());
        let back = arranged(&without, &calm, (Act::Back, 1), now).unwrap();
        assert_eq!((back[0].removed_at, back[0].position), (None, 31));
        for act in [(Act::Up, 1), (Act::Remove, 1), (Act::Back, 2), (Act::Up, 9)] {
            assert_eq!(
                arranged(&without, &calm, act, now),
                Err("error-question-gone")
            );
        }
    }
}
