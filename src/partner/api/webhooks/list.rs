//! GET /api/v1/webhooks and .../{id}: those of the organization, the oldest first, and one of them.

use super::found;
use super::shown;
use crate::partner::api::caller::Caller;
use crate::partner::api::paths::OnePath;
use crate::partner::webhook::store::webhooks;
use crate::web::Problem;
use actix_web::HttpResponse;
use actix_web::web::Path;
use serde_json::json;

/// All that the token reaches: there are 20 at most.
///
/// # Errors
/// 403 without the scope `webhooks:manage`.
pub async fn list(caller: Caller) -> Result<HttpResponse, Problem> {
    found::may_manage(&caller)?;
    let organization = caller.token.organization;
    let read = move |conn: &mut _| webhooks::of(conn, organization);
    let all = caller.db.read(read).await?;
    let all = all.iter().filter(|one| found::is_within(&caller, one));
    let all: Vec<_> = all.map(|one| shown::webhook(&caller, one)).collect();
    Ok(caller.answer(&json!({"webhooks": all})))
}

/// One.
///
/// # Errors
/// 403 without the scope `webhooks:manage`; 404 for one that is not its own.
pub async fn get(caller: Caller, path: Path<OnePath>) -> Result<HttpResponse, Problem> {
    let webhook = found::webhook(&caller, &path.id).await?;
    Ok(caller.answer(&shown::webhook(&caller, &webhook)))
}
