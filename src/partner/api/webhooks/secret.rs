//! POST /api/v1/webhooks/{id}/secret: a new secret, told once. The one before signs on for a day beside it.

use super::found;
use crate::account::store::activity::Doer;
use crate::account::token::request::MadeThing;
use crate::base::Time;
use crate::db::{self, Tx};
use crate::partner::api::caller::Caller;
use crate::partner::api::given::Given;
use crate::partner::api::once::{self, MadeOnce};
use crate::partner::api::paths::OnePath;
use crate::partner::webhook::manage;
use crate::partner::webhook::secret::WebhookSecret;
use crate::partner::webhook::store::secrets;
use crate::web::Problem;
use actix_web::HttpResponse;
use actix_web::web::Path;
use serde_json::json;

/// Draws it.
///
/// # Errors
/// 403 without the scope `webhooks:manage`; 404 for one that is not its own.
pub async fn post(
    caller: Caller,
    path: Path<OnePath>,
    given: Given,
) -> Result<HttpResponse, Problem> {
    let webhook = found::webhook(&caller, &path.id).await?;
    let (id, now) = (webhook.id, caller.now());
    let doer = Doer::program(&caller.token.name, now);
    let site_secrets = caller.site.secrets.clone();
    let renew = move |tx: &mut Tx<'_>| {
        let secret = manage::renew_secret(tx, &site_secrets, &webhook, &doer)?;
        Ok::<_, db::Error>((secret, webhook.id.cast::<MadeThing>()))
    };
    let secret = match once::make(&caller, &given, renew).await? {
        MadeOnce::Now(secret) => Some(secret),
        MadeOnce::Before(_) => None,
    };
    let until = move |conn: &mut _| secrets::second_until(conn, id, now);
    let until = caller.db.read(until).await?;
    Ok(caller.answer(&json!({
        "secret": secret.as_ref().map(WebhookSecret::text),
        "secret_before_ends_at": until.map(Time::rfc3339),
    })))
}
