//! PUT /api/v1/webhooks/{id}: has it lead elsewhere, hear of other things or of another petition, pauses it or turns it on. What is not sent
//! stays; so do its secret, its log and what waits for it.

use super::found;
use super::given_webhook;
use super::shown;
use crate::account::store::activity::Doer;
use crate::db::{self, Tx};
use crate::partner::api::caller::Caller;
use crate::partner::api::given::Given;
use crate::partner::api::paths::OnePath;
use crate::partner::webhook::manage;
use crate::partner::webhook::model::{Webhook, WebhookState};
use crate::partner::webhook::store::webhooks;
use crate::web::Problem;
use actix_web::HttpResponse;
use actix_web::web::Path;

/// Changes it.
///
/// # Errors
/// 403 without the scope `webhooks:manage`, for one that posts details of signers, and beyond the limits of the token; 404 for one that is
/// not its own; 400 for what the console does not take.
pub async fn put(
    caller: Caller,
    path: Path<OnePath>,
    given: Given,
) -> Result<HttpResponse, Problem> {
    let before = found::webhook(&caller, &path.id).await?;
    let told = shown::webhook(&caller, &before);
    // what was read may be sent back: of that only what can be changed may be another
    let can_change = |name: &str| name == "state" || given_webhook::FIELDS.contains(&name);
    let mut others = given.names().filter(|name| !can_change(name));
    if let Some(other) = others.find(|name| given.value(name) != told.get(name)) {
        return Err(given.wrong(other, format!("{other} cannot be changed")));
    }
    let turns = turns(&given, &before)?;
    let change = given_webhook::read(&caller, &given, Some(&before)).await?;
    let doer = Doer::program(&caller.token.name, caller.now());
    let write = move |tx: &mut Tx<'_>| {
        let Some(after) = manage::change(tx, before.id, &change, &doer)? else {
            return Ok(None);
        };
        if let Some(is_on) = turns {
            manage::turn(tx, &after, is_on, &doer)?;
        }
        webhooks::find(tx, before.id)
    };
    let after = caller.db.write(write).await;
    let after = after.map_err(|fault: db::Error| Problem::from(fault))?;
    let after = after.ok_or_else(|| Problem::unknown("webhook"))?;
    Ok(caller.answer(&shown::webhook(&caller, &after)))
}

/// Whether it is turned on, or paused; none: it stays as it is.
fn turns(given: &Given, before: &Webhook) -> Result<Option<bool>, Problem> {
    let Some(state) = given.text("state")? else {
        return Ok(None);
    };
    match state.as_str() {
        same if same == before.state.as_str() => Ok(None),
        on if on == WebhookState::On.as_str() => Ok(Some(true)),
        paused if paused == WebhookState::Paused.as_str() => Ok(Some(false)),
        _ => Err(given.wrong("state", "state must be on or paused")),
    }
}
