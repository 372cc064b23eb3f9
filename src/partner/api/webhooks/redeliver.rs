//! POST /api/v1/webhooks/{id}/deliveries/{part}/redeliver: sends a delivery once more. What waits already is not sent twice.

use super::found;
use super::shown;
use crate::account::store::activity::Doer;
use crate::base::Id;
use crate::db::{self, Tx};
use crate::partner::api::caller::Caller;
use crate::partner::api::given::Given;
use crate::partner::api::once::once;
use crate::partner::api::paths::{self, PartPath};
use crate::partner::webhook::manage;
use crate::partner::webhook::model::WebhookDelivery;
use crate::partner::webhook::store::deliveries;
use crate::web::Problem;
use actix_web::HttpResponse;
use actix_web::web::Path;

/// Has it sent.
///
/// # Errors
/// 403 without the scope `webhooks:manage`; 404 for one that is not its own, and for what is no delivery of it.
pub async fn post(
    caller: Caller,
    path: Path<PartPath>,
    given: Given,
) -> Result<HttpResponse, Problem> {
    let webhook = found::webhook(&caller, &path.id).await?;
    let id: Id<WebhookDelivery> = paths::id(&path.part, "delivery")?;
    let doer = Doer::program(&caller.token.name, caller.now());
    let work = async {
        let again = move |tx: &mut Tx<'_>| {
            if !manage::send_again(tx, &webhook, Some(id), &doer)? {
                return Ok(None);
            }
            let attempts = deliveries::attempts(tx, id)?;
            Ok::<_, db::Error>(deliveries::find(tx, id)?.zip(Some(attempts)))
        };
        let sent = caller.db.write(again).await?;
        let (one, attempts) = sent.ok_or_else(|| Problem::unknown("delivery"))?;
        Ok(shown::delivery(&one, &attempts))
    };
    once(&caller, &given, work).await
}
