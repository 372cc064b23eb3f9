//! GET /organize/organizations/{id}/activity: who did what, the newest first, of all or of one person or kind.

use super::lines::{self, ActivityQuery};
use crate::account::deed::{Deed, DeedKind};
use crate::account::model::Organization;
use crate::account::store::activity::{self, Line, LineFilter};
use crate::account::store::member::{self, Member};
use crate::account::{Action, Actor};
use crate::base::{Cursor, Id, Page, Time};
use crate::db::{self, Db};
use crate::web::answers::answer::ok;
use crate::web::page::Frame;
use crate::web::{PathArg, Result, Site, urls};
use crate::words::Words;
use actix_web::web::{Data, Query};
use askama::Template;

/// Lines of a page.
const PAGE: usize = 50;
/// Most members of an organization to choose from.
const MEMBERS: i64 = 500;

/// Something to choose in the filter.
struct FilterChoice {
    value: String,
    label: String,
    is_chosen: bool,
}

/// A line of the log.
struct ActivityLine {
    at: String,
    at_shown: String,
    who: String,
    who_href: Option<String>,
    deed: String,
    is_grave: bool,
    what: String,
    before: String,
    after: String,
    place: String,
}

impl ActivityLine {
    /// What was, and what is, fit on one line: a role, an address.
    fn is_short(&self) -> bool {
        self.before.chars().count() + self.after.chars().count() < 60
    }
}

#[derive(Template)]
#[template(path = "account/activity/activity.html")]
struct ActivityPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    organization: &'a str,
    action: String,
    people: Vec<FilterChoice>,
    kinds: Vec<FilterChoice>,
    is_narrowed: bool,
    lines: Vec<ActivityLine>,
    newer: Option<String>,
    older: Option<String>,
    file_href: String,
}

/// The page.
///
/// # Errors
/// 404 for who is no member, 403 for whom the role does not allow it, 400 for what is no place in the list.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Organization>>,
    asked: Query<ActivityQuery>,
) -> Result {
    actor.allow(Action::SeeActivity, id)?;
    let (filter, from) = (asked.filter(), Cursor::asked(&asked.after)?);
    let read = db.read(move |conn| {
        let members = member::all(conn, id, MEMBERS)?;
        let lines = activity::page(conn, id, filter, from.as_ref(), PAGE)?;
        Ok::<_, db::Error>((members, lines))
    });
    let (members, found) = read.await?;
    let w = actor.words(&site);
    let here = urls::activity(id);
    let at = |to: &Cursor| format!("{here}{}", lines::query(filter, Some(to)));
    ok(&ActivityPage {
        frame: actor.console_frame(&site, &w, &here, w.say("activity-title")),
        w: &w,
        organization: actor.organization_name(id).unwrap_or_default(),
        people: people(&w, filter, &members, &found),
        kinds: kinds(&w, filter),
        is_narrowed: filter.organizer.is_some() || filter.kind.is_some(),
        newer: found.previous.as_ref().map(at),
        older: found.next.as_ref().map(at),
        lines: found
            .rows
            .iter()
            .map(|line| activity_line(&w, &here, line))
            .collect(),
        file_href: format!("{}{}", urls::activity_file(id), lines::query(filter, None)),
        action: here,
    })
}

fn all(w: &Words, is_chosen: bool) -> FilterChoice {
    FilterChoice {
        value: String::new(),
        label: w.say("activity-all").to_owned(),
        is_chosen,
    }
}

/// Everybody who works there, and who was asked for though they do not any more.
fn people(
    w: &Words,
    filter: LineFilter,
    members: &[Member],
    found: &Page<Line>,
) -> Vec<FilterChoice> {
    let mut people = vec![all(w, filter.organizer.is_none())];
    people.extend(members.iter().map(|one| FilterChoice {
        value: one.id.to_string(),
        label: one.name.clone(),
        is_chosen: filter.organizer == Some(one.id),
    }));
    let gone = filter
        .organizer
        .filter(|_| people.iter().all(|one| !one.is_chosen));
    let name = found.rows.first().map(|line| line.who.clone());
    people.extend(gone.zip(name).map(|(id, label)| FilterChoice {
        value: id.to_string(),
        label,
        is_chosen: true,
    }));
    people
}

fn kinds(w: &Words, filter: LineFilter) -> Vec<FilterChoice> {
    let kinds = DeedKind::ALL.into_iter().map(|kind| FilterChoice {
        value: kind.as_str().to_owned(),
        label: w.say1("activity-kind", "kind", kind.as_str()),
        is_chosen: filter.kind == Some(kind),
    });
    std::iter::once(all(w, filter.kind.is_none()))
        .chain(kinds)
        .collect()
}

fn activity_line(w: &Words, here: &str, line: &Line) -> ActivityLine {
    let (before, after) = lines::sides(w, line);
    let of_person = |who| LineFilter {
        organizer: Some(who),
        kind: None,
    };
    ActivityLine {
        at: Time::rfc3339(line.at),
        at_shown: w.date_time(line.at, "UTC"),
        who: lines::who(w, line),
        who_href: line
            .organizer
            .map(|who| format!("{here}{}", lines::query(of_person(who), None))),
        deed: lines::deed(w, line),
        is_grave: Deed::parse(&line.deed).is_some_and(Deed::is_grave),
        what: line.what.clone(),
        before,
        after,
        place: line.place.clone(),
    }
}
