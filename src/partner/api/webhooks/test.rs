//! POST /api/v1/webhooks/{id}/test: `webhook.test` is sent to it as everything else is. What became of it stands among its deliveries.

use super::found;
use super::shown;
use crate::db::Tx;
use crate::partner::api::caller::Caller;
use crate::partner::api::given::Given;
use crate::partner::api::once::once;
use crate::partner::api::paths::OnePath;
use crate::partner::webhook::manage;
use crate::web::Problem;
use actix_web::HttpResponse;
use actix_web::web::Path;

/// Has it sent.
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
    let work = async {
        let test = move |tx: &mut Tx<'_>| manage::test(tx, id, now);
        let test = caller.db.write(test).await?;
        Ok(shown::delivery(&test, &[]))
    };
    once(&caller, &given, work).await
}
