//! GET /organize/webhooks/{id}: a webhook, what can be done with it, and what was sent to it: when, with what status, and how long it
//! took. What was answered is not kept, and so not shown.

use super::managed_webhook::open;
use crate::account::Actor;
use crate::account::occurrence::OccurrenceKind;
use crate::base::{Id, Time};
use crate::db::{self, Db};
use crate::partner::webhook::model::{
    DeliveryAttempt, DeliveryState, Webhook, WebhookDelivery, WebhookState, message_id,
};
use crate::partner::webhook::store::{deliveries, secrets};
use crate::petition::store::petitions;
use crate::web::answers::answer::ok;
use crate::web::page::Frame;
use crate::web::{Error, PathArg, Result, Site, urls};
use crate::words::Words;
use actix_web::web::{Data, Query};
use askama::Template;
use serde::Deserialize;

/// Deliveries of a page.
const PAGE: i64 = 50;
/// Up to how many it is counted exactly.
const COUNTED: i64 = 10_000;

/// What was just done, and where in the log.
#[derive(Debug, Default, Deserialize)]
pub struct WebhookQuery {
    #[serde(default)]
    done: String,
    #[serde(default)]
    before: String,
    /// `given-up` alone.
    #[serde(default)]
    only: String,
}

/// A delivery as a line of the log.
struct DeliveryLine {
    kind: &'static str,
    message: String,
    key: String,
    at: String,
    at_shown: String,
    state: &'static str,
    attempts: Vec<AttemptLine>,
    /// When it is tried again.
    due: Option<String>,
}

/// An attempt of it.
struct AttemptLine {
    at: String,
    at_shown: String,
    /// The status, or the word of why there is none.
    status: Option<u16>,
    failure: &'static str,
    millis: i32,
}

#[derive(Template)]
#[template(path = "partner/webhook/show.html")]
struct WebhookPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    webhook: &'a Webhook,
    organization: &'a str,
    petition: Option<String>,
    done: &'a str,
    state: &'static str,
    is_on: bool,
    failing_since: Option<String>,
    kinds: Vec<&'static str>,
    /// Until when the secret before the newest signs too.
    second_until: Option<String>,
    waiting: i64,
    given_up: i64,
    lines: Vec<DeliveryLine>,
    is_given_up_only: bool,
    here: String,
    older: Option<String>,
    edit_href: String,
    test_action: String,
    turn_action: String,
    secret_action: String,
    again_action: String,
    delete_href: String,
    back_href: String,
}

fn attempt_line(w: &Words, one: &DeliveryAttempt) -> AttemptLine {
    AttemptLine {
        at: one.at.rfc3339(),
        at_shown: w.date_time(one.at, "UTC"),
        status: one.status,
        failure: one.failure.map_or("", |failure| failure.as_str()),
        millis: one.millis,
    }
}

fn line(
    w: &Words,
    (one, attempts): (&WebhookDelivery, &[DeliveryAttempt]),
    now: Time,
) -> DeliveryLine {
    let is_put_off = one.state == DeliveryState::Waiting && one.due_at > now;
    DeliveryLine {
        kind: one.kind.map_or("?", OccurrenceKind::as_str),
        message: message_id(one.occurrence),
        key: one.id.to_string(),
        at: one.happened_at.rfc3339(),
        at_shown: w.date_time(one.happened_at, "UTC"),
        state: one.state.as_str(),
        attempts: attempts.iter().map(|one| attempt_line(w, one)).collect(),
        due: is_put_off.then(|| w.date_time(one.due_at, "UTC")),
    }
}

/// The page.
///
/// # Errors
/// 404 for strangers, 403 for whom the role does not allow it, 400 for what is no place in the log.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Webhook>>,
    asked: Query<WebhookQuery>,
) -> Result {
    let webhook = open(&db, &actor, id).await?;
    let before = match asked.before.as_str() {
        "" => None,
        place => Some(Id::<WebhookDelivery>::parse(place).map_err(|_| Error::BAD_REQUEST)?),
    };
    let only = (asked.only == DeliveryState::GivenUp.as_str()).then_some(DeliveryState::GivenUp);
    let (now, lang) = (site.clock.now(), actor.lang);
    let of = webhook.petition;
    let read = db.read(move |conn| {
        let mut all = Vec::new();
        for one in deliveries::newest(conn, id, only, before, PAGE)? {
            let attempts = deliveries::attempts(conn, one.id)?;
            all.push((one, attempts));
        }
        let titles = petitions::titles(conn, of.as_slice())?;
        let own = titles.iter().find(|(_, of, _)| *of == lang);
        let title = own.or_else(|| titles.first());
        Ok::<_, db::Error>((
            all,
            deliveries::count(conn, id, DeliveryState::Waiting, COUNTED)?,
            deliveries::count(conn, id, DeliveryState::GivenUp, COUNTED)?,
            secrets::second_until(conn, id, now)?,
            title.map(|(_, _, title)| title.clone()),
        ))
    });
    let (all, waiting, given_up, second_until, petition) = read.await?;
    let words = actor.words(&site);
    let w: &Words = &words;
    let here = urls::webhook(id);
    let last = all.last().map(|(one, _)| one.id);
    let is_full = i64::try_from(all.len()).is_ok_and(|many| many == PAGE);
    let narrowed = if only.is_some() { "&only=given-up" } else { "" };
    let organization = webhook.organization;
    ok(&WebhookPage {
        frame: actor.console_frame(
            &site,
            w,
            &urls::edit_organization(organization),
            w.say("webhook-title"),
        ),
        w,
        organization: actor.organization_name(organization).unwrap_or_default(),
        petition,
        done: match asked.done.as_str() {
            done @ ("test" | "on" | "paused" | "again" | "changed") => done,
            _ => "",
        },
        state: webhook.state.as_str(),
        is_on: webhook.state == WebhookState::On,
        failing_since: webhook.failing_since.map(|at| w.date_time(at, "UTC")),
        kinds: webhook.kinds.each().map(OccurrenceKind::as_str).collect(),
        second_until: second_until.map(|at| w.date_time(at, "UTC")),
        waiting,
        given_up,
        lines: all
            .iter()
            .map(|(one, attempts)| line(w, (one, attempts), now))
            .collect(),
        is_given_up_only: only.is_some(),
        older: last
            .filter(|_| is_full)
            .map(|last| format!("{here}?before={last}{narrowed}")),
        here,
        edit_href: urls::edit_webhook(id),
        test_action: urls::test_webhook(id),
        turn_action: urls::turn_webhook(id),
        secret_action: urls::renew_webhook_secret(id),
        again_action: urls::send_again(id),
        delete_href: urls::delete_webhook(id),
        back_href: urls::webhooks(organization),
        webhook: &webhook,
    })
}
