//! GET and POST /organize/operator/events: networks where many people sign at once, as `undersigned event` has them.

use super::event_list::{self, TypedEvent};
use crate::account::{OperatorActor, OperatorForm};
use crate::base::Slug;
use crate::base::time::hours;
use crate::base::{Id, Time};
use crate::db::{self, Db, Tx};
use crate::mail::model::Campaign;
use crate::mail::{Event, LONGEST, NoNetwork, Pace, store};
use crate::petition::PetitionCache;
use crate::petition::store::petitions;
use crate::web::answers::answer::see_other;
use crate::web::{Fields, Result, Site, TextField, WrongFields, urls};
use actix_web::web::Data;
use ipnet::IpNet;
use serde::Deserialize;

/// Most characters of a network.
const NETWORK: usize = 60;
/// Most characters of an address, and of hours.
const SHORT: usize = 100;

/// A network, hours and perhaps a petition.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EventFields {
    #[serde(default)]
    network: String,
    #[serde(default)]
    hours: String,
    #[serde(default)]
    petition: String,
}

impl Fields for EventFields {
    const TEXTS: &'static [TextField] = &[
        TextField::one("network", "operator-event-network", NETWORK),
        TextField::one("hours", "operator-event-hours", SHORT),
        TextField::one("petition", "operator-event-petition", SHORT),
    ];
}

/// Why it was not named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum EventRefused {
    /// There is no such petition.
    Petition,
    /// So many run that no more are taken.
    Many,
}

/// The page.
///
/// # Errors
/// 404 for who is no operator.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    petition_cache: Data<PetitionCache>,
    OperatorActor(actor): OperatorActor,
) -> Result {
    let typed = TypedEvent {
        network: String::new(),
        hours: "12".to_owned(),
        petition: String::new(),
    };
    let nothing = WrongFields::default();
    let parts = (site.get_ref(), db.get_ref());
    event_list::answer(parts, &petition_cache, &actor, (&typed, &nothing)).await
}

/// The petition that was typed: the last part of its address, or all of it.
fn slug(typed: &str) -> &str {
    let typed = typed.trim().trim_end_matches('/');
    typed.rsplit('/').next().unwrap_or_default()
}

fn read(fields: &EventFields) -> std::result::Result<(IpNet, u64, Option<Slug>), WrongFields> {
    let mut wrong = WrongFields::default();
    let network = Event::network(&fields.network)
        .map_err(|why| match why {
            NoNetwork::Shape => wrong.add("network", "operator-event-no-network"),
            NoNetwork::Wide(_) => wrong.add("network", "operator-event-no-wide"),
        })
        .ok();
    let lasts = fields.hours.trim().parse().ok();
    let lasts = lasts.filter(|lasts| (1..=LONGEST).contains(lasts));
    if lasts.is_none() {
        wrong.add("hours", "operator-event-no-hours");
    }
    let petition = match slug(&fields.petition) {
        "" => Some(None),
        typed => match Slug::parse(typed) {
            Ok(slug) => Some(Some(slug)),
            Err(_) => {
                wrong.add("petition", "operator-event-no-petition");
                None
            }
        },
    };
    let whole = (|| Some((network?, lasts?, petition?)))();
    wrong.none_or(whole)
}

/// Names it, for whom the slug says; refused where there is no such petition, or too many run.
fn add(
    tx: &mut Tx<'_>,
    (network, lasts, slug): &(IpNet, u64, Option<Slug>),
    now: Time,
) -> db::Result<std::result::Result<(), EventRefused>> {
    let petition: Option<Id<Campaign>> = match slug {
        None => None,
        Some(slug) => match petitions::by_slug(tx, slug)? {
            Some(petition) => Some(petition.id.cast()),
            None => return Ok(Err(EventRefused::Petition)),
        },
    };
    let event = Event {
        network: *network,
        petition,
        until: now.plus(hours(*lasts)),
    };
    let is_added = store::add_event_if_few(tx, &event, now)?;
    Ok(is_added.then_some(()).ok_or(EventRefused::Many))
}

/// Names a network.
///
/// # Errors
/// 404 for who is no operator; the form again where something is wrong in it.
pub async fn post(
    (site, db): (Data<Site>, Data<Db>),
    pace: Data<Pace>,
    petition_cache: Data<PetitionCache>,
    sent: OperatorForm<EventFields>,
) -> Result {
    let now = site.clock.now();
    let wrong = match read(&sent.fields) {
        Ok(event) => match db.write(move |tx| add(tx, &event, now)).await? {
            Ok(()) => {
                event_list::heed(&db, &pace, now).await?;
                return Ok(see_other(&urls::operator_events()));
            }
            Err(EventRefused::Petition) => {
                WrongFields::one("petition", "operator-event-no-petition")
            }
            Err(EventRefused::Many) => WrongFields::one("network", "operator-event-no-many"),
        },
        Err(wrong) => wrong,
    };
    let typed = TypedEvent {
        network: sent.fields.network,
        hours: sent.fields.hours,
        petition: sent.fields.petition,
    };
    let parts = (site.get_ref(), db.get_ref());
    event_list::answer(parts, &petition_cache, &sent.actor, (&typed, &wrong)).await
}
