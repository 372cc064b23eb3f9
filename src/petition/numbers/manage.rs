//! GET /organize: the petitions of the actor's organizations, and where each stands.

use super::set_up_gaps::{SetUpGap, SetUpState};
use crate::account::model::Organization;
use crate::account::store::{organization, set_up_step};
use crate::account::{Action, Actor};
use crate::base::time::hours;
use crate::base::{Id, Lang, Time};
use crate::count::store::tallies;
use crate::db::{self, Conn, Db};
use crate::mail::OutgoingMail;
use crate::mail::store::mail_standing;
use crate::petition::store::petitions::{self, Unreadable};
use crate::petition::{Petition, PetitionState};
use crate::web::answers::answer::{page, see_other};
use crate::web::page::Frame;
use crate::web::{Result, Site, urls};
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Query};
use askama::Template;
use serde::Deserialize;
use std::collections::HashMap;

/// A petition and its number.
#[derive(Debug)]
pub struct PetitionStanding {
    /// The petition.
    pub petition: Petition,
    /// What it is called, in each of its languages; its own first.
    pub titles: Vec<(Lang, String)>,
    /// Counted signatures.
    pub counted: i64,
    /// Change of that number in the last 24 hours, to the hour.
    pub change: i64,
}

/// Every petition of an organization, the newest first, and those that this program cannot read: as many statements, however many
/// there are.
///
/// # Errors
/// A fault of the database.
pub fn all(
    conn: &mut Conn,
    id: Id<Organization>,
    now: Time,
) -> db::Result<(Vec<PetitionStanding>, Vec<Unreadable>)> {
    let found = petitions::of_organization(conn, id)?;
    let ids: Vec<_> = found.petitions.iter().map(|petition| petition.id).collect();
    let counted: Vec<_> = ids.iter().map(|id| id.cast()).collect();
    let yesterday = now.minus(hours(24)).hour();
    let numbers = tallies::list(conn, &counted)?;
    let mut change: HashMap<Id<Petition>, i64> = HashMap::new();
    for (petition, hour) in tallies::hours_of(conn, &counted, yesterday)? {
        *change.entry(petition.cast()).or_default() += hour.change;
    }
    let mut counted: HashMap<Id<Petition>, _> = numbers
        .into_iter()
        .map(|tally| (tally.petition.cast(), tally.counts.counted))
        .collect();
    let mut titles: HashMap<_, Vec<_>> = HashMap::new();
    for (petition, lang, title) in petitions::titles(conn, &ids)? {
        titles.entry(petition).or_default().push((lang, title));
    }
    let stands = |petition: Petition| {
        let id = petition.id;
        let mut titles = titles.remove(&id).unwrap_or_default();
        titles.sort_by_key(|(lang, _)| *lang != petition.lang);
        PetitionStanding {
            petition,
            titles,
            counted: counted.remove(&id).unwrap_or_default(),
            change: change.remove(&id).unwrap_or_default(),
        }
    };
    let stands = found.petitions.into_iter().map(stands).collect();
    Ok((stands, found.unreadable))
}

/// One line of the list.
struct PetitionLine {
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

impl PetitionLine {
    fn of(w: &Words, stands: &PetitionStanding, now: Time) -> Self {
        let PetitionStanding {
            petition,
            titles,
            counted,
            change,
        } = stands;
        let mut known = titles.iter();
        let title = known
            .find(|(lang, _)| *lang == w.lang())
            .or_else(|| titles.first());
        Self {
            title: title.map(|(_, title)| title.clone()).unwrap_or_default(),
            lang: title.map_or(petition.lang, |(lang, _)| *lang),
            kind: petition.kind.as_str(),
            state: petition.phase(now).as_str(),
            href: match petition.state {
                PetitionState::Draft => urls::edit_petition(petition.id),
                _ => urls::overview(petition.id),
            },
            counted: *counted,
            change: *change,
            closes: petition.last_day(w),
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

/// What is to be listed.
#[derive(Debug, Default, Deserialize)]
pub struct ListQuery {
    #[serde(default)]
    archived: bool,
    /// Whether what is open of the first run is left for later.
    #[serde(default)]
    later: bool,
}

/// The petitions of one organization.
struct House {
    name: String,
    /// Where signers may write to; empty for nowhere.
    contact: String,
    /// Where that is changed, for whoever may.
    contact_href: Option<String>,
    rows: Vec<PetitionLine>,
    /// Where those stand that this program cannot read.
    off: Vec<String>,
}

#[derive(Template)]
#[template(path = "petition/numbers/manage.html")]
struct ManagePage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    /// What is open of the first run.
    gaps: Vec<SetUpGap>,
    houses: Vec<House>,
    /// What is wrong with the proxies in front.
    faults: Vec<String>,
    may_create: bool,
    new_href: String,
    /// Whether those are listed that were put out of the list.
    is_archive: bool,
    /// How many there are beside those listed, and the way to them.
    others: i64,
    others_href: String,
}

fn faults(site: &Site, w: &Words) -> Vec<String> {
    let faults = site.proxies.faults();
    faults
        .iter()
        .map(|fault| w.say1(fault.key, "network", fault.network))
        .collect()
}

/// The list; before it, for whoever set this site up, the step that is open.
///
/// # Errors
/// A fault of the database.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    outgoing: Data<OutgoingMail>,
    actor: Actor,
    listed: Query<ListQuery>,
) -> Result {
    let now = site.clock.now();
    let w = actor.words(&site);
    let is_archive = listed.archived;
    let (mut houses, mut others) = (Vec::new(), 0);
    let places = actor.places(Action::SeePetitions);
    let places: Vec<_> = places
        .map(|place| (place.organization, place.name.clone()))
        .collect();
    let (who, mark) = (actor.id, outgoing.mark.clone());
    let (found, step, mail) = db
        .read(move |conn| {
            let of = |(id, name)| {
                let organization = organization::find(conn, id)?;
                Ok::<_, db::Error>((id, name, organization, all(conn, id, now)?))
            };
            let found: Vec<_> = places.into_iter().map(of).collect::<db::Result<_>>()?;
            let step = set_up_step::open(conn, who)?;
            Ok::<_, db::Error>((found, step, mail_standing(conn, &mark)?))
        })
        .await?;
    let state = SetUpState {
        step,
        mail,
        has_petition: found
            .iter()
            .any(|(.., (stands, off))| !stands.is_empty() || !off.is_empty()),
    };
    if let (false, false, Some(next)) = (listed.later, is_archive, state.next_step(&actor)) {
        return Ok(see_other(&next.href()));
    }
    let organizations: Vec<Organization> = found
        .iter()
        .filter_map(|(_, _, organization, _)| organization.clone())
        .collect();
    let gaps = state.gaps(&w, &actor, &organizations);
    for (id, name, organization, (stands, unreadable)) in found {
        let off = unreadable.into_iter().filter_map(|one| one.slug);
        let (these, those): (Vec<_>, Vec<_>) = stands
            .iter()
            .partition(|one| one.petition.archived_at.is_some() == is_archive);
        others += those.len();
        let may_change = actor.allow(Action::EditOrganization, id).is_ok();
        houses.push(House {
            name,
            contact: organization.map_or_else(String::new, |one| one.contact_email),
            contact_href: may_change.then(|| urls::edit_organization(id)),
            off: off.map(|slug| urls::petition(None, &slug)).collect(),
            rows: these
                .iter()
                .map(|one| PetitionLine::of(&w, one, now))
                .collect(),
        });
    }
    page(
        StatusCode::OK,
        &ManagePage {
            frame: actor.console_frame(&site, &w, &urls::console(), w.say("manage-title")),
            w: &w,
            gaps,
            faults: faults(&site, &w),
            may_create: actor.places(Action::CreatePetition).next().is_some(),
            new_href: urls::new_petition(),
            houses,
            is_archive,
            others: i64::try_from(others).unwrap_or(i64::MAX),
            others_href: match is_archive {
                true => urls::console(),
                false => urls::archived(),
            },
        },
    )
}
