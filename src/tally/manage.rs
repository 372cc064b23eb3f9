//! GET /organize: the petitions of the actor's organizations, and where each stands.

use super::store;
use crate::account::model::Organization;
use crate::account::{Action, Actor};
use crate::base::time::hours;
use crate::base::{Id, Lang, Time};
use crate::db::{self, Conn, Db};
use crate::petition::desk::Desk;
use crate::petition::{State, store as petitions};
use crate::web::answer::page;
use crate::web::page::{Frame, Menu};
use crate::web::{Result, Site, urls};
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use askama::Template;

/// A petition and its number.
#[derive(Debug)]
pub struct Stands {
    /// The petition.
    pub desk: Desk,
    /// Counted signatures.
    pub counted: i64,
    /// Change of that number in the last 24 hours, to the hour.
    pub change: i64,
}

/// Every petition of an organization, the newest first.
///
/// # Errors
/// A fault of the database.
pub fn all(conn: &mut Conn, id: Id<Organization>, now: Time) -> db::Result<Vec<Stands>> {
    let yesterday = now.minus(hours(24)).hour();
    let mut all = Vec::new();
    for petition in petitions::of_organization(conn, id)? {
        let tally = store::find(conn, petition.id)?;
        let hours = store::hours(conn, petition.id, yesterday)?;
        let Some(desk) = Desk::load(conn, petition.id)? else {
            continue;
        };
        all.push(Stands {
            desk,
            counted: tally.map_or(0, |tally| tally.counts.counted),
            change: hours.iter().map(|hour| hour.change).sum(),
        });
    }
    Ok(all)
}

/// One line of the list.
struct Row {
    title: String,
    lang: Lang,
    kind: &'static str,
    state: &'static str,
    href: String,
    counted: i64,
    change: i64,
    /// Already written.
    closes: Option<String>,
}

impl Row {
    fn of(w: &Words, stands: &Stands, now: Time) -> Self {
        let Stands {
            desk,
            counted,
            change,
        } = stands;
        let petition = &desk.petition;
        let text = desk.text(w.lang());
        let closes = petition.closed_at.or(petition.closes_at);
        Self {
            title: text.map(|text| text.title.clone()).unwrap_or_default(),
            lang: text.map_or(petition.lang, |text| text.lang),
            kind: petition.kind.as_str(),
            state: desk.phase(now).as_str(),
            href: match petition.state {
                State::Draft => urls::edit_petition(petition.id),
                _ => urls::overview(petition.id),
            },
            counted: *counted,
            change: *change,
            closes: closes.map(|at| w.date(at, &petition.time_zone)),
        }
    }

    /// `+312`, `-3`; a plain zero has no sign.
    fn signed_change(&self, w: &Words) -> String {
        match self.change {
            more @ 1.. => format!("+{}", w.number(more)),
            less => w.number(less),
        }
    }
}

/// The petitions of one organization.
struct House {
    name: String,
    rows: Vec<Row>,
}

#[derive(Template)]
#[template(path = "tally/manage.html")]
struct ManagePage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    menu: Menu,
    houses: Vec<House>,
    /// What is wrong with the proxies in front.
    faults: Vec<String>,
    may_create: bool,
    new_href: String,
}

fn faults(site: &Site, w: &Words) -> Vec<String> {
    let faults = site.proxies.faults();
    faults
        .iter()
        .map(|fault| w.say1(fault.key, "network", fault.network))
        .collect()
}

/// The list.
///
/// # Errors
/// A fault of the database.
pub async fn get(site: Data<Site>, db: Data<Db>, actor: Actor) -> Result {
    let now = site.clock.now();
    let w = actor.words(&site);
    let mut houses = Vec::new();
    for place in actor.places(Action::SeePetitions) {
        let id = place.organization;
        let stands = db.read(move |conn| all(conn, id, now)).await?;
        houses.push(House {
            name: place.name.clone(),
            rows: stands.iter().map(|one| Row::of(&w, one, now)).collect(),
        });
    }
    page(
        StatusCode::OK,
        &ManagePage {
            frame: actor.frame(&site, &w, w.say("manage-title")),
            w: &w,
            menu: actor.menu(&w, &urls::console(), None),
            faults: faults(&site, &w),
            may_create: actor.places(Action::CreatePetition).next().is_some(),
            new_href: urls::new_petition(),
            houses,
        },
    )
}
