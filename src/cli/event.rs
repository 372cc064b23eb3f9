//! undersigned event: networks where many people sign at once, so that their mails go faster.

use super::Failed;
use super::work::{existing, print};
use crate::base::time::hours;
use crate::base::{Clock, Slug};
use crate::mail::Event;
use crate::mail::model::Campaign;
use crate::mail::store;
use crate::petition::store::petitions;
use crate::serve::settings::Settings;
use ipnet::IpNet;
use std::fmt::Write as _;

/// Reads a network or an address.
///
/// # Errors
/// What is wrong with it.
pub(super) fn network(typed: &str) -> Result<IpNet, String> {
    Event::network(typed).map_err(|wrong| wrong.to_string())
}

/// Names a network for so many hours, for one petition or for all. Heeded by every instance within ten seconds.
pub(super) fn add(
    settings: &Settings,
    network: IpNet,
    lasts: u64,
    slug: Option<&str>,
) -> Result<(), Failed> {
    let fault = |error: crate::db::Error| Failed::Work(format!("event: {error}"));
    let db = existing(settings)?;
    let petition = match slug {
        None => None,
        Some(slug) => {
            let unknown = || Failed::Work(format!("event: there is no petition {slug}"));
            let parsed = Slug::parse(slug).map_err(|_| unknown())?;
            let found = db.read_here(|conn| petitions::by_slug(conn, &parsed));
            let petition = found.map_err(fault)?.ok_or_else(unknown)?;
            Some(petition.id.cast::<Campaign>())
        }
    };
    let now = Clock::system().now();
    let event = Event {
        network,
        petition,
        until: now.plus(hours(lasts)),
    };
    db.write_here(|tx| store::add_event(tx, &event, now))
        .map_err(fault)?;
    let until = event.until.rfc3339();
    print(&format!("{} until {until}\n", event.network))
}

/// Lists those that are not over.
pub(super) fn list(settings: &Settings) -> Result<(), Failed> {
    let now = Clock::system().now();
    let events = existing(settings)?
        .read_here(|conn| store::events(conn, now))
        .map_err(|error| Failed::Work(format!("event: {error}")))?;
    let mut told = String::new();
    for event in &events {
        let of = match event.petition {
            Some(petition) => format!("petition {petition}"),
            None => "every petition".to_owned(),
        };
        let until = event.until.rfc3339();
        let _ = writeln!(told, "{} until {until}, {of}", event.network);
    }
    if events.is_empty() {
        told.push_str("no event\n");
    }
    print(&told)
}
