//! DELETE /api/v1/webhooks/{id}: deletes a webhook with everything that waits for it.

use super::found;
use crate::account::store::activity::Doer;
use crate::db::Tx;
use crate::partner::api::caller::Caller;
use crate::partner::api::paths::OnePath;
use crate::partner::webhook::manage;
use crate::web::Problem;
use actix_web::HttpResponse;
use actix_web::web::Path;
use serde_json::json;

/// Deletes it.
///
/// # Errors
/// 403 without the scope `webhooks:manage`; 404 for one that is not its own.
pub async fn delete(caller: Caller, path: Path<OnePath>) -> Result<HttpResponse, Problem> {
    let webhook = found::webhook(&caller, &path.id).await?;
    let doer = Doer::program(&caller.token.name, caller.now());
    let remove = move |tx: &mut Tx<'_>| manage::remove(tx, &webhook, &doer);
    caller.db.write(remove).await?;
    Ok(caller.answer(&json!({"notice": "This webhook was successfully deleted."})))
}
