//! GET /api/v1/webhooks/{id}/deliveries: what was sent to it, the newest first: when, with what status, and how long it took.

use super::found;
use super::shown;
use crate::base::Id;
use crate::db::{self, Conn};
use crate::partner::api::caller::Caller;
use crate::partner::api::paths::OnePath;
use crate::partner::webhook::model::{DeliveryState, WebhookDelivery};
use crate::partner::webhook::store::deliveries;
use crate::web::{Problem, urls};
use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use serde::Deserialize;
use serde_json::json;

/// Deliveries of a page.
const PAGE: i64 = 50;

/// Where in the log.
#[derive(Debug, Default, Deserialize)]
pub struct DeliveriesQuery {
    /// Those before this one.
    #[serde(default)]
    before: String,
    /// `given-up` alone.
    #[serde(default)]
    only: String,
}

/// A page of them; the address of the next stands in it, as long as there is one.
///
/// # Errors
/// 403 without the scope `webhooks:manage`; 404 for one that is not its own; 400 for what is no place in the log.
pub async fn get(
    caller: Caller,
    path: Path<OnePath>,
    asked: Result<Query<DeliveriesQuery>, actix_web::Error>,
) -> Result<HttpResponse, Problem> {
    let webhook = found::webhook(&caller, &path.id).await?;
    let asked = asked.map_err(|_| Problem::invalid("before and only may stand there once"))?;
    let before = match asked.before.as_str() {
        "" => None,
        place => Some(Id::<WebhookDelivery>::parse(place).map_err(|_| {
            Problem::invalid("before must be the id of a delivery, as this list tells them")
        })?),
    };
    let only = match asked.only.as_str() {
        "" => None,
        word if word == DeliveryState::GivenUp.as_str() => Some(DeliveryState::GivenUp),
        _ => return Err(Problem::invalid("only must be given-up")),
    };
    let id = webhook.id;
    let read = move |conn: &mut Conn| {
        let mut all = Vec::new();
        for one in deliveries::newest(conn, id, only, before, PAGE)? {
            let attempts = deliveries::attempts(conn, one.id)?;
            all.push((one, attempts));
        }
        Ok::<_, db::Error>(all)
    };
    let all = caller.db.read(read).await?;
    let is_full = i64::try_from(all.len()).is_ok_and(|many| many == PAGE);
    let last = all.last().filter(|_| is_full);
    let narrowed = if only.is_some() { "&only=given-up" } else { "" };
    let next = last.map(|(last, _)| {
        let here = urls::api_deliveries(id);
        caller.url(&format!("{here}?before={}{narrowed}", last.id))
    });
    let shown = all
        .iter()
        .map(|(one, attempts)| shown::delivery(one, attempts));
    let shown: Vec<_> = shown.collect();
    Ok(caller.answer(&json!({"deliveries": shown, "next": next})))
}
