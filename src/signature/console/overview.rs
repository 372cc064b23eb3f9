//! GET /organize/petitions/{id}: how it goes, on one page.

use super::actions::{PetitionAction, acts};
use super::promises::{self, PromiseRow};
use super::rows::{MOST_WAITING, SignatureLine, capped, row};
use super::sources::{self, Arrivals, SourceRow};
use crate::account::{Action, Actor};
use crate::base::time::{days, hours};
use crate::base::{Id, Time};
use crate::count::Counts;
use crate::count::chart::{Chart, Shows};
use crate::count::days::{Calendar, at_most, begins};
use crate::count::model::moving_goal;
use crate::count::store::parts;
use crate::count::store::tallies::{self, Hour};
use crate::count::{PartCount, Parts};
use crate::db::{self, Conn, Db};
use crate::mail::store::erased_since;
use crate::petition::dates::closing;
use crate::petition::endorsement::store as endorsements;
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::store::retention_runs::{self, RetentionRun};
use crate::petition::{Exposure, Petition};
use crate::signature::model::SignatureState;
use crate::signature::reason::store as reasons;
use crate::signature::retention::notice::going;
use crate::signature::store::pending;
use crate::signature::store::read::{self, Signed};
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
/// Bars of a chart, beyond which days are taken together.
const BARS: usize = 92;
/// A pace further away than this says nothing.
const FAR: i64 = 3 * 366;
/// Fewer in a week are no pace: one more or less would move the day by weeks.
const PACE: i64 = 10;
/// Nor is what came on the first day.
const PACE_AFTER: Duration = hours(24);

/// What the chart is to show.
#[derive(Debug, Default, Deserialize)]
pub struct ChartQuery {
    #[serde(default)]
    chart: String,
}

/// A range of the chart, as the links name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Range {
    Week,
    All,
    Total,
}

impl Range {
    const ALL: [Self; 3] = [Self::Week, Self::All, Self::Total];

    fn as_str(self) -> &'static str {
        match self {
            Self::Week => "week",
            Self::All => "all",
            Self::Total => "total",
        }
    }

    fn parse(text: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|range| range.as_str() == text)
            .unwrap_or(Self::All)
    }
}

/// The numbers of the page.
#[derive(Debug)]
pub struct Numbers {
    counts: Counts,
    goal_met_at: Option<Time>,
    waiting: i64,
    hours: Vec<Hour>,
    latest: Vec<Signed>,
    arrivals: Arrivals,
    choices: Vec<PartCount>,
    to_read: i64,
    to_decide: i64,
    retention_run: Option<RetentionRun>,
    erased: i64,
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
        waiting: pending::count(conn, petition, MOST_WAITING)?,
        hours: tallies::hours(conn, petition.cast(), 0)?,
        latest,
        arrivals: sources::read(conn, petition)?,
        choices: parts::of(conn, Parts::Promises, petition.cast())?,
        to_read: reasons::counts(conn, petition)?.waiting,
        to_decide: endorsements::counts(conn, petition)?.waiting,
        retention_run: retention_runs::find(conn, petition)?,
        erased: erased_since(conn, petition.cast(), now.minus(TOLD_FOR))?,
    })
}

impl Numbers {
    fn since(&self, from: Time) -> i64 {
        let hours = self.hours.iter().filter(|hour| hour.hour >= from.hour());
        hours.map(|hour| hour.change).sum()
    }

    fn chart(&self, w: &Words, petition: &Petition, range: Range, now: Time) -> Chart {
        let zone = &petition.time_zone;
        let calendar = Calendar::of(zone);
        let end = petition.closed_at.filter(|at| *at < now);
        let end = end.map_or(now, closing::last_moment);
        let moved = self.hours.last().map(|hour| begins(hour.hour));
        let last = moved.map_or(end, |moved| moved.max(end)).min(now);
        let began = self.hours.first().map(|hour| begins(hour.hour));
        let first = match range {
            Range::Week => last.minus(days(6)),
            Range::All | Range::Total => began
                .into_iter()
                .chain(petition.published_at)
                .min()
                .unwrap_or(last),
        };
        let each = calendar.days(&self.hours, calendar.date(first), calendar.date(last));
        let is_running = last == now && calendar.date(last) == calendar.date(now);
        let shows = match range {
            Range::Total => Shows::Total(0),
            Range::Week | Range::All => Shows::Change,
        };
        Chart::draw(w, zone, &at_most(each, BARS), shows, is_running)
    }
}

/// How far it is to the goal, in a sentence.
fn pace(w: &Words, numbers: &Numbers, goal: i64, petition: &Petition, now: Time) -> String {
    let left = goal - numbers.counts.counted;
    let has_history = petition.allows(Exposure::History);
    if let Some(at) = numbers.goal_met_at.filter(|_| has_history) {
        let on = w.date(at, &petition.time_zone);
        return w.say2("goal-met-on", "goal", goal, "date", on);
    }
    if left <= 0 {
        return w.say1("goal-met", "goal", goal);
    }
    let week = numbers.since(now.minus(days(7)));
    let begun = petition.published_at.max(petition.opens_at);
    let days_open = begun.map_or(7, |at| now.since(at).as_secs().div_ceil(24 * 3600));
    let over = i64::try_from(days_open).unwrap_or(7).clamp(1, 7);
    // Rounded up: a goal is reached in the course of a day.
    let away = (left * over + week - 1)
        .checked_div(week)
        .unwrap_or(i64::MAX);
    let has_pace = week >= PACE && begun.is_none_or(|at| at.plus(PACE_AFTER) <= now);
    let is_open = petition.is_open(now);
    match u64::try_from(away) {
        Ok(away_days) if is_open && has_history && has_pace && away <= FAR => {
            let on = w.date(now.plus(days(away_days)), &petition.time_zone);
            w.say2("overview-pace", "left", left, "date", on)
        }
        _ if is_open => w.say1("overview-no-pace", "left", left),
        _ => w.say1("overview-missed", "left", left),
    }
}

/// A link of the chart.
struct Segment {
    key: &'static str,
    href: String,
    is_current: bool,
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
    counts: Counts,
    /// None where no history is told.
    change: Option<i64>,
    waiting: String,
    goal: i64,
    pace: String,
    /// None where no history is told.
    chart: Option<Chart>,
    segments: Vec<Segment>,
    /// Latest signatures; none for those who may not see names.
    rows: Option<Vec<SignatureLine>>,
    sees_addresses: bool,
    /// None where nobody's link is told of.
    sources: Option<Vec<SourceRow>>,
    /// How many chose each promise, the most chosen first; empty where there is no choice.
    promises: Vec<PromiseRow>,
    to_read: i64,
    reasons_href: Option<String>,
    /// Organizations to decide about, and where.
    to_decide: i64,
    organizations_href: Option<String>,
    /// How many have erased their details of late.
    erased: i64,
    /// That the list should be exported before its details go, and where.
    to_export: Option<String>,
    export_href: Option<String>,
    signatures_href: String,
    held_href: String,
}

impl OverviewPage<'_> {
    /// `+312` with its colour; none where no history is told.
    fn change(&self) -> Option<(&'static str, String)> {
        Some(match self.change? {
            more @ 1.. => ("up", format!("+{}", self.w.number(more))),
            0 => ("", self.w.number(0_i64)),
            less => ("down", self.w.number(less)),
        })
    }
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
    let range = Range::parse(&asked.chart);
    let here = urls::overview(id);
    let rows = (sees_addresses || may(Action::SeeNames)).then(|| {
        let rows = numbers.latest.iter().map(|one| {
            let choice = one.signature.choice;
            row(&w, petition, now, one).with_promise(&w, &managed.promises, choice)
        });
        match sees_addresses {
            true => rows.collect(),
            false => rows.map(SignatureLine::without_address).collect(),
        }
    });
    let goal = petition
        .goal
        .map_or_else(|| moving_goal(numbers.counts.counted), i64::from);
    let has_history = petition.allows(Exposure::History);
    let phase = managed.phase(now);
    let going = going(&w, petition, numbers.retention_run, now);
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
            acts: acts(
                &actor,
                &managed,
                phase,
                numbers.retention_run.is_none() && petition.may_reopen(now),
            ),
            counts: numbers.counts,
            change: has_history.then(|| numbers.since(now.minus(hours(24)))),
            waiting: capped(&w, numbers.waiting),
            goal,
            pace: pace(&w, &numbers, goal, petition, now),
            chart: has_history.then(|| numbers.chart(&w, petition, range, now)),
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
                .then(|| sources::rows(&w, &numbers.arrivals)),
            promises: promises::rows(&managed.promises, &numbers.choices, actor.lang),
            to_read: numbers.to_read,
            reasons_href: may(Action::Moderate).then(|| urls::reasons(id)),
            to_decide: numbers.to_decide,
            organizations_href: may(Action::Moderate).then(|| urls::organizations(id)),
            erased: numbers.erased,
            to_export: going.to_do,
            export_href: may(Action::ExportSigners).then(|| urls::export(id)),
            signatures_href: urls::signatures(id),
            held_href: urls::signatures_at(id, "held", "", None),
        },
    )
}
