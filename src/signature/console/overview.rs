//! GET /organize/petitions/{id}: how it goes, on one page.

use super::actions::{PetitionAction, acts};
use super::affiliation_rows;
use super::goal_pace::pace;
use super::promises::{self, PromiseRow};
use super::rows::{MOST_WAITING, SignatureLine, capped, row};
use super::sources::{self, Arrivals, SourceRow};
use super::todo::{self, TodoCounts, TodoLine};
use super::trend::{self, Events, Note, Range, Trend};
use crate::account::{Action, Actor};
use crate::base::time::{days, hours};
use crate::base::{Id, Time};
use crate::count::chart::Chart;
use crate::count::figures::{FormFigures, UsualWait};
use crate::count::model::moving_goal;
use crate::count::store::tallies::{self, Hour};
use crate::count::store::{figures, parts};
use crate::count::{Counts, PartCount, Parts};
use crate::db::{self, Conn, Db};
use crate::mail::store::erased_since;
use crate::petition::endorsement::store as endorsements;
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::store::retention_runs::{self, RetentionRun};
use crate::petition::{Exposure, Petition, SignerField};
use crate::signature::model::SignatureState;
use crate::signature::reason::store as reasons;
use crate::signature::retention::notice::going;
use crate::signature::store::affiliations::list::AffiliationLine;
use crate::signature::store::read::{self, Signed};
use crate::signature::store::{batches, pending};
use crate::web::answers::answer::private_page;
use crate::web::page::Frame;
use crate::web::{PathArg, Result, Site, urls};
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Query};
use askama::Template;
use serde::Deserialize;
use std::time::Duration;

/// Latest signatures shown.
const LATEST: i64 = 10;
/// Reasons to be read again are counted up to here.
const AGAIN: i64 = 100;

/// What the chart is to show.
#[derive(Debug, Default, Deserialize)]
pub struct ChartQuery {
    #[serde(default)]
    chart: String,
}

/// The numbers of the page.
#[derive(Debug)]
pub struct Numbers {
    counts: Counts,
    goal_met_at: Option<Time>,
    figures: FormFigures,
    waiting: i64,
    hours: Vec<Hour>,
    events: Events,
    latest: Vec<Signed>,
    arrivals: Arrivals,
    affiliations: Vec<AffiliationLine>,
    choices: Vec<PartCount>,
    waits: TodoCounts,
    retention_run: Option<RetentionRun>,
}

/// How long organizers are told of somebody who erased their details, so that it goes from lists that left too (privacy rules, G6).
const TOLD_FOR: Duration = days(30);

/// Reads them. The latest are of those that count or are held.
///
/// # Errors
/// A fault of the database.
pub fn read(conn: &mut Conn, petition: Id<Petition>, now: Time) -> db::Result<Numbers> {
    let tally = tallies::find(conn, petition.cast())?;
    let mut latest = read::newest(conn, petition, SignatureState::Counted, None, LATEST)?;
    latest.extend(read::newest(
        conn,
        petition,
        SignatureState::Held,
        None,
        LATEST,
    )?);
    latest.sort_by_key(|one| std::cmp::Reverse(one.signature.id));
    latest.truncate(usize::try_from(LATEST).unwrap_or_default());
    Ok(Numbers {
        goal_met_at: tally.and_then(|tally| tally.goal_met_at),
        counts: tally.map_or_else(Counts::default, |tally| tally.counts),
        figures: figures::of(conn, petition.cast())?,
        waiting: pending::count(conn, petition, MOST_WAITING)?,
        hours: tallies::hours(conn, petition.cast(), 0)?,
        events: trend::events(conn, petition)?,
        latest,
        arrivals: sources::read(conn, petition)?,
        affiliations: affiliation_rows::largest(conn, petition)?,
        choices: parts::of(conn, Parts::Promises, petition.cast())?,
        waits: TodoCounts {
            to_read: reasons::counts(conn, petition)?.waiting,
            to_read_again: reasons::to_read_again(conn, petition, AGAIN)?,
            to_decide: endorsements::counts(conn, petition)?.waiting,
            unusual: batches::put_before(conn, petition)?,
            erased: erased_since(conn, petition.cast(), now.minus(TOLD_FOR))?,
        },
        retention_run: retention_runs::find(conn, petition)?,
    })
}

/// A link of the chart.
struct Segment {
    key: &'static str,
    href: String,
    is_current: bool,
}

/// One of the numbers at the top, already written.
struct KeyFigure {
    name: String,
    value: String,
    /// `up` or `down`, and the change.
    change: Option<(&'static str, String)>,
    said: String,
}

#[derive(Template)]
#[template(path = "signature/console/overview.html")]
struct OverviewPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    title: &'a str,
    lang: String,
    state: &'static str,
    /// "since 3 November", "closes 11 December", already written.
    dates: Vec<String>,
    acts: Vec<PetitionAction>,
    /// Those that end something.
    ends: Vec<PetitionAction>,
    todo: Vec<TodoLine>,
    figures: Vec<KeyFigure>,
    /// What does not count, in a sentence; none where there is nothing.
    uncounted: Option<String>,
    counts: Counts,
    goal: i64,
    pace: String,
    /// None where no history is told.
    chart: Option<Chart>,
    is_by_hour: bool,
    notes: Vec<Note>,
    segments: Vec<Segment>,
    /// Latest signatures; none for those who may not see names.
    rows: Option<Vec<SignatureLine>>,
    sees_addresses: bool,
    /// None where nobody's link is told of.
    sources: Option<Vec<SourceRow>>,
    /// None where nobody is asked for one, or it would tell on signers.
    affiliations: Option<Vec<AffiliationLine>>,
    /// Where spellings are put under one heading, for whoever may.
    merge_href: Option<String>,
    /// How many chose each promise, the most chosen first; empty where there is no choice.
    promises: Vec<PromiseRow>,
    signatures_href: String,
}

/// `+312` with its colour.
fn signed_change(w: &Words, change: i64) -> (&'static str, String) {
    match change {
        more @ 1.. => ("up", format!("+{}", w.number(more))),
        0 => ("", w.number(0_i64)),
        less => ("down", w.number(less)),
    }
}

/// The four numbers.
fn key_figures(w: &Words, numbers: &Numbers, trend: &Trend<'_>) -> Vec<KeyFigure> {
    let has_history = trend.petition.allows(Exposure::History);
    let (counts, figures) = (&numbers.counts, &numbers.figures);
    let figure = |name: String, value, said| KeyFigure {
        name,
        value,
        change: None,
        said,
    };
    let state = |state: &'static str| w.say1("signature-state", "state", state);
    let share = (figures.said_yes * 100).checked_div(counts.counted);
    let yesterday = w.say("overview-yesterday").to_owned();
    vec![
        KeyFigure {
            change: has_history.then(|| signed_change(w, trend.since(trend.now.minus(hours(24))))),
            ..figure(
                state("counted"),
                w.number(counts.counted),
                match has_history {
                    true => yesterday,
                    false => String::new(),
                },
            )
        },
        figure(
            state("waiting"),
            capped(w, numbers.waiting),
            w.say("overview-waiting").to_owned(),
        ),
        figure(
            w.say("overview-yes").to_owned(),
            w.number(figures.said_yes),
            share.map_or_else(String::new, |n| w.say1("overview-yes-share", "n", n)),
        ),
        figure(
            w.say("overview-rate").to_owned(),
            figures
                .rate()
                .map_or_else(|| "–".to_owned(), |n| w.say1("overview-percent", "n", n)),
            match figures.usual_wait().filter(|_| has_history) {
                Some(UsualWait::Minutes(n)) => w.say1("overview-wait-minutes", "n", n),
                Some(UsualWait::Hours(n)) => w.say1("overview-wait-hours", "n", n),
                Some(UsualWait::Longer) => w.say("overview-wait-longer").to_owned(),
                None => w.say1("overview-forms", "n", figures.sent),
            },
        ),
    ]
}

/// "Not counted: 3 held, 1 withdrawn, none removed."
fn uncounted(w: &Words, counts: &Counts) -> Option<String> {
    let is_any = counts.held + counts.withdrawn + counts.removed > 0;
    is_any.then(|| {
        w.say3(
            "overview-uncounted",
            "held",
            counts.held,
            "withdrawn",
            counts.withdrawn,
            "removed",
            counts.removed,
        )
    })
}

fn dates(w: &Words, petition: &Petition, now: Time) -> Vec<String> {
    let zone = &petition.time_zone;
    let mut said = Vec::new();
    if let Some(at) = petition.published_at {
        said.push(w.say1("overview-since", "date", w.date(at, zone)));
    }
    if let Some(on) = petition.says_beginning(w)
        && petition.opens_at.is_some_and(|at| now < at)
    {
        said.push(w.say1("overview-opens", "date", on));
    }
    if let Some(on) = petition.says_end(w) {
        let key = match petition.ends_at().is_some_and(|at| at <= now) {
            true => "close-closed-on",
            false => "overview-closes",
        };
        said.push(w.say1(key, "date", on));
    }
    said
}

/// The page.
///
/// # Errors
/// 404 and 403 as [`ManagedPetition::open`].
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Petition>>,
    asked: Query<ChartQuery>,
) -> Result {
    let managed = ManagedPetition::open(&db, &actor, id, Action::SeeNumbers).await?;
    let (w, now) = (actor.words(&site), site.clock.now());
    let numbers = db.read(move |conn| read(conn, id, now)).await?;
    let petition = &managed.petition;
    let may = |action| actor.allow(action, petition.organization).is_ok();
    let sees_addresses = may(Action::SeeSigners);
    let sees_names = sees_addresses || may(Action::SeeNames);
    let trend = Trend {
        petition,
        hours: &numbers.hours,
        now,
    };
    let range = Range::asked(&asked.chart, &trend);
    let here = urls::overview(id);
    let rows = sees_names.then(|| {
        let rows = numbers.latest.iter().map(|one| {
            let choice = one.signature.choice;
            row(&w, petition, now, one).with_promise(&w, &managed.promises, choice)
        });
        match sees_addresses {
            true => rows.collect(),
            false => rows.map(SignatureLine::without_address).collect(),
        }
    });
    let counts = numbers.counts;
    let goal = petition
        .goal
        .map_or_else(|| moving_goal(counts.counted), i64::from);
    let has_history = petition.allows(Exposure::History);
    let phase = managed.phase(now);
    let going = going(&w, petition, numbers.retention_run, now);
    let may_reopen = numbers.retention_run.is_none() && petition.may_reopen(now);
    let (ends, acts) = acts(&actor, &managed, phase, may_reopen)
        .into_iter()
        .partition(|act| act.is_end);
    let waits = (&counts, &numbers.waits);
    let todo = todo::lines(&site, &w, &actor, &managed, waits, going.to_do, phase);
    let is_asked = petition.settings.fields.asks(SignerField::Affiliation);
    let tells_employers = petition.allows(Exposure::EmployerFields);
    let has_affiliations = tells_employers && (is_asked || !numbers.affiliations.is_empty());
    let goal_met_at = numbers.goal_met_at;
    private_page(
        StatusCode::OK,
        &OverviewPage {
            frame: managed.console_frame(&site, &w, &actor, &here, w.say("console-overview")),
            w: &w,
            title: managed.title(actor.lang),
            lang: managed
                .text(actor.lang)
                .map_or(petition.lang, |text| text.lang)
                .to_string(),
            state: phase.as_str(),
            dates: dates(&w, petition, now)
                .into_iter()
                .chain(going.said)
                .collect(),
            acts,
            ends,
            todo,
            figures: key_figures(&w, &numbers, &trend),
            uncounted: uncounted(&w, &counts),
            counts,
            goal,
            pace: pace(&w, &trend, (counts.counted, goal), goal_met_at),
            chart: has_history.then(|| trend.chart(&w, range)),
            is_by_hour: range == Range::Hours,
            notes: trend.notes(&w, &numbers.events, goal_met_at, actor.lang),
            segments: Range::ALL
                .into_iter()
                .map(|one| Segment {
                    key: one.as_str(),
                    href: urls::overview_chart(id, one.as_str()),
                    is_current: one == range,
                })
                .collect(),
            rows,
            sees_addresses,
            sources: petition
                .allows(Exposure::OwnLinks)
                .then(|| sources::rows(&w, &numbers.arrivals, may(Action::EditPetition))),
            affiliations: has_affiliations
                .then(|| affiliation_rows::shown(numbers.affiliations, sees_names)),
            merge_href: may(Action::MergeSpellings).then(|| urls::affiliations(id)),
            promises: promises::rows(&managed.promises, &numbers.choices, actor.lang),
            signatures_href: urls::signatures(id),
        },
    )
}
