//! The page of events: those that run, and the form that names another.

use crate::account::Actor;
use crate::base::{Id, Time};
use crate::db::{self, Db};
use crate::mail::{Event, LONGEST, MOST_EVENTS, Pace, store};
use crate::petition::PetitionCache;
use crate::web::answers::answer::page;
use crate::web::page::{Errors, Frame};
use crate::web::{Error, Result, Site, WrongFields, urls};
use crate::words::Words;
use askama::Template;

/// What is typed of another one.
#[derive(Debug, Clone)]
pub(super) struct TypedEvent {
    pub(super) network: String,
    pub(super) hours: String,
    pub(super) petition: String,
}

/// One that runs.
struct EventLine {
    network: String,
    /// The address of the only petition it is for.
    petition: Option<String>,
    until: String,
    end_action: String,
}

#[derive(Template)]
#[template(path = "site/console/events.html")]
struct EventsPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    errors: Errors,
    lines: Vec<EventLine>,
    typed: &'a TypedEvent,
    action: String,
    longest: u64,
    most: usize,
}

/// The page, with what was typed and what is wrong with it.
pub(super) async fn answer(
    (site, db): (&Site, &Db),
    petition_cache: &PetitionCache,
    actor: &Actor,
    (typed, wrong): (&TypedEvent, &WrongFields),
) -> Result {
    let now = site.clock.now();
    let running = db
        .read(move |conn| store::events_with_keys(conn, now))
        .await?;
    let w = actor.words(site);
    let errors = wrong.said(&w);
    let line = |(id, event): (Id<Event>, Event)| EventLine {
        network: event.network.to_string(),
        petition: event.petition.map(|id| {
            let shown = petition_cache.by_id(id.cast());
            match shown {
                Some(shown) => urls::petition(None, &shown.petition.slug),
                None => w.say("operator-report-hidden").to_owned(),
            }
        }),
        until: w.date_time(event.until, "UTC"),
        end_action: urls::end_event(id),
    };
    page(
        errors.status(),
        &EventsPage {
            frame: actor
                .console_frame(site, &w, &urls::operator_events(), w.say("operator-events"))
                .with_errors(!errors.is_empty()),
            w: &w,
            errors,
            lines: running.into_iter().map(line).collect(),
            typed,
            action: urls::operator_events(),
            longest: LONGEST,
            most: MOST_EVENTS,
        },
    )
}

/// Has this instance heed at once what was changed; the others do within ten seconds.
pub(super) async fn heed(db: &Db, pace: &Pace, now: Time) -> std::result::Result<(), Error> {
    let _turn = pace.reading().await;
    let events = db.read(move |conn| store::events(conn, now)).await;
    pace.set_events(events.map_err(|error: db::Error| Error::from(error))?);
    Ok(())
}
